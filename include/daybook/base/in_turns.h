#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "daybook/base/error.h"

namespace daybook {

// Enough that a thread seldom waits; what they hold together should stay in a core's own cache.
inline constexpr std::size_t workers_a_thread = 3;

// Does pieces 0, 1, 2 … of a task on several threads, and takes over what they made in the order of the
// pieces. `make_worker()` answers a result of a worker, which holds one piece at a time and has
//   result<void> prepare(std::uint64_t piece);  side by side with the other workers
//   result<void> take_over();                   one worker at a time, in the order of the pieces
// Each thread makes up to workers_a_thread of them, when it first has use for one: while a worker holds a
// piece whose turn has not come, its thread goes on with the next. The first error ends the task and is its
// answer. `threads` 0 = as many as the machine has.
template <class MakeWorker>
result<void> in_turns(std::uint64_t pieces, unsigned threads, MakeWorker make_worker) {
  using Worker = typename std::invoke_result_t<MakeWorker&>::value_type;
  struct Held {
    Worker worker;
    std::uint64_t piece = 0;
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
    std::deque<Held> free;
    std::deque<Held> held;  // in the order of their pieces
    for (std::uint64_t seen = turn; seen != none; seen = turn) {
      if (!held.empty() && held.front().piece == seen) {
        Held& first = held.front();
        auto done = first.prepared ? first.worker.take_over() : std::move(first.prepared);
        if (!done) return stop(std::move(done.error()));
        turn.compare_exchange_strong(seen, seen + 1);
        turn.notify_all();
        free.push_back(std::move(first));
        held.pop_front();
        continue;
      }
      if (const std::uint64_t piece = held.size() < workers_a_thread ? next++ : none; piece < pieces) {
        if (free.empty()) {
          auto made = make_worker();
          if (!made) return stop(std::move(made.error()));
          free.push_back({std::move(*made), 0, {}});
        }
        held.push_back(std::move(free.front()));
        free.pop_front();
        held.back().piece = piece;
        held.back().prepared = held.back().worker.prepare(piece);
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
    for (unsigned i = 1; i < std::min(threads, useful); ++i)
      others.emplace_back(work);
    work();
  }
  if (error) return fail(std::move(*error));
  return {};
}

}  // namespace daybook
