#pragma once

#include <string>

#include "daybook/log/check_log.h"

namespace daybook {

struct FsckReport {
  LogCheck log;
  std::uint64_t activities = 0;  // that the events were folded into
  bool good() const { return log.findings.empty(); }
};

// Holds the whole log against its format and against itself (check_log), decodes every event, and folds it
// twice, on as many threads as there are and on one: both registers must have one digest. Writes nothing.
// Errors: those of EventLog::open and Vocabulary::load; what is wrong with the log is in the report.
result<FsckReport> fsck(const std::string& log_file, const std::string& vocabulary_folder,
                        const CheckProgress& progress = {});

// A line each fault and note, and one for the whole; as JSON `{size, root, good, findings:[{position,
// sentence}], notes:[…]}`, where position is null for what concerns the whole log.
std::string describe(const FsckReport& report, const std::string& log_file, bool json);

}  // namespace daybook
