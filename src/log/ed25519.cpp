#include "daybook/log/ed25519.h"

#include <cstdlib>
#include <memory>

#include <openssl/evp.h>
#include <openssl/rand.h>

namespace daybook::ed25519 {

namespace {

struct FreeKey {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
};
struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeKey>;
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

// What cannot fail but for want of memory or a broken installation.
void must(bool good) {
  if (!good) std::abort();
}

Key private_key(const Seed& seed) {
  Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()));
  must(key != nullptr);
  return key;
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

Seed random_seed() {
  Seed seed{};
  must(RAND_priv_bytes(seed.data(), static_cast<int>(seed.size())) == 1);
  return seed;
}

PublicKey public_key(const Seed& seed) {
  PublicKey key{};
  std::size_t size = key.size();
  must(EVP_PKEY_get_raw_public_key(private_key(seed).get(), key.data(), &size) == 1 && size == key.size());
  return key;
}

Signature sign(const Seed& seed, std::string_view message) {
  const Key key = private_key(seed);
  const Context context(EVP_MD_CTX_new());
  Signature signature{};
  std::size_t size = signature.size();
  must(context && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
       EVP_DigestSign(context.get(), signature.data(), &size, bytes_of(message), message.size()) == 1 &&
       size == signature.size());
  return signature;
}

bool verify(const PublicKey& key, std::string_view message, const Signature& signature) {
  const Key known(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.data(), key.size()));
  const Context context(EVP_MD_CTX_new());
  must(context != nullptr);
  return known && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, known.get()) == 1 &&
         EVP_DigestVerify(context.get(), signature.data(), signature.size(), bytes_of(message),
                          message.size()) == 1;
}

}  // namespace daybook::ed25519
