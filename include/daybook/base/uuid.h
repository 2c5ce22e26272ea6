#pragma once

#include <string>
#include <string_view>

#include "daybook/base/instant.h"

namespace daybook {

// A UUIDv7 (RFC 9562 section 5.7) in lower-case text: 48 bits of milliseconds, then a counter of 12
// bits and 62 random ones. Two made in one process sort in the order they were made, even when the clock is
// set back: the later one's milliseconds then run ahead of `now`. Safe from any thread.
std::string make_uuid_v7(Instant now);

bool is_uuid_v7(std::string_view text);

}  // namespace daybook
