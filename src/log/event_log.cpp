#include "daybook/log/event_log.h"

#include <algorithm>
#include <deque>
#include <utility>

#include <fmt/format.h>

#include "daybook/base/limits.h"
#include "daybook/log/check_log.h"

#include "src/log/append_job.h"
#include "src/log/append_request.h"
#include "src/log/event_draft.h"
#include "src/log/event_log_implementation.h"
#include "src/log/log_store.h"
#include "src/log/merkle.h"
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

result<void> check_expectation(LogStore& store, const Expectation& expectation,
                               std::optional<Revision>& last) {
  auto found = store.revision_of(expectation.stream);
  if (!found) return fail(found.error());
  if (!holds(expectation, *found))
    return fail(
        ErrorCode::revision,
        fmt::format("stream {}: expected {}, found {}", expectation.stream, expected_text(expectation),
                    *found ? fmt::format("revision {}", (*found)->value) : "no event yet"),
        "someone else has written to it; read it again");
  last = *found;
  return {};
}

// Whether the stream's next revision follows from what is expected.
bool says_next_revision(const Expectation& expectation) {
  return expectation.kind == Expectation::Kind::none_yet ||
         (expectation.kind == Expectation::Kind::exactly && expectation.revision.value < UINT64_MAX);
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

result<std::vector<Position>> EventLog::Implementation::append(const Append& what) {
  if (auto good = check_amount(what.events); !good) return fail(good.error());
  AppendJob job(what);
  auto positions = append_alone(job, Trust::expectations);
  if (positions) return positions;
  // A malformed event is told before all else, even if something else was found sooner.
  if (auto good = job.preparation.check(); !good) return fail(good.error());
  if (!job.writes || positions.error()->code == ErrorCode::log_io) return positions;
  AppendJob again(what);
  return append_alone(again, Trust::nothing);
}

result<std::vector<Position>> EventLog::Implementation::append_alone(AppendJob& job, Trust trust) {
  if (auto good = job.check(); !good) return fail(good.error());
  if (auto good = job.preparation.so_far(); !good) return fail(good.error());
  if (job.what.events.empty()) return std::vector<Position>{};
  if (auto begun = begin(); !begun) return fail(begun.error());
  End end = *end_;
  auto positions = add(job, trust, end);
  if (auto ended = finish(positions && job.writes, std::move(end), positions); !ended)
    return fail(ended.error());
  return positions;
}

std::vector<result<std::vector<Position>>> EventLog::Implementation::append_all(
    std::span<AppendJob* const> jobs) {
  std::vector<result<std::vector<Position>>> answers(jobs.size());
  if (add_together(jobs, Trust::expectations, answers)) return answers;
  // One of them cannot be written after all, and those before it in the transaction went with it.
  std::deque<AppendJob> anew;
  std::vector<AppendJob*> again;
  for (const AppendJob* job : jobs)
    again.push_back(&anew.emplace_back(job->what));
  if (std::ranges::all_of(again, [](AppendJob* job) { return job->check().has_value(); }) &&
      add_together(again, Trust::nothing, answers))
    return answers;
  for (std::size_t i = 0; i < jobs.size(); ++i)
    answers[i] = append(jobs[i]->what);
  return answers;
}

// False when nothing was written, and each is to be tried again.
bool EventLog::Implementation::add_together(std::span<AppendJob* const> jobs, Trust trust,
                                            std::vector<result<std::vector<Position>>>& answers) {
  if (auto begun = begin(); !begun) {
    std::ranges::fill(answers, fail(begun.error()));
    return true;
  }
  End end = *end_;
  bool writes = false;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    answers[i] = add(*jobs[i], trust, end);
    if (!answers[i] && (jobs[i]->writes || answers[i].error()->code == ErrorCode::log_io)) {
      static_cast<void>(finish(false, {}, answers[i]));
      return false;
    }
    writes = writes || jobs[i]->writes;
  }
  if (auto ended = finish(writes, std::move(end), {}); !ended)
    std::ranges::fill(answers, fail(ended.error()));
  return true;
}

// Waits for the other writers; from here to finish() the end is known, and nobody else moves it.
result<void> EventLog::Implementation::begin() {
  if (auto begun = store_->begin(); !begun) return begun;
  auto fresh = refresh();
  if (!fresh) static_cast<void>(finish(false, {}, fail(fresh.error())));
  return fresh;
}

