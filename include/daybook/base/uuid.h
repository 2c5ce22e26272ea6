#pragma once

#include <string>
#include <string_view>

#include "daybook/base/instant.h"

namespace daybook {

// A UUIDv7 (RFC 9562 section 5.7) in lower-case text: 48 bits of milliseconds, then 74 random bits. Two made in one
// process in the same millisecond still sort in the order they were made. Safe from any thread.
std::string make_uuid_v7(Instant now);

bool is_uuid_v7(std::string_view text);

}  // namespace daybook
