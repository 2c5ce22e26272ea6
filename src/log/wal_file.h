#pragma once

#include <string>
#include <vector>

#include "daybook/log/check_log.h"

namespace daybook {

// Reads SQLite's write-ahead log (sqlite.org/fileformat2.html, section 4) for what SQLite itself passes over
// in silence: it takes the frames up to the first whose checksum or salt is wrong, and what stands behind
// that might as well never have been written. A damaged header or salt is a fault. Frames of this write-ahead
// log that do not follow from those before are a note: a writer that was killed leaves such, and so does
// damage to the last transactions. One that was cut off behind a transaction is a
// shorter log, which only a checkpoint tells. A file that is empty or not there is good. Errors: E-LOG-IO.
result<void> check_wal_file(const std::string& file, std::vector<Finding>& faults,
                            std::vector<Finding>& notes);

}  // namespace daybook
