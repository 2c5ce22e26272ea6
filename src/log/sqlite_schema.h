// Format 1 of the log as an SQLite file: docs/formats/log.md.
#pragma once

#include <string>

#include "daybook/base/error.h"

#include "src/log/sqlite_connection.h"

namespace daybook {

inline constexpr int log_application_id = 0x44415942;  // "DAYB"
inline constexpr int log_format_version = 1;
inline constexpr int log_page_bytes = 16'384;

// Neither a file of that name, nor what another log of that name left behind: SQLite would replay its
// write-ahead log into the new file. Errors: E-LOG-EXISTS.
result<void> check_nothing_there(const std::string& file);

// Makes an empty log at `file`, whole or not at all: a crash leaves at most a file of another name beside it.
// Errors: E-LOG-EXISTS, E-LOG-IO.
result<void> make_log_file(const std::string& file);

// There is a file that can be read. Errors: E-LOG-MISSING, E-LOG-IO.
result<void> check_is_file(const std::string& file);

// It is a Daybook log of this format whose tables and triggers are as they were made. Errors: E-LOG-FORMAT,
// E-LOG-IO.
result<void> check_is_log(const SqliteConnection& connection, const std::string& file);

}  // namespace daybook
