#include "daybook/log/sha256.h"

#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

namespace daybook::sha256_test {

TEST_CASE("SHA-256 gives the digests of FIPS 180-4") {
  CHECK(to_hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(to_hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(to_hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")) ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("Parts are hashed as if they stood in one") {
  CHECK(sha256("a", "b", "c") == sha256("abc"));
  CHECK(sha256("", "abc") == sha256("abc"));
}

TEST_CASE("Several threads hash at once") {
  const std::string long_text(1'000'000, 'a');
  std::vector<std::thread> threads;
  std::vector<std::string> digests(4);
  for (auto& digest : digests)
    threads.emplace_back([&] { digest = to_hex(sha256(long_text)); });
  for (auto& thread : threads)
    thread.join();
  for (const auto& digest : digests)
    CHECK(digest == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

}  // namespace daybook::sha256_test
