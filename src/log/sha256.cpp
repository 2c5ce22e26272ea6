#include "daybook/log/sha256.h"

#include <cstdlib>
#include <memory>

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace daybook {

namespace {

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

// Fetching the algorithm costs more than hashing an event, so each thread does it once. It never fails but
// for want of memory or a broken installation, where no log can be kept at all.
// The machine's settings for OpenSSL are about connections: no log depends on them, and none waits for them
// to be read.
EVP_MD_CTX* context_of_this_thread() {
  static const int started = OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr);
  if (started != 1) std::abort();
  static thread_local const Context context = [] {
    Context made(EVP_MD_CTX_new());
    if (!made || EVP_DigestInit_ex(made.get(), EVP_sha256(), nullptr) != 1) std::abort();
    return made;
  }();
  return context.get();
}

}  // namespace

Hash sha256(std::string_view first, std::string_view second, std::string_view third) {
  EVP_MD_CTX* context = context_of_this_thread();
  Hash hash{};
  const bool done = EVP_DigestInit_ex(context, nullptr, nullptr) == 1 &&
                    EVP_DigestUpdate(context, first.data(), first.size()) == 1 &&
                    EVP_DigestUpdate(context, second.data(), second.size()) == 1 &&
                    EVP_DigestUpdate(context, third.data(), third.size()) == 1 &&
                    EVP_DigestFinal_ex(context, hash.data(), nullptr) == 1;
  if (!done) std::abort();
  return hash;
}

}  // namespace daybook
