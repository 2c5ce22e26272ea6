#include "daybook/base/large_pages.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

namespace daybook::large_pages_test {

TEST_CASE("memory in large pages holds what is put there, however large or small it is") {
  for (const std::size_t count : {0U, 1U, 1'000U, 3'000'000U}) {
    CAPTURE(count);
    std::vector<std::uint32_t> column;
    reserve_large(column, count);
    CHECK(column.capacity() >= count);
    for (std::size_t i = 0; i < count; ++i)
      column.push_back(static_cast<std::uint32_t>(i));
    bool kept = true;
    for (std::size_t i = 0; i < count; ++i)
      kept = kept && column[i] == i;
    CHECK(kept);
  }
}

TEST_CASE("a heap in large pages holds what is put there, and what is given back is given again") {
  grow_heap_in_large_pages();
  for (int round = 0; round < 3; ++round) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < 200; ++i)
      texts.emplace_back(i * i * 5, static_cast<char>('a' + i % 26));
    bool kept = true;
    for (std::size_t i = 0; i < texts.size(); ++i)
      kept = kept && texts[i] == std::string(i * i * 5, static_cast<char>('a' + i % 26));
    CHECK(kept);
  }
}

TEST_CASE("to ask for large pages changes nothing of what is there, and no address is an error") {
  std::string text(5 << 20, 'a');
  ask_for_large_pages(text.data() + 1, text.size() - 1);
  ask_for_large_pages(nullptr, 0);
  CHECK(text == std::string(5 << 20, 'a'));
}

}  // namespace daybook::large_pages_test
