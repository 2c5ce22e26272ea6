#include "daybook/base/in_turns.h"

#include <memory>

#include <doctest/doctest.h>

namespace daybook::in_turns_test {

namespace {

// Doubles its piece; what is taken over goes to a list that all workers share.
struct Doubling {
  std::vector<std::uint64_t>* taken;
  std::optional<std::uint64_t> bad;
  std::uint64_t made = 0;

  result<void> prepare(std::uint64_t piece) {
    if (piece == bad) return fail(ErrorCode::value, "a bad piece");
    made = 2 * piece;
    return {};
  }
  result<void> take_over() {
    taken->push_back(made);
    return {};
  }
};

result<void> run(std::uint64_t pieces, unsigned threads, std::vector<std::uint64_t>& taken,
                 std::optional<std::uint64_t> bad = {}) {
  return in_turns(pieces, threads, [&]() -> result<Doubling> { return Doubling{&taken, bad}; });
}

}  // namespace

TEST_CASE("Pieces are taken over in their order, whatever the number of threads") {
  for (const unsigned threads : {0U, 1U, 2U, 7U}) {
    CAPTURE(threads);
    std::vector<std::uint64_t> taken;
    REQUIRE(run(1'000, threads, taken));
    REQUIRE(taken.size() == 1'000);
    for (std::uint64_t i = 0; i < taken.size(); ++i)
      REQUIRE(taken[i] == 2 * i);
  }
}

TEST_CASE("No pieces: nothing is taken over, and that is no error") {
  std::vector<std::uint64_t> taken;
  CHECK(run(0, 4, taken));
  CHECK(taken.empty());
}

TEST_CASE("The first error ends the task, with all before it taken over") {
  std::vector<std::uint64_t> taken;
  const auto done = run(1'000, 4, taken, 500);
  REQUIRE(!done);
  CHECK(done.error()->sentence == "a bad piece");
  CHECK(taken.size() == 500);
}

TEST_CASE("A worker that cannot be made ends the task") {
  const auto done = in_turns(10, 3, []() -> result<Doubling> { return fail(ErrorCode::file, "no worker"); });
  REQUIRE(!done);
  CHECK(done.error()->sentence == "no worker");
}

}  // namespace daybook::in_turns_test
