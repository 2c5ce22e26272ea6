// Copies of a log: as a file, and as JSON lines.
#pragma once

#include <functional>
#include <string>

#include "daybook/log/event_log.h"

namespace daybook {

using CopyProgress = std::function<void(std::uint64_t done, std::uint64_t of)>;

// Copies a log that may be in use into a new file, checks every byte of the copy (fsck), and only then gives
// it its name. Answers the copy's head. Errors: E-LOG-EXISTS, E-LOG-IO, those of EventLog::open; E-LOG-FORMAT
// when the copy is damaged, as the log then is.
result<Head> back_up(const std::string& log_file, const std::string& copy,
                     const std::string& vocabulary_folder, const CopyProgress& progress = {});

// Makes the log again from a backup, as back_up() would; where there is a log already, appends what the
// backup has more. Errors: those of back_up and of EventLog::take_over; E-FORK; E-LOG-EXISTS when the log
// that is there has more events than the backup.
result<TakenOver> restore(const std::string& backup, const std::string& log_file,
                          const std::string& vocabulary_folder, const CopyProgress& progress = {});

// Appends the events of a file of JSON lines, as `export --events` prints them, that the log does not have
// yet; whole or not at all. Errors: E-FILE and those of EventLog::open and take_over, with file and line.
result<TakenOver> import_events(const std::string& log_file, const std::string& file);

}  // namespace daybook
