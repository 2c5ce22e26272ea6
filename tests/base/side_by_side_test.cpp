#include "daybook/base/side_by_side.h"

#include <atomic>
#include <vector>

#include <doctest/doctest.h>

namespace daybook::side_by_side_test {

TEST_CASE("Every piece is done once, however many there are, and all are done on return") {
  for (std::size_t pieces = 1; pieces <= 9; ++pieces) {
    std::vector<std::atomic<int>> done(pieces);
    side_by_side(pieces, [&](std::size_t i) { ++done[i]; });
    for (const auto& times : done)
      CHECK(times == 1);
  }
}

TEST_CASE("The first piece is done by the caller") {
  const auto own = std::this_thread::get_id();
  std::vector<std::thread::id> by(3);
  side_by_side(by.size(), [&](std::size_t i) { by[i] = std::this_thread::get_id(); });
  CHECK(by[0] == own);
  CHECK(by[1] != own);
  CHECK(by[2] != by[1]);
}

TEST_CASE("Work is cut into no more pieces than it is worth, and than there are processors") {
  CHECK(pieces_of(0, 100) == 1);
  CHECK(pieces_of(199, 100) == 1);
  CHECK(pieces_of(1'000'000, 1) == std::max(1U, std::thread::hardware_concurrency()));
}

}  // namespace daybook::side_by_side_test
