#pragma once

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "daybook/base/error.h"

namespace daybook {

// Does pieces 0, 1, 2 … of a task on several threads, and takes over what they made in the order of the
// pieces. `make_worker()` is called once a thread, on it, and answers a result of a worker, which has
//   result<void> prepare(std::uint64_t piece);  side by side with the other workers
//   result<void> take_over();                   one worker at a time, in the order of the pieces
// The first error ends the task and is its answer. `threads` 0 = as many as the machine has.
template <class MakeWorker>
result<void> in_turns(std::uint64_t pieces, unsigned threads, MakeWorker make_worker) {
  std::atomic<std::uint64_t> next = 0;
  std::mutex mutex;
  std::condition_variable turn;
  std::uint64_t turn_of = 0;
  std::optional<Error> error;

  const auto stop = [&](Error why) {
    const std::lock_guard lock(mutex);
    if (!error) error = std::move(why);
    turn.notify_all();
  };
  const auto work = [&] {
    auto worker = make_worker();
    if (!worker) return stop(worker.error());
    while (true) {
      const std::uint64_t piece = next++;
      if (piece >= pieces) return;
      auto done = worker->prepare(piece);
      std::unique_lock lock(mutex);
      turn.wait(lock, [&] { return turn_of == piece || error; });
      if (error) return;
      if (done) done = worker->take_over();
      ++turn_of;
      if (!done) error = done.error();
      lock.unlock();
      turn.notify_all();
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
