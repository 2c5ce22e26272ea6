#include "daybook/log/event_log.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "daybook/base/limits.h"
#include "daybook/log/check_log.h"

#include "src/log/append_request.h"
#include "src/log/event_draft.h"
#include "src/log/log_store.h"
#include "src/log/merkle.h"
#include "src/log/preparation.h"
#include "src/log/sqlite_log_store.h"
#include "src/log/sqlite_schema.h"

namespace daybook {

namespace {

std::string expected_text(const Expectation& expectation) {
  switch (expectation.kind) {
    case Expectation::Kind::none_yet:
      return "no event yet";
    case Expectation::Kind::exactly:
      return fmt::format("revision {}", expectation.revision.value);
    case Expectation::Kind::exists:
      return "at least one event";
    default:
      return "anything";
  }
}

bool holds(const Expectation& expectation, const std::optional<Revision>& last) {
  switch (expectation.kind) {
    case Expectation::Kind::none_yet:
      return !last;
    case Expectation::Kind::exactly:
      return last == expectation.revision;
    case Expectation::Kind::exists:
      return last.has_value();
    default:
      return true;
  }
}

result<void> check_expectations(LogStore& store, std::span<const Expectation> expectations,
                                Streams& streams) {
  for (std::size_t i = 0; i < expectations.size(); ++i) {
    const auto& expectation = expectations[i];
    auto last = store.revision_of(expectation.stream);
    if (!last) return fail(last.error());
    if (!holds(expectation, *last))
      return fail(
          ErrorCode::revision,
          fmt::format("stream {}: expected {}, found {}", expectation.stream, expected_text(expectation),
                      *last ? fmt::format("revision {}", (*last)->value) : "no event yet"),
          "someone else has written to it; read it again");
    streams.last[i] = *last;
  }
  return {};
}

result<Instant> recorded_at_of(std::string_view bytes) {
  const auto envelope = decode_envelope(bytes);
  if (!envelope) return fail(envelope.error());
  return Instant::parse(envelope->recorded_at);
}

// Everything but revision and recording time is the same.
result<bool> same_content(const NewEvent& event, const StoredEvent& stored) {
  const auto recorded_at = recorded_at_of(stored.bytes);
  if (!recorded_at) return fail(recorded_at.error());
  auto draft = EventDraft::make(event);
  if (!draft) return fail(draft.error());
  draft->seal(recorded_at->text(), stored.revision);
  return draft->bytes() == stored.bytes;
}

// The positions of events that are in the log already; empty when none is. A mixture is refused: an append
// lands whole or not at all, so a true repetition is known whole or not at all.
result<std::vector<Position>> find_repeated(LogStore& store, std::span<const EventId> ids,
                                            std::span<const NewEvent> events) {
  std::vector<Position> positions;
  std::size_t first_new = ids.size();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto stored = store.find(ids[i]);
    if (!stored) return fail(stored.error());
    if (!*stored) {
      first_new = std::min(first_new, i);
      continue;
    }
    const auto same = same_content(events[i], **stored);
    if (!same) return fail(same.error());
    if (!*same)
      return fail(ErrorCode::id_reused,
                  fmt::format("the id {} is in the log already, with another content", events[i].id),
                  fmt::format("position {}", (*stored)->position.value));
    positions.push_back((*stored)->position);
  }
  if (!positions.empty() && first_new != ids.size())
    return fail(ErrorCode::id_reused,
                fmt::format("{} of {} events are in the log already, but {} is not", positions.size(),
                            ids.size(), events[first_new].id),
                "repeat an append as it was, or give new events new ids in an append of their own");
  return positions;
}

// Those that the events of the append get, each the next one of its stream.
std::vector<Revision> next_revisions(Streams& streams) {
  std::vector<Revision> revisions;
  revisions.reserve(streams.of_event.size());
  for (const std::size_t stream : streams.of_event) {
    auto& last = streams.last[stream];
    last = Revision{last ? last->value + 1 : 0};
    revisions.push_back(*last);
  }
  return revisions;
}

}  // namespace

class EventLog::Implementation {
 public:
  Implementation(std::unique_ptr<LogStore> store, Clock clock)
      : store_(std::move(store)), clock_(std::move(clock)) {}

  result<std::vector<Position>> append(std::span<const Expectation> expectations,
                                       std::span<const NewEvent> events);
  result<Head> head();
  LogStore& store() { return *store_; }

 private:
  // The end of the log as this object last saw it. The log only grows, so it is right as long as the size is.
  struct End {
    MerkleTree tree;
    Instant recorded_at;
  };
  result<std::vector<Position>> append_prepared(Preparation& preparation,
                                                std::span<const Expectation> expectations,
                                                std::span<const NewEvent> events);
  result<std::vector<Position>> append_locked(Preparation& preparation, std::span<const EventId> ids,
                                              Streams& streams, std::span<const Expectation> expectations,
                                              std::span<const NewEvent> events);
  result<std::vector<Position>> write(Preparation& preparation, std::span<const EventId> ids,
                                      Streams& streams, std::span<const NewEvent> events, End& end);
  result<void> refresh();

  std::unique_ptr<LogStore> store_;
  Clock clock_;
  std::optional<End> end_;
};

result<void> EventLog::Implementation::refresh() {
  const auto size = store_->size();
  if (!size) return fail(size.error());
  if (end_ && end_->tree.size() == *size) return {};
  end_.reset();
  auto tail = store_->tail();
  if (!tail) return fail(tail.error());
  End end{std::move(tail->tree), {}};
  if (end.tree.size() > 0) {
    const auto recorded_at = recorded_at_of(tail->last_bytes);
    if (!recorded_at) return fail(recorded_at.error());
    end.recorded_at = *recorded_at;
  }
  end_ = std::move(end);
  return {};
}

