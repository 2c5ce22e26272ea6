#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "daybook/base/error.h"

namespace daybook {

// Enough that a thread seldom waits; what they hold together should stay in a core's own cache.
inline constexpr std::size_t pieces_a_thread = 4;

// Does pieces 0, 1, 2 … of a task on several threads, and takes over what they made in the order of the
// pieces. `make_worker()` is called once a thread, on it, and answers a result of a worker, which has
//   Piece: what is made of a piece, and the memory for it, used again for others
//   result<void> prepare(std::uint64_t number, Piece&);  side by side with the other workers
//   result<void> take_over(Piece&);                      one worker at a time, in the order of the pieces
// While a piece waits for its turn, its thread goes on with the next, up to pieces_a_thread of them. The
// first error ends the task and is its answer. `threads` 0 = as many as the machine has.
template <class MakeWorker>
result<void> in_turns(std::uint64_t pieces, unsigned threads, MakeWorker make_worker) {
  using Worker = typename std::invoke_result_t<MakeWorker&>::value_type;
  struct Held {
    std::uint64_t number = 0;
    typename Worker::Piece piece;
    result<void> prepared;
  };
  constexpr std::uint64_t none = ~std::uint64_t{0};
  std::atomic<std::uint64_t> next = 0;
  std::atomic<std::uint64_t> turn = 0;  // the piece whose turn it is; none = it is nobody's any more
  std::mutex mutex;
  std::optional<Error> error;

  const auto stop = [&](Error why) {
    {
      const std::lock_guard lock(mutex);
      if (!error) error = std::move(why);
    }
    turn = none;
    turn.notify_all();
  };
  const auto work = [&] {
    auto worker = make_worker();
    if (!worker) return stop(std::move(worker.error()));
    std::vector<Held> free;  // the last one's memory is in the cache still
    free.reserve(pieces_a_thread);
    std::deque<Held> held;  // in the order of their numbers
    for (std::uint64_t seen = turn; seen != none; seen = turn) {
      if (!held.empty() && held.front().number == seen) {
        Held& first = held.front();
        auto done = first.prepared ? worker->take_over(first.piece) : std::move(first.prepared);
        if (!done) return stop(std::move(done.error()));
        turn.compare_exchange_strong(seen, seen + 1);
        turn.notify_all();
        free.push_back(std::move(first));
        held.pop_front();
        continue;
      }
      if (const std::uint64_t number = held.size() < pieces_a_thread ? next++ : none; number < pieces) {
        if (free.empty()) free.emplace_back();
        Held& last = held.emplace_back(std::move(free.back()));
        free.pop_back();
        last.number = number;
        last.prepared = worker->prepare(number, last.piece);
        continue;
      }
      if (held.empty()) return;
      turn.wait(seen);
    }
  };

  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  const auto useful = static_cast<unsigned>(std::clamp<std::uint64_t>(pieces, 1, 64));
  {
    std::vector<std::jthread> others;
    bool more = true;  // are to be had; those that are there do all of it
    for (unsigned i = 1; more && i < std::min(threads, useful); ++i) {
      try {
        others.emplace_back(work);
      } catch (const std::system_error&) {
        more = false;
      }
    }
    work();
  }
  if (error) return fail(std::move(*error));
  return {};
}

}  // namespace daybook
