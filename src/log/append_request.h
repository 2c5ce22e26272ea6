// What is checked of an append before the log is asked: its events, one by one, and what belongs to what.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "daybook/log/event_log.h"

#include "src/log/event_draft.h"

namespace daybook {

using Drafts = std::vector<EventDraft>;

// The streams of an append, in the order of the expectations.
struct Streams {
  std::vector<std::optional<Revision>> last;  // of each; moves on while events are written
  std::vector<std::size_t> of_event;          // which stream each event belongs to
};

// Errors: E-LIMIT for too many; those of EventDraft::make(), of the first event that has one.
result<Drafts> make_drafts(std::span<const NewEvent> events);

// Errors: E-ID-REUSED when an id stands twice.
result<void> check_ids_differ(const Drafts& drafts, std::span<const NewEvent> events);

// Errors: E-EVENT when a stream that is written to has no expectation, or any stream has two.
result<Streams> match_streams(std::span<const Expectation> expectations, std::span<const NewEvent> events);

}  // namespace daybook