result<Head> EventLog::Implementation::head() {
  if (auto fresh = refresh(); !fresh) return fail(fresh.error());
  return Head{end_->tree.size(), end_->tree.root(), end_->recorded_at};
}

result<std::vector<Position>> EventLog::Implementation::append(std::span<const Expectation> expectations,
                                                               std::span<const NewEvent> events) {
  if (events.size() > limits::batch_events_max)
    return fail(ErrorCode::limit, fmt::format("{} events are too many for one append; at most {} fit",
                                              events.size(), limits::batch_events_max));
  Preparation preparation(events);
  auto positions = append_prepared(preparation, expectations, events);
  if (positions) return positions;
  // A malformed event is told before all else, even if something else was found sooner.
  if (auto good = preparation.check(); !good) return fail(good.error());
  return positions;
}

result<std::vector<Position>> EventLog::Implementation::append_prepared(
    Preparation& preparation, std::span<const Expectation> expectations, std::span<const NewEvent> events) {
  const auto ids = ids_of(events);
  if (!ids) return fail(ids.error());
  auto streams = match_streams(expectations, events);
  if (!streams) return fail(streams.error());
  if (auto good = preparation.so_far(); !good) return fail(good.error());
  if (events.empty()) return std::vector<Position>{};
  if (auto begun = store_->begin(); !begun) return fail(begun.error());
  auto positions = append_locked(preparation, *ids, *streams, expectations, events);
  if (!positions) {
    store_->roll_back();
    if (positions.error().code == ErrorCode::log_io) end_.reset();
  }
  return positions;
}

result<std::vector<Position>> EventLog::Implementation::append_locked(
    Preparation& preparation, std::span<const EventId> ids, Streams& streams,
    std::span<const Expectation> expectations, std::span<const NewEvent> events) {
  auto repeated = find_repeated(*store_, ids, events);
  if (!repeated || !repeated->empty()) {
    store_->roll_back();
    return repeated;
  }
  if (auto good = check_expectations(*store_, expectations, streams); !good) return fail(good.error());
  if (auto fresh = refresh(); !fresh) return fail(fresh.error());
  End end = *end_;
  auto positions = write(preparation, ids, streams, events, end);
  if (!positions) return positions;
  if (auto committed = store_->commit(); !committed) return fail(committed.error());
  end_ = std::move(end);
  return positions;
}

result<std::vector<Position>> EventLog::Implementation::write(Preparation& preparation,
                                                              std::span<const EventId> ids, Streams& streams,
                                                              std::span<const NewEvent> events, End& end) {
  // One time for the whole append, so that no question "as known by" can fall inside it.
  end.recorded_at = std::max(clock_(), end.recorded_at);
  const std::string recorded_at = end.recorded_at.text();
  if (!Instant::parse(recorded_at))
    return fail(ErrorCode::event, fmt::format("the clock says {}, which no event can hold", recorded_at));

  preparation.seal(next_revisions(streams), recorded_at, end.tree);
  std::vector<Position> positions;
  positions.reserve(events.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (auto good = preparation.wait_for(i); !good) return fail(good.error());
    const std::string& bytes = preparation.bytes(i);
    if (bytes.size() > limits::event_bytes_max)
      return fail(ErrorCode::limit,
                  fmt::format("the event {} is too large by the digits of its revision", events[i].id));
    const Position position{end.tree.size() + i};
    const EventRow row{position, ids[i], events[i].stream, preparation.revision(i), preparation.leaf(i),
                       bytes};
    if (auto done = store_->insert(row); !done) return fail(done.error());
    positions.push_back(position);
  }
  for (const TileRoot& tile : preparation.tiles())
    if (auto done = store_->insert(tile); !done) return fail(done.error());
  end.tree = preparation.tree();
  return positions;
}

result<EventLog> EventLog::create(const std::string& file, Clock clock,
                                  std::chrono::milliseconds writer_wait) {
  if (auto made = make_log_file(file); !made) return fail(made.error());
  return open(file, std::move(clock), writer_wait);
}

result<EventLog> EventLog::open(const std::string& file, Clock clock, std::chrono::milliseconds writer_wait) {
  auto store = open_sqlite_store(file, writer_wait);
  if (!store) return fail(store.error());
  return EventLog(std::make_unique<Implementation>(std::move(*store), std::move(clock)));
}

EventLog::EventLog(std::unique_ptr<Implementation> implementation)
    : implementation_(std::move(implementation)) {}
EventLog::EventLog(EventLog&&) noexcept = default;
EventLog& EventLog::operator=(EventLog&&) noexcept = default;
EventLog::~EventLog() = default;

result<std::vector<Position>> EventLog::append(std::span<const Expectation> expectations,
                                               std::span<const NewEvent> events) {
  return implementation_->append(expectations, events);
}

result<Head> EventLog::head() {
  return implementation_->head();
}

result<std::optional<Revision>> EventLog::revision_of(std::string_view stream) {
  return implementation_->store().revision_of(stream);
}

result<std::unique_ptr<EventReader>> EventLog::reader() const {
  return implementation_->store().reader();
}

result<LogCheck> check_log(EventLog& log, const EnvelopeCheck& envelope, const CheckProgress& progress) {
  LogStore& store = log.implementation_->store();
  const auto head = log.head();
  if (!head) return LogCheck{{}, {{{}, head.error().sentence}}, {}};
  return check_rows([&] { return store.audit(); }, *head, envelope, progress);
}

std::string to_hex(const Hash& hash) {
  std::string text;
  text.reserve(2 * hash.size());
  for (const auto byte : hash)
    fmt::format_to(std::back_inserter(text), "{:02x}", byte);
  return text;
}

}  // namespace daybook