// Commits or rolls back. `so_far` is the answer up to here; the answer is that of the commit.
result<void> EventLog::Implementation::finish(bool commit, End end,
                                              const result<std::vector<Position>>& so_far) {
  if (commit) {
    auto committed = store_->commit();
    if (committed)
      end_ = std::move(end);
    else
      end_.reset();
    return committed;
  }
  store_->roll_back();
  if (!so_far && so_far.error()->code == ErrorCode::log_io) end_.reset();
  return {};
}

// Within a transaction; `end` moves on by what it writes.
result<std::vector<Position>> EventLog::Implementation::add(AppendJob& job, Trust trust, End& end) {
  if (job.what.events.empty()) return std::vector<Position>{};
  auto repeated = find_repeated(*store_, job.ids, job.what.events);
  if (!repeated || !repeated->empty()) return repeated;
  if (job.what.log_size && *job.what.log_size != end.tree.size())
    return fail(ErrorCode::revision,
                fmt::format("someone else has written to the log since it was read: its size is {}, not {}",
                            end.tree.size(), *job.what.log_size),
                "read it again");
  for (std::size_t i = 0; i < job.what.expectations.size(); ++i) {
    const Expectation& expectation = job.what.expectations[i];
    if (trust == Trust::expectations && says_next_revision(expectation) && job.streams.written[i]) {
      if (expectation.kind == Expectation::Kind::exactly) job.streams.last[i] = expectation.revision;
      continue;
    }
    if (auto good = check_expectation(*store_, expectation, job.streams.last[i]); !good)
      return fail(good.error());
  }
  // One time for the whole append, so that no question "as known by" can fall inside it.
  const Instant recorded_at = std::max(clock_(), end.recorded_at);
  if (!Instant::parse(recorded_at.text()))
    return fail(ErrorCode::event,
                fmt::format("the clock says {}, which no event can hold", recorded_at.text()));
  job.writes = true;
  end.recorded_at = recorded_at;
  return write(job, end);
}

result<std::vector<Position>> EventLog::Implementation::write(AppendJob& job, End& end) {
  Preparation& preparation = job.preparation;
  const std::span<const NewEvent> events = job.what.events;
  preparation.seal(next_revisions(job.streams), end.recorded_at.text(), end.tree);
  std::vector<Position> positions;
  positions.reserve(events.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (auto good = preparation.wait_for(i); !good) return fail(good.error());
    const std::string& bytes = preparation.bytes(i);
    if (bytes.size() > limits::event_bytes_max)
      return fail(ErrorCode::limit,
                  fmt::format("the event {} is too large by the digits of its revision", events[i].id));
    const Position position{end.tree.size() + i};
    const EventRow row{position, job.ids[i], events[i].stream, preparation.revision(i), preparation.leaf(i),
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
  return append(Append{expectations, events});
}

result<std::vector<Position>> EventLog::append(const Append& what) {
  return implementation_->append(what);
}

std::vector<result<std::vector<Position>>> EventLog::append_all(std::span<PreparedAppend* const> appends) {
  std::vector<AppendJob*> jobs;
  jobs.reserve(appends.size());
  for (const PreparedAppend* append : appends)
    jobs.push_back(append->job_.get());
  return implementation_->append_all(jobs);
}

result<TakenOver> EventLog::take_over(const EventSource& source) {
  return implementation_->take_over(source);
}

result<void> EventLog::copy_to(const std::string& file, const std::function<void(int, int)>& progress) {
  return implementation_->store().copy_to(file, progress);
}

result<std::uint64_t> EventLog::size() {
  return implementation_->store().size();
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

result<std::unique_ptr<TreeReader>> EventLog::tree() const {
  return implementation_->store().tree();
}

result<LogCheck> check_log(EventLog& log, const LogCheckPlan& plan) {
  LogStore& store = log.implementation_->store();
  const auto head = log.head();
  if (!head) return LogCheck{{}, {{{}, head.error()->sentence}}, {}};
  return check_rows([&] { return store.audit(); }, *head, plan);
}

std::string to_hex(const Hash& hash) {
  std::string text;
  text.reserve(2 * hash.size());
  for (const auto byte : hash)
    fmt::format_to(std::back_inserter(text), "{:02x}", byte);
  return text;
}

}  // namespace daybook
