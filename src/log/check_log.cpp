#include "daybook/log/check_log.h"

#include <algorithm>
#include <future>
#include <map>
#include <span>
#include <utility>

#include <fmt/format.h>

#include "daybook/base/in_turns.h"
#include "daybook/base/joined.h"
#include "daybook/base/name_numbers.h"

#include "src/log/canonical_check.h"
#include "src/log/event_draft.h"
#include "src/log/log_audit.h"
#include "src/log/stored_event.h"

namespace daybook {

namespace {

constexpr std::uint64_t chunk_events = 128;

std::string_view view(const Hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

std::string_view bytes_of(std::span<const std::uint64_t> words) {
  return {reinterpret_cast<const char*>(words.data()), words.size_bytes()};
}

// What of an event the next ones are held against.
struct Checked {
  std::uint64_t position = 0;
  Hash leaf{};  // of the bytes
  std::string stream;
  std::uint64_t stream_hash = 0;
  std::uint64_t revision = 0;
  std::optional<Instant> recorded_at;  // none when it cannot be read
};

// The order of the events, and what follows from it.
class Order {
 public:
  Order(const Head& head, const std::vector<TileRoot>& tiles, LogCheck& check) : head_(head), check_(check) {
    for (const TileRoot& tile : tiles)
      tiles_.emplace(std::pair(tile.level, tile.number), tile.hash);
    const auto streams = static_cast<std::size_t>(std::min(head.size, events_at_first));
    streams_.reserve(streams);
    next_revision_.reserve(streams);
  }

  // The events of a chunk, and what was found in each by itself.
  void add(std::span<const Checked> events, const IndexSums& sums, std::vector<Finding>& findings) {
    sums_ += sums;
    for (std::size_t i = 0; i < events.size(); ++i) {
      if (const auto ahead = i + NameNumbers::ahead; ahead < events.size())
        streams_.prefetch(stream_of(events[ahead]));
      add(events[i], findings);
    }
    keep(findings);
  }

  void finish() {
    std::vector<Finding> findings;
    missing_up_to(head_.size, findings);
    for (const auto& [tile, hash] : tiles_)
      if (whole_)
        findings.push_back(
            {{},
             fmt::format("tile {} of level {} is over events that are not there", tile.second, tile.first)});
    if (whole_ && tree_.root() != head_.root)
      findings.push_back({{},
                          fmt::format("the head answers the root {}, and the events have {}",
                                      to_hex(head_.root), to_hex(tree_.root()))});
    keep(findings);
    check_.head = {tree_.size(), tree_.root(), recorded_at_};
  }

  std::uint64_t events() const { return next_; }
  const IndexSums& sums() const { return sums_; }

 private:
  void keep(std::vector<Finding>& findings) {
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.position < b.position; });
    for (Finding& finding : findings)
      if (check_.findings.size() < findings_max) check_.findings.push_back(std::move(finding));
  }

  void add(const Checked& event, std::vector<Finding>& findings) {
    missing_up_to(event.position, findings);
    next_ = event.position + 1;
    const Position position{event.position};
    auto& revision = next_revision_of(event);
    if (event.revision != revision)
      findings.push_back({position, fmt::format("it has revision {} in its stream, where {} is the next",
                                                event.revision, revision)});
    revision = event.revision + 1;
    if (event.recorded_at && *event.recorded_at < recorded_at_)
      findings.push_back({position, fmt::format("it was recorded at {}, before the event before it",
                                                event.recorded_at->text())});
    recorded_at_ = std::max(recorded_at_, event.recorded_at.value_or(recorded_at_));
    if (!whole_) return;
    finished_.clear();
    tree_.add_leaf(event.leaf, finished_);
    for (const TileRoot& tile : finished_)
      compare(tile, position, findings);
  }

  static HashedBytes stream_of(const Checked& event) { return {event.stream, event.stream_hash}; }

