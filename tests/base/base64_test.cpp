#include "daybook/base/base64.h"

#include <random>

#include <doctest/doctest.h>

namespace daybook::base64_test {

TEST_CASE("The test vectors of RFC 4648, section 10") {
  const std::pair<std::string, std::string> vectors[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : vectors) {
    CHECK(to_base64(bytes) == text);
    CHECK(from_base64(text) == bytes);
  }
}

TEST_CASE("Whatever is not spelled in the one way is refused") {
  for (const char* text :
       {"Zg", "Zg=", "Zh==", "Zg==Zg==", "Zm9\n", "Zm9v=", "====", "Zm-v", " Zm9v", "Zg==\n"})
    CHECK(!from_base64(text));
}

TEST_CASE("Any bytes come back") {
  const auto seed = std::random_device()();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (std::size_t size = 0; size < 200; ++size) {
    std::string bytes(size, ' ');
    for (char& byte : bytes)
      byte = static_cast<char>(random());
    CHECK(from_base64(to_base64(bytes)) == bytes);
  }
}

}  // namespace daybook::base64_test
