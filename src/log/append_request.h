// What is checked of an append before the log is asked: what belongs to what.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "daybook/log/event_log.h"

#include "src/log/event_draft.h"

namespace daybook {

// The streams of an append, in the order of the expectations.
struct Streams {
  std::vector<std::optional<Revision>> last;  // of each; moves on while events are written
  std::vector<std::size_t> of_event;          // which stream each event belongs to
  std::vector<std::uint8_t> written;          // 1 = an event belongs to it
};

// Errors, the first that holds: E-EVENT when an id is no UUIDv7, E-ID-REUSED when one stands twice.
result<std::vector<EventId>> ids_of(std::span<const NewEvent> events);

// Errors: E-EVENT when a stream that is written to has no expectation, or any stream has two.
result<Streams> match_streams(std::span<const Expectation> expectations, std::span<const NewEvent> events);

}  // namespace daybook