  std::uint64_t& next_revision_of(const Checked& event) {
    const auto [number, is_new] = streams_.add(stream_of(event));
    if (is_new) next_revision_.push_back(0);
    return next_revision_[number];
  }

  void missing_up_to(std::uint64_t position, std::vector<Finding>& findings) {
    if (next_ >= position) return;
    whole_ = false;  // there is no root any more
    findings.push_back({Position{next_}, position == next_ + 1
                                             ? std::string("the event is missing")
                                             : fmt::format("{} events are missing", position - next_)});
    next_ = position;
  }

  void compare(const TileRoot& tile, Position last, std::vector<Finding>& findings) {
    const auto stored = tiles_.extract(std::pair(tile.level, tile.number));
    if (stored.empty())
      findings.push_back(
          {last, fmt::format("tile {} of level {}, which it fills, is missing", tile.number, tile.level)});
    else if (stored.mapped() != tile.hash)
      findings.push_back(
          {last, fmt::format("tile {} of level {}, which it fills, is not the root of its events",
                             tile.number, tile.level)});
  }

  const Head& head_;
  LogCheck& check_;
  std::map<std::pair<unsigned, std::uint64_t>, Hash> tiles_;  // those not compared yet
  std::uint64_t next_ = 0;
  bool whole_ = true;  // no event is missing so far
  Instant recorded_at_;
  MerkleTree tree_;
  std::vector<TileRoot> finished_;
  IndexSums sums_;
  NameNumbers streams_;
  std::vector<std::uint64_t> next_revision_;  // by number of the stream
};

// One event by itself, read into `envelope`, which keeps its memory from one event to the next. Errors: what
// is wrong with it.
result<void> check_row(const AuditRow& row, const EnvelopeCheck& check, Envelope& envelope,
                       Checked& checked) {
  checked.leaf = leaf_hash(row.bytes);
  checked.stream = row.stream;
  checked.stream_hash = HashedBytes::hash_of(row.stream);
  checked.recorded_at.reset();
  if (row.leaf != view(checked.leaf))
    return fail(ErrorCode::log_io, "its bytes are not those that were hashed");
  if (auto good = read_members(row.bytes, envelope); !good) return good;
  auto data = check ? check(envelope) : result<Spelling>(Spelling::not_known);
  const bool spelled = data && *data == Spelling::canonical && row.bytes.find('\\') == std::string_view::npos;
  if (!spelled)
    if (auto good = check_canonical(row.bytes); !good) return good;
  checked.recorded_at = *Instant::parse(envelope.recorded_at);
  const EventId id = *event_id(envelope.id);
  if (row.id != std::string_view(reinterpret_cast<const char*>(id.data()), id.size()))
    return fail(ErrorCode::log_io, "the id beside it is not its own");
  if (row.stream != envelope.stream) return fail(ErrorCode::log_io, "the stream beside it is not its own");
  if (row.revision != static_cast<std::uint64_t>(envelope.revision))
    return fail(ErrorCode::log_io, "the revision beside it is not its own");
  return data ? result<void>() : fail(std::move(data.error()));
}

// Reads and checks chunks, each event by itself first.
class Checker {
 public:
  Checker(std::unique_ptr<LogAudit> audit, Order& order, std::uint64_t size, const LogCheckPlan& plan)
      : audit_(std::move(audit)), order_(&order), size_(size), plan_(&plan) {}

  struct Piece {
    std::unique_ptr<EventFollower> follower;  // none before the first chunk, or where nothing follows
    std::vector<Checked> events;              // the first `count`; their names keep their memory
    std::size_t count = 0;
    Joined bytes;  // of the events, for the follower
    IndexSums sums;
    std::vector<Finding> findings;
  };

