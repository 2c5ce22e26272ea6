#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "daybook/base/error.h"
#include "daybook/base/instant.h"
#include "daybook/base/strong.h"
#include "daybook/event/envelope.h"

namespace daybook {

using EventId = std::array<std::uint8_t, 16>;  // the UUID's bytes

// Errors: E-EVENT when the text is not a UUIDv7.
result<EventId> event_id(std::string_view text);

// A checked event whose revision and recording time are not known yet: only the writer that holds the log
// knows them.
class EventDraft {
 public:
  // Errors, the first that holds: E-LIMIT, E-EVENT, E-TEXT, E-JSON.
  static result<EventDraft> make(const NewEvent& event);
  // Asks for the memory that it will take to be of that event.
  void make_room(const NewEvent& event);
  // Makes this one of that event, in the memory that it has.
  result<void> remake(const NewEvent& event);

  // Gives the event its last two members. At most once. REQUIRES: recorded_at is Instant::text().
  void seal(std::string_view recorded_at, Revision revision);
  // Once it is sealed, the event's bytes for good. May be longer than limits::event_bytes_max by the digits
  // of the revision; the caller checks.
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;  // until it is sealed, with a time and a revision that stand in for the real ones
  std::size_t recorded_at_at_ = 0;  // where the time begins
};

}  // namespace daybook
