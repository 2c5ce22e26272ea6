#include "daybook/register/fold.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "daybook/base/in_turns.h"

namespace daybook {

namespace {

constexpr std::uint64_t chunk_events = 512;  // about half a megabyte: stays in a core's own cache

// The events of one chunk: their bytes, copied out of the reader, and what they were taken apart into.
struct Chunk {
  std::string bytes;
  std::vector<std::size_t> ends;
  std::vector<EventSlices> events;

  result<void> read(EventReader& reader, std::uint64_t first, std::uint64_t end) {
    bytes.clear();
    ends.clear();
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
    events.resize(ends.size());
    std::size_t begin = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      const auto event = std::string_view(bytes).substr(begin, ends[i] - begin);
      if (auto sliced = slice_event(event, events[i]); !sliced)
        return fail(at_position(sliced.error(), first + i));
      begin = ends[i];
    }
    return {};
  }

  static Error at_position(Error error, std::uint64_t position) {
    error.place.file = fmt::format("position {}", position);
    return error;
  }
};

// Reads chunks and applies them to the register.
class Folder {
 public:
  Folder(std::unique_ptr<EventReader> reader, Register& reg, std::uint64_t size)
      : reader_(std::move(reader)), register_(&reg), size_(size) {}

  result<void> prepare(std::uint64_t number) {
    const std::uint64_t first = number * chunk_events;
    return chunk_.read(*reader_, first, std::min(first + chunk_events, size_));
  }
  result<void> take_over() { return register_->apply(chunk_.events); }

 private:
  std::unique_ptr<EventReader> reader_;
  Register* register_;
  std::uint64_t size_;
  Chunk chunk_;
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
