#include "daybook/register/fold.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include <fmt/format.h>

namespace daybook {

namespace {

constexpr std::size_t prefetch_ahead = 8;
constexpr std::uint64_t chunk_events = 512;  // about half a megabyte: stays in a core's own cache

// The events of one chunk: their bytes, copied out of the reader, and what they were taken apart into.
struct Chunk {
  std::string bytes;
  std::vector<std::size_t> ends;
  std::vector<EventSlices> events;

  result<void> read(EventReader& reader, std::uint64_t first, std::uint64_t end) {
    bytes.clear();
    ends.clear();
    events.clear();
    auto done =
        reader.read(Position{first}, Position{end}, [&](Position, std::string_view event) -> result<void> {
          bytes += event;
          ends.push_back(bytes.size());
          return {};
        });
    if (!done) return done;
    if (ends.size() != end - first)
      return fail(ErrorCode::log_io,
                  fmt::format("the log ends at position {}, before its head", first + ends.size()));
    std::size_t begin = 0;
    for (const std::size_t past : ends) {
      auto event = slice_event(std::string_view(bytes).substr(begin, past - begin));
      if (!event) return fail(at_position(event.error(), first + events.size()));
      events.push_back(std::move(*event));
      begin = past;
    }
    return {};
  }

  static Error at_position(Error error, std::uint64_t position) {
    error.place.file = fmt::format("position {}", position);
    return error;
  }
};

// Several threads take chunks in turn and read them side by side; each waits for its turn to apply what it
// has read.
class ParallelFold {
 public:
  ParallelFold(const EventLog& log, Register& reg, std::uint64_t size)
      : log_(log), register_(reg), size_(size) {}

  result<void> run(unsigned threads) {
    {
      std::vector<std::jthread> others;
      for (unsigned i = 1; i < threads; ++i)
        others.emplace_back([this] { work(); });
      work();
    }
    if (error_) return fail(*error_);
    return {};
  }

 private:
  void work() {
    auto reader = log_.reader();
    if (!reader) return stop(reader.error());
    Chunk chunk;
    while (true) {
      const std::uint64_t number = next_chunk_++;
      const std::uint64_t first = number * chunk_events;
      if (first >= size_) return;
      auto done = chunk.read(**reader, first, std::min(first + chunk_events, size_));
      std::unique_lock lock(mutex_);
      turn_.wait(lock, [&] { return turn_of_ == number || error_; });
      if (error_) return;
      for (std::size_t i = 0; done && i < chunk.events.size(); ++i) {
        if (i + prefetch_ahead < chunk.events.size()) register_.prefetch(chunk.events[i + prefetch_ahead]);
        done = register_.apply(chunk.events[i]);
      }
      ++turn_of_;
      if (!done) error_ = done.error();
      lock.unlock();
      turn_.notify_all();
    }
  }

  void stop(Error error) {
    const std::lock_guard lock(mutex_);
    if (!error_) error_ = std::move(error);
    turn_.notify_all();
  }

  const EventLog& log_;
  Register& register_;
  const std::uint64_t size_;
  std::atomic<std::uint64_t> next_chunk_ = 0;
  std::mutex mutex_;
  std::condition_variable turn_;
  std::uint64_t turn_of_ = 0;
  std::optional<Error> error_;
};

}  // namespace

result<Register> fold(EventLog& log, const Vocabulary& vocabulary, unsigned threads) {
  const auto head = log.head();
  if (!head) return fail(head.error());
  if (head->size >= no_end) return fail(ErrorCode::limit, "the log has more events than a register holds");
  const auto chunks = static_cast<unsigned>(std::min<std::uint64_t>(head->size / chunk_events + 1, 64));
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  Register reg(vocabulary);
  reg.reserve(static_cast<EventCount>(head->size));
  if (auto done = ParallelFold(log, reg, head->size).run(std::min(threads, chunks)); !done)
    return fail(done.error());
  return reg;
}

}  // namespace daybook
