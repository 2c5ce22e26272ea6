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

// A checked event whose revision and recording time are not known yet: only the writer that holds the log
// knows them.
class EventDraft {
 public:
  // Errors, the first that holds: E-LIMIT, E-EVENT, E-TEXT, E-JSON.
  static result<EventDraft> make(const NewEvent& event);

  const EventId& id() const { return id_; }
  // The event's bytes for good. REQUIRES: recorded_at is Instant::text(). May be longer than
  // limits::event_bytes_max by the digits of the revision; the caller checks.
  void write(std::string_view recorded_at, Revision revision, std::string& bytes) const;

 private:
  EventId id_{};
  std::string bytes_;               // with a time and a revision that stand in for the real ones
  std::size_t recorded_at_at_ = 0;  // where the time begins
};

}  // namespace daybook
