#pragma once

#include <string_view>

#include "daybook/log/event_log.h"

namespace daybook {

// SHA-256 (FIPS 180-4) of the parts, one after the other. Safe from any thread.
Hash sha256(std::string_view first, std::string_view second = {}, std::string_view third = {});

}  // namespace daybook
