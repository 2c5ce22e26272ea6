// The recorded clock of a question: how much of the log it knows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace daybook {

// All left out: everything. At most one of the first three is given.
struct Known {
  std::optional<std::uint64_t> at;  // the first N events
  std::string by;                   // what was recorded by that day or time (UTC), the whole of it included
  std::string checkpoint_file;      // the events of this signed checkpoint, which the answer then carries
  bool cite = false;                // the answer says how many events it knows, and their root
};

}  // namespace daybook
