#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "daybook/log/event_log.h"
#include "daybook/register/register.h"

namespace daybook {

// Stands as the source of every event that undoes another.
inline constexpr std::string_view undo_source = "undo";

// One event that is undone, and what takes it back.
struct UndoneEvent {
  std::string id;
  std::string stream;
  std::variant<ActivityAmended, ActivityWithdrawn, ActivityReinstated, FactWithdrawn, FactReinstated> by;
};

// Finds what takes back an event or a batch, and whether anything stands in the way.
class Undo {
 public:
  Undo(EventLog& log, const Register& reg) : log_(log), register_(reg) {}

  // In the order in which they are to be appended: the last event is undone first. Errors: E-NOT-FOUND,
  // E-CONFLICT, E-LOG-IO, E-JSON.
  result<std::vector<UndoneEvent>> plan(std::string_view event_or_batch);

 private:
  using Events = std::map<std::uint64_t, Envelope>;  // by position

  // Reads the targets, and the later events of their streams.
  result<void> read(const std::vector<Position>& targets);
  // Takes out of `later_` what was itself undone since, with what undid it.
  void leave_out_undone();
  result<UndoneEvent> take_back(std::uint64_t position, const Envelope& event) const;
  result<ActivityAmended> amendment_back(std::uint64_t position, const Envelope& event) const;
  result<void> check_later(std::uint64_t position, const Envelope& event) const;
  template <class Listing>
  result<void> check_editions(const Envelope& event) const;
  bool is_target(std::uint64_t position) const { return targets_.contains(position); }

  EventLog& log_;
  const Register& register_;
  Events targets_;
  Events later_;
  std::set<std::string> undone_;  // ids of the events that later ones have undone
};

}  // namespace daybook
