#include "src/render/columns.h"

#include <numeric>
#include <random>

#include <doctest/doctest.h>

namespace daybook::columns_test {

namespace {

Content content(std::initializer_list<int> cells) {
  Content made;
  for (const int width : cells)
    made.add_cell(width);
  return made;
}

using Widths = std::vector<int>;

}  // namespace

TEST_CASE("columns that fit keep what they need") {
  CHECK(fit_columns({content({4}), content({30, 2})}, 80) == Widths{4, 30});
  CHECK(fit_columns({content({4}), content({30})}, 36) == Widths{4, 30});
  CHECK(fit_columns({content({0}), content({})}, 80) == Widths{1, 1});
}

TEST_CASE("short columns keep their width and the long share the rest") {
  CHECK(fit_columns({content({4}), content({100}), content({100})}, 48) == Widths{4, 20, 20});
}

TEST_CASE("the longer the usual text of a column, the larger its share") {
  const Widths widths = fit_columns({content({60, 60}), content({120, 120})}, 80);
  CHECK(widths[0] < widths[1]);
  CHECK(widths[0] + widths[1] + column_gap == 80);
}

TEST_CASE("one long cell does not take the page") {
  const Widths widths = fit_columns({content({40, 40, 40}), content({10, 10, 10, 60})}, 60);
  CHECK(widths[0] >= 20);
}

TEST_CASE("a heading is never cut short for want of cells") {
  Content heading;
  heading.add_heading(12);
  CHECK(fit_columns({heading}, 80) == Widths{12});
}

TEST_CASE("too narrow to be read: no columns") {
  CHECK(fit_columns({content({50}), content({50}), content({50}), content({50})}, 40).empty());
  CHECK_FALSE(fit_columns({content({50}), content({50}), content({50}), content({50})}, 46).empty());
  CHECK_FALSE(fit_columns({content({3}), content({3}), content({3}), content({3})}, 20).empty());
}

TEST_CASE("the columns and gaps never exceed the width, and no column exceeds its need") {
  for (unsigned seed = 0; seed < 5000; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::vector<Content> contents(1 + random() % 8);
    for (Content& each : contents)
      for (auto n = random() % 4; n > 0; --n)
        each.add_cell(static_cast<int>(random() % 100));
    const int width = 1 + static_cast<int>(random() % 150);
    const Widths widths = fit_columns(contents, width);
    if (widths.empty()) continue;
    const int gaps = column_gap * static_cast<int>(contents.size() - 1);
    REQUIRE(std::accumulate(widths.begin(), widths.end(), gaps) <= width);
    for (std::size_t i = 0; i < widths.size(); ++i) {
      REQUIRE(widths[i] >= std::min(std::max(contents[i].widest, 1), 10));
      REQUIRE(widths[i] <= std::max(contents[i].widest, 1));
    }
  }
}

}  // namespace daybook::columns_test
