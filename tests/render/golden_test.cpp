#include "tests/golden.h"

#include <doctest/doctest.h>

namespace daybook::golden_test {

TEST_CASE("a difference is shown by its first line") {
  const GoldenDifference changed = first_difference("a\nbcd\ne", "a\nbxd\ne");
  CHECK(changed.line == 2);
  CHECK(changed.expected == "bcd");
  CHECK(changed.actual == "bxd");

  const GoldenDifference longer = first_difference("a\n", "a\nb\n");
  CHECK(longer.line == 2);
  CHECK(longer.expected == "");
  CHECK(longer.actual == "b");

  CHECK(first_difference("", "x").line == 1);
}

}  // namespace daybook::golden_test
