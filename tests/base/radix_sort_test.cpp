#include "daybook/base/radix_sort.h"

#include <algorithm>
#include <random>
#include <utility>

#include <doctest/doctest.h>

namespace daybook::radix_sort_test {

TEST_CASE("items stand by their keys, and equal ones in the order that they had") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (const unsigned bits : {0U, 1U, 11U, 12U, 40U, 64U}) {
    CAPTURE(bits);
    std::vector<std::pair<std::uint64_t, std::size_t>> items;
    for (std::size_t i = 0; i < 1 + random() % 3'000; ++i) {
      const std::uint64_t few = random() % 50;  // so that many are equal
      items.emplace_back(bits == 0 ? 0 : (few << (64 - std::min(bits, 6U))) >> (64 - bits), i);
    }
    auto expected = items;
    std::ranges::stable_sort(expected, {}, [](const auto& item) { return item.first; });
    radix_sort(items, bits, [](const auto& item) { return item.first; });
    REQUIRE(items == expected);
  }
}

TEST_CASE("nothing to sort") {
  std::vector<std::uint32_t> items;
  radix_sort(items, 32, [](std::uint32_t item) { return item; });
  CHECK(items.empty());
}

}  // namespace daybook::radix_sort_test
