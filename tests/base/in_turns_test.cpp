#include "daybook/base/in_turns.h"

#include <algorithm>
#include <chrono>
#include <latch>
#include <thread>

#include <doctest/doctest.h>
#include <pthread.h>

namespace daybook::in_turns_test {

namespace {

// Doubles its piece; what is taken over goes to a list that all workers share.
struct Doubling {
  std::vector<std::uint64_t>* taken;
  std::optional<std::uint64_t> bad;
  using Piece = std::uint64_t;

  result<void> prepare(std::uint64_t number, Piece& piece) {
    if (number == bad) return fail(ErrorCode::value, "a bad piece");
    piece = 2 * number;
    return {};
  }
  result<void> take_over(Piece& piece) {
    taken->push_back(piece);
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

TEST_CASE("Where no further thread is to be had, the caller's does all of it") {
  pthread_attr_t before;
  REQUIRE(pthread_getattr_default_np(&before) == 0);
  pthread_attr_t greedy = before;
  REQUIRE(pthread_attr_setstacksize(&greedy, std::size_t{1} << 46) == 0);  // more than there are addresses
  REQUIRE(pthread_setattr_default_np(&greedy) == 0);
  CHECK_THROWS_AS(std::thread([] {}).join(), std::system_error);
  std::vector<std::uint64_t> taken;
  const auto done = run(1'000, 4, taken);
  REQUIRE(pthread_setattr_default_np(&before) == 0);
  CHECK(done);
  CHECK(taken.size() == 1'000);
  pthread_attr_destroy(&before);
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

// Of two threads, the one that does not have piece 0 is to prepare as many as it may hold, while piece 0 is
// kept back until it has.
TEST_CASE("A thread whose piece must wait for its turn goes on with the next ones") {
  std::latch others(pieces_a_thread);
  struct Waiting {
    std::latch* others;
    std::vector<std::uint64_t>* taken;
    using Piece = std::uint64_t;

    result<void> prepare(std::uint64_t number, Piece& piece) {
      piece = number;
      if (number > 0 && number <= pieces_a_thread) others->count_down();
      for (int i = 0; number == 0 && i < 3'000 && !others->try_wait(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
      return others->try_wait() || number > 0 ? result<void>() : fail(ErrorCode::value, "nobody went on");
    }
    result<void> take_over(Piece& piece) {
      taken->push_back(piece);
      return {};
    }
  };
  std::vector<std::uint64_t> taken;
  REQUIRE(in_turns(100, 2, [&]() -> result<Waiting> { return Waiting{&others, &taken}; }));
  CHECK(taken.size() == 100);
  CHECK(std::is_sorted(taken.begin(), taken.end()));
}

TEST_CASE("A worker that cannot be made ends the task") {
  const auto done = in_turns(10, 3, []() -> result<Doubling> { return fail(ErrorCode::file, "no worker"); });
  REQUIRE(!done);
  CHECK(done.error()->sentence == "no worker");
}

}  // namespace daybook::in_turns_test
