// The log: the only truth. Start here.
//
// Events have positions 0, 1, 2 … without gaps, in commit order; their bytes are never changed.
// docs/formats/log.md is the format. Nothing above this layer knows which backend holds the log.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/base/error.h"
#include "daybook/base/instant.h"
#include "daybook/base/strong.h"
#include "daybook/event/envelope.h"

namespace daybook {

using Hash = std::array<std::uint8_t, 32>;  // SHA-256

// The state of the whole log: its number of events and the Merkle tree's root over them (RFC 6962
// section 2.1).
struct Head {
  std::uint64_t size = 0;
  Hash root{};
  Instant recorded_at;  // of the last event; 0 when the log is empty
};

// What the writer believes of a stream that it is about to write to.
struct Expectation {
  enum class Kind { none_yet, exactly, exists, any };
  std::string stream;
  Kind kind = Kind::any;
  Revision revision;  // with `exactly`: the revision of the stream's last event
};

// What one append() takes.
struct Append {
  std::span<const Expectation> expectations;
  std::span<const NewEvent> events;
  std::optional<std::uint64_t> log_size = {};  // so many events the log must have before, where it matters
};

// An append of which all is done that needs no log: its events are checked and written as far as they can be.
// Several threads may make theirs at once. The expectations and events must live as long as it does.
class PreparedAppend {
 public:
  // Errors, as EventLog::append() has them: E-LIMIT, E-EVENT, E-TEXT, E-JSON, E-ID-REUSED for an id that
  // stands twice.
  static result<PreparedAppend> make(const Append& what);
  PreparedAppend(PreparedAppend&&) noexcept;
  PreparedAppend& operator=(PreparedAppend&&) noexcept;
  ~PreparedAppend();

 private:
  friend class EventLog;
  explicit PreparedAppend(std::unique_ptr<struct AppendJob> job);
  std::unique_ptr<AppendJob> job_;
};

// Gets one event: its position and its stored bytes, which live until the call returns. An error stops the
// reading.
using EventSink = std::function<result<void>(Position, std::string_view)>;

// Gives events to a sink, from position 0 on, in their order.
using EventSource = std::function<result<void>(const EventSink&)>;

// What became of the events of another copy of a log.
struct TakenOver {
  std::uint64_t known = 0;  // those that were in the log already
  std::uint64_t added = 0;
  Head head;  // of the log afterwards
};

// A connection of its own for reading; sees the log as it was when each read() began. One thread at a time;
// as many readers as wanted, none of them ever waits for the writer or makes it wait.
class EventReader {
 public:
  virtual ~EventReader() = default;
  // Events first, first + 1 … up to, not including, `end` or the head. The sink may not use this reader.
  // Errors: E-LOG-IO, or the sink's.
  virtual result<void> read(Position first, Position end, const EventSink& sink) = 0;
};

// The hashes of a log's Merkle tree. A connection of its own; one thread at a time.
class TreeReader {
 public:
  virtual ~TreeReader() = default;
  // Level 0: the hashes of the leaves first … end - 1; level l: the roots of the full subtrees of 256^l
  // leaves each, number first … end - 1. Errors: E-LIMIT when the log does not have them all; E-LOG-IO.
  virtual result<std::vector<Hash>> hashes(unsigned level, std::uint64_t first, std::uint64_t end) = 0;
};

// One thread at a time; several objects, in one process or many, may have the same file open.
class EventLog {
 public:
  // The time that the log stamps events with; clamped, so that it never goes back. Called once an append.
  using Clock = std::function<Instant()>;
  static constexpr std::chrono::milliseconds writer_wait_max{10'000};

  // Makes an empty log, whole or not at all, and opens it. Errors: E-LOG-EXISTS, E-LOG-IO.
  static result<EventLog> create(const std::string& file, Clock clock = Instant::now,
                                 std::chrono::milliseconds writer_wait = writer_wait_max);
  // `writer_wait` is how long append() waits for another writer. Errors: E-LOG-MISSING, E-LOG-FORMAT,
  // E-LOG-IO.
  static result<EventLog> open(const std::string& file, Clock clock = Instant::now,
                               std::chrono::milliseconds writer_wait = writer_wait_max);

  EventLog(EventLog&&) noexcept;
  EventLog& operator=(EventLog&&) noexcept;
  ~EventLog();

  // All of the events or none; durable when it returns. Every stream that an event names has one expectation;
  // one of a stream that no event names is checked too. The answer is the position of each event. No events:
  // a success that does nothing. Events whose ids are all in the log already with the same content are a
  // success that writes nothing and answers their original positions, whatever is expected. Errors, the first
  // that holds: E-LIMIT, E-EVENT, E-TEXT, E-JSON (an event is malformed), E-ID-REUSED (an id stands twice in
  // `events`), E-EVENT (an expectation is missing, or stands twice), E-LOG-BUSY (another process wrote for
  // longer than writer_wait), E-ID-REUSED (an id is in the log with another content, or only some of the ids
  // are in it), E-REVISION, E-LOG-IO. After E-LOG-IO it is not known whether the events are in the log; the
  // same append again finds out. After any other error they are not.
  result<std::vector<Position>> append(std::span<const Expectation> expectations,
                                       std::span<const NewEvent> events);

  // The same, and nobody may have written since the log had `log_size` events. Errors: E-REVISION, then.
  result<std::vector<Position>> append(const Append& what);

  // Each is what append() of it would be, in their order, and fails or succeeds by itself; but all of them
  // together wait for one sync. The answers are in the order of the appends, each of which serves once.
  std::vector<result<std::vector<Position>>> append_all(std::span<PreparedAppend* const> appends);

  // Takes over the events of another copy of this log, as they are: byte for byte, with their revisions and
  // recording times, so that the copy's root is had. Those that both have must be the same. One transaction,
  // whole or not at all, with no limit to the number of events. Errors: E-FORK, with the first position that
  // differs; E-LIMIT, E-EVENT, E-TEXT, E-JSON for an event that is malformed or out of order; E-ID-REUSED;
  // E-REVISION; E-LOG-BUSY; E-LOG-IO, and those of the source.
  result<TakenOver> take_over(const EventSource& source);
  // Copies the log as it is now, in use or not, into a new file, which is whole and on the disk when it
  // returns. Errors: E-LOG-EXISTS, E-LOG-IO.
  result<void> copy_to(const std::string& file, const std::function<void(int done, int of)>& progress = {});

  // How many events it has. Errors: E-LOG-IO.
  result<std::uint64_t> size();
  // Costs a few hundred hashes at most, whatever the size. Errors: E-LOG-IO.
  result<Head> head();
  // The revision of the stream's last event; none when the stream is not there. Errors: E-LOG-IO.
  result<std::optional<Revision>> revision_of(std::string_view stream);
  // Errors: E-LOG-IO.
  result<std::unique_ptr<EventReader>> reader() const;
  // Errors: E-LOG-IO.
  result<std::unique_ptr<TreeReader>> tree() const;

 private:
  friend result<struct LogCheck> check_log(EventLog&, const struct LogCheckPlan&);
  class Implementation;
  explicit EventLog(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

// Gives a file that was written under another name, and synced, the name of a log, unless there is one: after
// a crash it has the one name or the other. Errors: E-LOG-EXISTS, E-LOG-IO.
result<void> put_in_place(const std::string& draft, const std::string& file);

std::string to_hex(const Hash& hash);  // lower case

}  // namespace daybook
