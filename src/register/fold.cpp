#include "daybook/register/fold.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "daybook/base/in_turns.h"
#include "daybook/base/joined.h"

namespace daybook {

namespace {

constexpr std::uint64_t chunk_events = 512;  // about half a megabyte: stays in a core's own cache

// Reads chunks, takes their events apart and applies them to the register.
class Folder {
 public:
  Folder(std::unique_ptr<EventReader> reader, Register& reg, std::uint64_t size)
      : reader_(std::move(reader)), register_(&reg), size_(size) {}

  result<void> prepare(std::uint64_t number) {
    const std::uint64_t first = number * chunk_events;
    const std::uint64_t end = std::min(first + chunk_events, size_);
    events_.clear();
    auto done =
        reader_->read(Position{first}, Position{end}, [&](Position, std::string_view event) -> result<void> {
          events_.add(event);
          return {};
        });
    if (!done) return done;
    if (events_.size() != end - first)
      return fail(ErrorCode::log_io,
                  fmt::format("the log ends at position {}, before its head", first + events_.size()));
    return slice_events(Position{first}, events_.texts(), slices_);
  }
  result<void> take_over() { return register_->apply(slices_); }

 private:
  std::unique_ptr<EventReader> reader_;
  Register* register_;
  std::uint64_t size_;
  Joined events_;
  std::vector<EventSlices> slices_;
};

}  // namespace

result<Register> fold(EventLog& log, const Vocabulary& vocabulary, unsigned threads) {
  const auto head = log.head();
  if (!head) return fail(head.error());
  if (head->size >= no_end) return fail(ErrorCode::limit, "the log has more events than a register holds");
  const std::uint64_t chunks = (head->size + chunk_events - 1) / chunk_events;
  Register reg(vocabulary);
  reg.reserve(static_cast<EventCount>(head->size));
  const auto folder = [&]() -> result<Folder> {
    auto reader = log.reader();
    if (!reader) return fail(reader.error());
    return Folder(std::move(*reader), reg, head->size);
  };
  if (auto done = in_turns(chunks, threads, folder); !done) return fail(done.error());
  return reg;
}

}  // namespace daybook
