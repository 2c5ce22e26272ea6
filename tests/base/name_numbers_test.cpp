#include "daybook/base/name_numbers.h"

#include <random>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace daybook::name_numbers_test {

TEST_CASE("names are numbered as they come, and a name that came before has its number") {
  NameNumbers numbers;
  CHECK_FALSE(numbers.find(HashedBytes("a/1")));
  CHECK(numbers.add(HashedBytes("a/1")) == std::pair(0U, true));
  CHECK(numbers.add(HashedBytes("a/11")) == std::pair(1U, true));
  CHECK(numbers.add(HashedBytes("")) == std::pair(2U, true));
  CHECK(numbers.add(HashedBytes("a/1")) == std::pair(0U, false));
  CHECK(numbers.find(HashedBytes("a/11")) == 1U);
  CHECK_FALSE(numbers.find(HashedBytes("a/2")));
  CHECK(numbers[1] == "a/11");
  CHECK(numbers.size() == 3);
}

TEST_CASE("very many names are kept apart, short and long, and outlive what was handed in") {
  for (const std::size_t reserved : {0U, 30'000U}) {
    CAPTURE(reserved);
    NameNumbers numbers;
    numbers.reserve(reserved);
    const auto name = [](std::uint32_t i) {
      return fmt::format("a/{}", std::string(i % 90, 'x')) + fmt::to_string(i);
    };
    for (std::uint32_t i = 0; i < 20'000; ++i) {
      numbers.prefetch(HashedBytes(name(i)));
      REQUIRE(numbers.add(HashedBytes(name(i))) == std::pair(i, true));
    }
    CHECK(numbers.add(HashedBytes(std::string(100'000, 'y'))).first == 20'000);
    for (std::uint32_t i = 0; i < 20'000; ++i) {
      REQUIRE(numbers.find(HashedBytes(name(i))) == i);
      REQUIRE(numbers[i] == name(i));
    }
  }
}

TEST_CASE("the hash looks at every byte and at the length") {
  std::set<std::uint64_t> hashes;
  for (std::size_t length = 0; length <= 40; ++length) {
    const std::string bytes(length, 'a');
    hashes.insert(HashedBytes::hash_of(bytes));
    for (std::size_t at = 0; at < length; ++at) {
      std::string other = bytes;
      other[at] = 'b';
      hashes.insert(HashedBytes::hash_of(other));
    }
  }
  CHECK(hashes.size() == 41 + 40 * 41 / 2);
  CHECK(HashedBytes::hash_of(std::string(3, '\0')) != HashedBytes::hash_of(std::string(4, '\0')));
}

TEST_CASE("an arena keeps bytes where they are, also those larger than a block") {
  Arena arena;
  const unsigned seed = std::random_device{}();
  MESSAGE("seed " << seed);
  std::mt19937 random(seed);
  std::vector<std::string> given;
  std::vector<std::string_view> kept;
  std::size_t bytes = 0;
  for (int i = 0; i < 200; ++i) {
    const std::size_t size = i == 100 ? (3U << 20) : random() % 50'000;
    given.emplace_back(size, static_cast<char>('a' + i % 26));
    kept.push_back(arena.keep(given.back()));
    bytes += size;
  }
  for (std::size_t i = 0; i < given.size(); ++i)
    CHECK(kept[i] == given[i]);
  CHECK(arena.bytes_held() >= bytes);
  CHECK(arena.keep("").empty());
}

}  // namespace daybook::name_numbers_test
