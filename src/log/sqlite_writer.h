#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "src/log/sqlite_connection.h"

namespace daybook {

// The writer's connection: everything that must be made anew after an I/O error.
struct SqliteWriter {
  SqliteConnection connection;  // before the statements, which must be gone when it closes
  SqliteStatement begin_reading{};
  SqliteStatement roll_back{};
  SqliteStatement size{};
  SqliteStatement revision{};
  SqliteStatement last_bytes{};
  SqliteStatement leaves{};
  SqliteStatement tiles{};

  // A question has no use for these: see prepare_writing().
  bool ready_to_write = false;
  SqliteStatement begin{};
  SqliteStatement commit{};
  SqliteStatement greatest_id{};
  SqliteStatement find{};
  SqliteStatement insert_event{};
  SqliteStatement insert_tile{};
};

// Checks that the file is a log before anything is set; the settings are read back. Errors: E-LOG-FORMAT,
// E-LOG-IO.
result<std::unique_ptr<SqliteWriter>> open_sqlite_writer(const std::string& file,
                                                         std::chrono::milliseconds wait);

// Does nothing the second time. Errors: E-LOG-IO.
result<void> prepare_writing(SqliteWriter& writer);

}  // namespace daybook
