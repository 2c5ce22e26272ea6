#include "daybook/register/fold.h"

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "daybook/base/in_turns.h"
#include "daybook/base/joined.h"
#include "daybook/base/side_by_side.h"

namespace daybook {

namespace {

// With their slices about 150 KiB: a few such stay in a core's own cache.
constexpr std::uint64_t chunk_events = 128;
// A small log is folded before a second thread has the memory that it needs.
constexpr std::uint64_t events_worth_a_thread = 2'048;

// Reads chunks, takes their events apart and applies them to the register.
class Folder {
 public:
  Folder(std::unique_ptr<EventReader> reader, Register& reg, std::uint64_t size)
      : reader_(std::move(reader)), register_(&reg), size_(size) {}

  struct Piece {
    Joined events;
    std::vector<EventSlices> slices;
  };

  result<void> prepare(std::uint64_t number, Piece& piece) {
    const std::uint64_t first = number * chunk_events;
    const std::uint64_t end = std::min(first + chunk_events, size_);
    piece.events.clear();
    auto done =
        reader_->read(Position{first}, Position{end}, [&](Position, std::string_view event) -> result<void> {
          piece.events.add(event);
          return {};
        });
    if (!done) return done;
    if (piece.events.size() != end - first)
      return fail(ErrorCode::log_io,
                  fmt::format("the log ends at position {}, before its head", first + piece.events.size()));
    return slice_events(Position{first}, piece.events.texts(), piece.slices);
  }
  result<void> take_over(Piece& piece) { return register_->apply(piece.slices); }

 private:
  std::unique_ptr<EventReader> reader_;
  Register* register_;
  std::uint64_t size_;
};

}  // namespace

result<Register> fold(EventLog& log, const Vocabulary& vocabulary, unsigned threads) {
  const auto size = log.size();
  if (!size) return fail(size.error());
  if (*size >= no_end) return fail(ErrorCode::limit, "the log has more events than a register holds");
  const std::uint64_t chunks = (*size + chunk_events - 1) / chunk_events;
  Register reg(vocabulary);
  reg.reserve(static_cast<EventCount>(*size));
  const auto folder = [&]() -> result<Folder> {
    auto reader = log.reader();
    if (!reader) return fail(reader.error());
    return Folder(std::move(*reader), reg, *size);
  };
  if (threads == 0) threads = static_cast<unsigned>(pieces_of(*size, events_worth_a_thread));
  if (auto done = in_turns(chunks, threads, folder); !done) return fail(done.error());
  return reg;
}

}  // namespace daybook
