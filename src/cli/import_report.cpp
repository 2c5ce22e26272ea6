#include "import_report.h"

#include <algorithm>

#include <fmt/format.h>

namespace daybook {

namespace {

std::string next_step(const ImportReport& report) {
  const bool only_changed = std::all_of(report.errors.begin(), report.errors.end(),
                                        [](const Error& error) { return error.code == ErrorCode::changed; });
  if (only_changed)
    return "Take the changed rows out, or restore them to what the log holds, and import again.\n";
  if (report.rejects.empty())
    return "Correct the rows above and import again; --rejects FILE collects them in a file.\n";
  std::string files;
  for (const FileReport& file : report.files)
    files += " " + file.file;
  for (const std::string& file : report.rejects)
    files += " " + file;
  const bool twice = std::any_of(report.errors.begin(), report.errors.end(),
                                 [](const Error& error) { return error.code == ErrorCode::duplicate; });
  return fmt::format("The rows in error are in {}. Correct them there{}, then:\n  daybook import{}\n",
                     fmt::join(report.rejects, ", "),
                     twice ? ", and take what stands twice out of its own file" : "", files);
}

}  // namespace

std::string describe(const ImportReport& report, const ImportOptions& options) {
  std::string text =
      fmt::format("{:>7} {:>7} {:>9} {:>7} {:>6}  file\n", "rows", "new", "unchanged", "changed", "error");
  for (const FileReport& file : report.files)
    text += fmt::format("{:>7} {:>7} {:>9} {:>7} {:>6}  {}\n", file.rows, file.added, file.unchanged,
                        file.changed, file.errors, file.file);
  if (!report.good()) return text + "Nothing was imported.\n" + next_step(report);
  if (report.events == 0) return text + "Nothing new: the log is as it was.\n";
  if (options.dry_run)
    return text + fmt::format("Dry run: {} events would be recorded; nothing was written.\n", report.events);
  return text + fmt::format("Recorded {} events, from position {} on, as batch {}.\n", report.events,
                            report.first.value, report.batch);
}

}  // namespace daybook
