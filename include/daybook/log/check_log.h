// What is wrong with a log, by its own format alone: docs/formats/log.md.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/event/envelope.h"
#include "daybook/log/event_log.h"

namespace daybook {

// More are not kept: what is that broken is restored, not read through.
inline constexpr std::size_t findings_max = 1'000;

struct Finding {
  std::optional<Position> position;  // none: of the log as a whole
  std::string sentence;              // ends without a full stop
};

struct LogCheck {
  Head head;                      // recomputed from the events' bytes
  std::vector<Finding> findings;  // faults, in the order of positions, those of the whole log last
  std::vector<Finding> notes;     // what may be harmless
};

// Whether the data of an event can be decoded, and what that tells of its spelling; called on any thread.
using EnvelopeCheck = std::function<result<Spelling>(const Envelope&)>;

// Takes the events of the log while they are checked, good or not. Each thread of the check has one.
class EventFollower {
 public:
  virtual ~EventFollower() = default;
  // Some events that follow each other, side by side with other threads; they live until take_over() returns.
  virtual void prepare(Position first, std::span<const std::string_view> events) = 0;
  // One thread at a time, in the order of positions.
  virtual void take_over() = 0;
};
using MakeFollower = std::function<std::unique_ptr<EventFollower>()>;

using CheckProgress = std::function<void(std::uint64_t done, std::uint64_t of)>;

// Room is made for no more at once: a damaged log may say that it has any number.
inline constexpr std::uint64_t events_at_first = 4'000'000;

// Each may be left out.
struct LogCheckPlan {
  EnvelopeCheck envelope = {};
  CheckProgress progress = {};
  MakeFollower follower = {};
};

// Reads the whole log and holds everything in it against everything else: each event's bytes against the
// spelling, its own hash and the columns beside it; positions, revisions and recording times against the
// order; tiles and head against the root of the bytes; the backend's storage against itself. It goes on after
// a fault. Writes nothing, waits for no writer and holds none up; what is appended meanwhile is not looked
// at. Takes the threads that the machine has, and memory for the name of each stream. Errors: E-LOG-IO when
// the log cannot be read at all.
result<LogCheck> check_log(EventLog& log, const LogCheckPlan& plan);

}  // namespace daybook
