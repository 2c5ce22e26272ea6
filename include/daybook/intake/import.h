// Importing records: CSV files of printed annexes, of the editions they belong to, of the figures that the
// text of a document prints, and of the rows that count as one activity. An import lands whole or not at all,
// and the same import again changes nothing.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "daybook/log/event_log.h"
#include "daybook/register/register.h"

namespace daybook {

struct ImportOptions {
  std::string actor;
  bool dry_run = false;  // everything but the append
  std::function<void(std::size_t rows, std::size_t of)>
      progress;  // told now and then how far the reading is; may be empty
  std::string
      rejects_file;  // where rows in error are written, to be corrected and imported again; empty = nowhere
  // Whether the question of a figure can be read: who asks them knows. Empty = each is taken as it is.
  std::function<result<void>(std::string_view question)> check_question{};
};

struct FileReport {
  std::string file;
  std::size_t rows = 0;
  std::size_t added = 0;      // rows that are new to the log
  std::size_t unchanged = 0;  // in the log already, with the same content
  // In the log already, with another content. The question and the note of a figure are put right by this
  // import; nothing else that is recorded is ever altered by one.
  std::size_t changed = 0;
  std::size_t errors = 0;  // rows with at least one error
};

struct ImportReport {
  std::vector<FileReport> files;
  std::vector<Error> errors;         // E-CHANGED for the rows that are changed and cannot be
  std::vector<std::string> rejects;  // files of rejected rows that were written
  std::size_t events = 0;            // events that the import makes
  std::string batch;                 // id of the import; empty when it did not land
  Position first;                    // of its events in the log, when it landed

  bool good() const { return errors.empty(); }
};

// Reads the files (a folder stands for the .csv files in it), plans their events against what `reg` knows,
// and appends them as one batch. A row of a later file replaces the row of the same document, annex and
// number (of the same document, paragraph and words) in an earlier one, so that corrected rejects can be
// given after the file they come from. `reg` must be folded from `log`; when another writer has appended
// since, the answer is E-REVISION and nothing lands. Errors: E-FILE and E-LIMIT for a file that cannot be
// read at all, and those of EventLog::append. Everything that is wrong inside the files is in the report.
result<ImportReport> import_records(EventLog& log, const Register& reg, const std::vector<std::string>& paths,
                                    const ImportOptions& options);

}  // namespace daybook
