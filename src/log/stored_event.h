#pragma once

#include <string_view>

#include "daybook/event/envelope.h"

#include "src/log/event_draft.h"

namespace daybook {

// An event that somebody else sealed, decoded, with all that the format asks of its bytes alone. Errors:
// E-JSON, E-EVENT, E-TEXT, E-LIMIT.
result<Envelope> read_stored(std::string_view bytes);
// The same but for the spelling of its JSON, which is check_canonical()'s. Over whatever `envelope` holds,
// whose memory is kept; after an error it holds anything.
result<void> read_members(std::string_view bytes, Envelope& envelope);

}  // namespace daybook
