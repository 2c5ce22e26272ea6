#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "src/log/sqlite_connection.h"

namespace daybook {

// The writer's connection: everything that must be made anew after an I/O error.
struct SqliteWriter {
  SqliteConnection connection;  // before the statements, which must be gone when it closes
  SqliteStatement begin{};
  SqliteStatement begin_reading{};
  SqliteStatement commit{};
  SqliteStatement roll_back{};
  SqliteStatement size{};
  SqliteStatement greatest_id{};
  SqliteStatement find{};
  SqliteStatement revision{};
  SqliteStatement last_bytes{};
  SqliteStatement leaves{};
  SqliteStatement tiles{};
  SqliteStatement insert_event{};
  SqliteStatement insert_tile{};
};

// Its settings are read back. Errors: E-LOG-FORMAT, E-LOG-IO.
result<std::unique_ptr<SqliteWriter>> open_sqlite_writer(const std::string& file,
                                                         std::chrono::milliseconds wait);

}  // namespace daybook
