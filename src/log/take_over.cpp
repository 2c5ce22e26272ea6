#include <optional>
#include <utility>

#include <boost/unordered/unordered_flat_map.hpp>
#include <fmt/format.h>

#include "src/log/event_log_implementation.h"
#include "src/log/stored_event.h"

namespace daybook {

namespace {

constexpr std::uint64_t page_events = 512;

}  // namespace

// The events of another copy, one after the other, within a transaction.
class EventLog::Implementation::Overtaking {
 public:
  Overtaking(LogStore& store, std::unique_ptr<EventReader> own, End end)
      : store_(store), own_(std::move(own)), size_(end.tree.size()), end_(std::move(end)) {}

  result<void> take(Position position, std::string_view bytes) {
    if (position.value != next_) return fail(ErrorCode::log_io, "the copy gives its events out of order");
    ++next_;
    return position.value < size_ ? compare(position, bytes) : add(position, bytes);
  }
  std::uint64_t known() const { return std::min(next_, size_); }
  std::uint64_t added() const { return next_ - known(); }
  const End& end() const { return end_; }

 private:
  result<void> compare(Position position, std::string_view bytes) {
    if (position.value >= page_first_ + page_.size()) {
      page_.clear();
      page_first_ = position.value;
      const Position last{std::min(page_first_ + page_events, size_)};
      auto read = own_->read(position, last, [&](Position, std::string_view own) -> result<void> {
        page_.emplace_back(own);
        return {};
      });
      if (!read) return read;
    }
    if (page_[position.value - page_first_] == bytes) return {};
    return fail(
        ErrorCode::fork, fmt::format("position {} holds another event here than in the copy", position.value),
        "the two have been written to apart from each other, or one was changed; nothing was taken over");
  }

  result<void> add(Position position, std::string_view bytes) {
    auto added = add_checked(position, bytes);
    if (!added && added.error()->hint.empty())
      added.error()->hint = fmt::format("position {}", position.value);
    return added;
  }

  result<void> add_checked(Position position, std::string_view bytes) {
    const auto envelope = read_stored(bytes);
    if (!envelope) return fail(envelope.error());
    const EventId id = *event_id(envelope->id);
    const auto there = store_.find(id);
    if (!there) return fail(there.error());
    if (*there)
      return fail(ErrorCode::id_reused, fmt::format("the id {} is in the log already", envelope->id));
    if (auto good = check_order(*envelope); !good) return good;
    const Hash leaf = leaf_hash(bytes);
    const Revision revision{static_cast<std::uint64_t>(envelope->revision)};
    if (auto done = store_.insert(EventRow{position, id, envelope->stream, revision, leaf, bytes}); !done)
      return done;
    tiles_.clear();
    end_.tree.add_leaf(leaf, tiles_);
    for (const TileRoot& tile : tiles_)
      if (auto done = store_.insert(tile); !done) return done;
    return {};
  }

  // The next revision of its stream, and not before the event before it.
  result<void> check_order(const Envelope& envelope) {
    auto [next, is_new] = next_revision_.try_emplace(envelope.stream, 0);
    if (is_new) {
      const auto last = store_.revision_of(envelope.stream);
      if (!last) return fail(last.error());
      if (*last) next->second = (*last)->value + 1;
    }
    if (static_cast<std::uint64_t>(envelope.revision) != next->second)
      return fail(ErrorCode::revision, fmt::format("stream {}: revision {} where {} is the next",
                                                   envelope.stream, envelope.revision, next->second));
    ++next->second;
    const Instant recorded_at = *Instant::parse(envelope.recorded_at);
    if (recorded_at < end_.recorded_at)
      return fail(ErrorCode::event,
                  fmt::format("an event was recorded at {}, before the one before it", envelope.recorded_at));
    end_.recorded_at = recorded_at;
    return {};
  }

  LogStore& store_;
  std::unique_ptr<EventReader> own_;
  std::uint64_t size_;  // of the log before
  End end_;
  std::uint64_t next_ = 0;
  std::vector<std::string> page_;  // of the log's own events
  std::uint64_t page_first_ = 0;
  std::vector<TileRoot> tiles_;
  boost::unordered_flat_map<std::string, std::uint64_t> next_revision_;
};

result<TakenOver> EventLog::Implementation::take_over(const EventSource& source) {
  auto own = store_->reader();
  if (!own) return fail(own.error());
  if (auto begun = begin(); !begun) return fail(begun.error());
  Overtaking overtaking(*store_, std::move(*own), *end_);
  const auto taken =
      source([&](Position position, std::string_view bytes) { return overtaking.take(position, bytes); });
  const bool commit = taken && overtaking.added() > 0;
  if (auto finished = finish(commit, overtaking.end(), {}); !finished) return fail(finished.error());
  if (!taken) {
    if (taken.error()->code == ErrorCode::log_io) end_.reset();
    return fail(taken.error());
  }
  const auto now = head();
  if (!now) return fail(now.error());
  return TakenOver{overtaking.known(), overtaking.added(), *now};
}

}  // namespace daybook
