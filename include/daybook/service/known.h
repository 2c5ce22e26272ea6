// The recorded clock of a question: how much of the log it knows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace daybook {

// Both left out: everything. At most one is given.
struct Known {
  std::optional<std::uint64_t> at;  // the first N events
  std::string by;                   // what was recorded by that day or time (UTC), the whole of it included
};

}  // namespace daybook
