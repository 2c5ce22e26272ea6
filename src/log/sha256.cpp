#include "daybook/log/sha256.h"

#include <nettle/sha2.h>

namespace daybook {

Hash sha256(std::string_view first, std::string_view second, std::string_view third) {
  sha256_ctx context;
  sha256_init(&context);
  for (const std::string_view part : {first, second, third})
    sha256_update(&context, part.size(), reinterpret_cast<const std::uint8_t*>(part.data()));
  Hash hash{};
  sha256_digest(&context, hash.size(), hash.data());
  return hash;
}

}  // namespace daybook
