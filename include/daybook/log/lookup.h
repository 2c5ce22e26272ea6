// Finding events by what is in their envelopes, through a reader: no backend knows of it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "daybook/log/event_log.h"

namespace daybook {

// Errors: E-NOT-FOUND when the log has no such position; E-LOG-IO, E-JSON.
result<Envelope> envelope_at(EventReader& reader, Position position);

// How many events the log had taken by that instant, the instant itself included. Reads a few events:
// recording times never go back. Errors: E-LOG-IO, E-JSON.
result<std::uint64_t> size_known_by(EventLog& log, Instant instant);

// The positions of one event, given by its position or its id, or of all the events of a batch, in ascending
// order. Reads the whole log unless a position is given. Errors: E-NOT-FOUND, E-LOG-IO, E-JSON.
result<std::vector<Position>> find_events(EventLog& log, std::string_view position_id_or_batch);

}  // namespace daybook