  result<void> prepare(std::uint64_t number, Piece& piece) {
    if (!piece.follower && plan_->follower) piece.follower = plan_->follower();
    piece.count = 0;
    piece.findings.clear();
    piece.bytes.clear();
    piece.sums = {};
    const std::uint64_t first = number * chunk_events;
    const auto read = audit_->rows(first, std::min(first + chunk_events, size_), [&](const AuditRow& row) {
      if (piece.count == piece.events.size()) piece.events.emplace_back();
      Checked& checked = piece.events[piece.count++];
      checked.position = row.position;
      checked.revision = row.revision;
      if (piece.follower) piece.bytes.add(row.bytes);
      if (const auto good = check_row(row, plan_->envelope, envelope_, checked); !good)
        piece.findings.push_back({Position{row.position}, good.error()->sentence});
      piece.sums.add_id(row.id, row.position);
      piece.sums.add_revision({row.stream, checked.stream_hash}, row.revision, row.position);
    });
    if (!read) {
      const std::uint64_t at = piece.count == 0 ? first : piece.events[piece.count - 1].position + 1;
      piece.findings.push_back({Position{at}, read.error()->sentence});
    }
    if (piece.follower) piece.follower->prepare(Position{first}, piece.bytes.texts());
    return {};
  }
  result<void> take_over(Piece& piece) {
    order_->add(std::span(piece.events).first(piece.count), piece.sums, piece.findings);
    if (piece.follower) piece.follower->take_over();
    if (plan_->progress) plan_->progress(order_->events(), size_);
    return {};
  }

 private:
  std::unique_ptr<LogAudit> audit_;
  Order* order_;
  std::uint64_t size_;
  const LogCheckPlan* plan_;
  Envelope envelope_;
};

// Errors: why it cannot be told.
result<void> compare_indexes(const result<std::optional<IndexSums>>& indexed, const IndexSums& rows,
                             LogAudit& audit, std::vector<Finding>& faults) {
  if (!indexed) return fail(indexed.error());
  if (*indexed == rows) return {};
  if (*indexed)
    if (auto told = audit.look_up_rows(faults); !told) return told;
  if (faults.empty()) faults.push_back({{}, "the indexes do not lead to the events that are there"});
  return {};
}

}  // namespace

void IndexSums::add_id(std::string_view id, std::uint64_t position) {
  const std::uint64_t entry[] = {HashedBytes::hash_of(id), position};
  ids_ += HashedBytes::hash_of(bytes_of(entry));
}

void IndexSums::add_revision(const HashedBytes& stream, std::uint64_t revision, std::uint64_t position) {
  const std::uint64_t entry[] = {stream.hash, revision, position};
  revisions_ += HashedBytes::hash_of(bytes_of(entry));
}

void IndexSums::add(const AuditRow& row) {
  add_id(row.id, row.position);
  add_revision(HashedBytes(row.stream), row.revision, row.position);
}

IndexSums& IndexSums::operator+=(const IndexSums& others) {
  ids_ += others.ids_;
  revisions_ += others.revisions_;
  return *this;
}

result<LogCheck> check_rows(const OpenAudit& open, const Head& head, const LogCheckPlan& plan) {
  auto audit = open();
  if (!audit) return fail(audit.error());
  LogCheck check;
  std::vector<Finding> faults;
  auto tiles = (*audit)->tiles();
  if (!tiles) {
    faults.push_back({{}, tiles.error()->sentence});
    tiles.emplace();
  }
  // The backend looks at its storage while the rows are read.
  auto storage =
      std::async(std::launch::async, [&] { return (*audit)->storage(head.size, faults, check.notes); });
  Order order(head, *tiles, check);
  const auto checker = [&]() -> result<Checker> {
    auto own = open();
    if (!own) return fail(own.error());
    return Checker(std::move(*own), order, head.size, plan);
  };
  const auto done = in_turns((head.size + chunk_events - 1) / chunk_events, 0, checker);
  const auto indexed = storage.get();
  if (!done) return fail(done.error());
  if (auto told = compare_indexes(indexed, order.sums(), **audit, faults); !told)
    faults.push_back({{}, told.error()->sentence});
  order.finish();
  for (Finding& fault : faults)
    if (check.findings.size() < findings_max) check.findings.push_back(std::move(fault));
  return check;
}

}  // namespace daybook
