#include "daybook/log/ed25519.h"

#include <cstdlib>

#include <nettle/eddsa.h>
#include <unistd.h>

namespace daybook::ed25519 {

namespace {

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

}  // namespace

Seed random_seed() {
  Seed seed{};
  // It fails where the system has no randomness at all, and no key may be made then.
  if (::getentropy(seed.data(), seed.size()) != 0) std::abort();
  return seed;
}

PublicKey public_key(const Seed& seed) {
  PublicKey key{};
  ed25519_sha512_public_key(key.data(), seed.data());
  return key;
}

Signature sign(const Seed& seed, std::string_view message) {
  Signature signature{};
  ed25519_sha512_sign(public_key(seed).data(), seed.data(), message.size(), bytes_of(message),
                      signature.data());
  return signature;
}

bool verify(const PublicKey& key, std::string_view message, const Signature& signature) {
  return ed25519_sha512_verify(key.data(), message.size(), bytes_of(message), signature.data()) == 1;
}

}  // namespace daybook::ed25519
