// Corrections: events that put right what the log says, each with a reason and the events it supersedes.
// Planned here against what a register knows, and appended as a whole by whoever asked for them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/intake/activity_form.h"
#include "daybook/log/event_log.h"
#include "daybook/register/register.h"

namespace daybook {

// Who corrects, and why.
struct Why {
  std::string actor;
  std::string reason;  // required
  std::string source = "firsthand";
  std::optional<std::uint64_t>
      if_revision;  // of the activity's stream, as the writer saw it; none = as it is
};

// What is to be appended; no events where nothing would change.
struct Correction {
  std::vector<Expectation> expectations;
  std::vector<NewEvent> events;
};

// Errors of all: E-REQUIRED without a reason; E-NOT-FOUND for an id that there is not; E-CONFLICT where the
// activity is withdrawn or merged (or, to be reinstated, is not); E-LOG-IO.
// One thread at a time.
class Corrections {
 public:
  // REQUIRES: the register is folded from the log; both outlive this.
  Corrections(EventLog& log, const Register& reg, Why why)
      : log_(log), register_(reg), why_(std::move(why)) {}

  // Errors besides: E-VALUE when a field cannot be read; each fault has been told.
  result<Correction> amend(std::string_view id, const std::vector<FieldChange>& changes,
                           const FaultSink& fault);
  result<Correction> withdraw(std::string_view id);
  result<Correction> reinstate(std::string_view id);
  // The others are given up for the survivor.
  result<Correction> merge(std::string_view survivor, const std::vector<std::string>& others);
  // The activities count as one. Errors besides: E-EVENT for fewer than two, or one that stands twice.
  result<Correction> group(const std::vector<std::string>& ids, Basis basis);
  // The events that take back what an event, given by position or id, or a batch did. Errors besides:
  // E-CONFLICT, naming the event, where a later event builds on it, or where it is undone already.
  result<Correction> undo(std::string_view event_or_batch);

 private:
  struct Standing {
    ActivityIndex activity = 0;
    VersionIndex version = 0;  // the current one
    std::string stream;
  };

  result<void> check_reason() const;
  result<ActivityIndex> known(std::string_view id) const;
  // The activity, or the one that it was merged into. Errors: E-NOT-FOUND, E-CONFLICT.
  result<Standing> standing(std::string_view id) const;
  result<std::string> event_id(EventCount position);
  void expect(const std::string& stream, const std::optional<std::uint64_t>& revision);
  template <class Data>
  void add(const std::string& stream, const Data& data, std::vector<std::string> supersedes);

  EventLog& log_;
  const Register& register_;
  Why why_;
  std::string batch_;  // of an undo
  std::unique_ptr<EventReader> reader_;
  Correction correction_;
};

// E-NOT-FOUND, with the ids that look like this one.
Error not_found(const Register& reg, std::string_view id);

}  // namespace daybook
