#include "bench/bare_table.h"

#include <cstdlib>

#include <fmt/format.h>
#include <sqlite3.h>

namespace daybook::bench {

namespace {

void must(bool good, sqlite3* database) {
  if (good) return;
  fmt::print(stderr, "SQLite: {}\n", sqlite3_errmsg(database));
  std::exit(1);
}

void run(sqlite3* database, const char* sql) {
  must(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK, database);
}

sqlite3_stmt* prepared(sqlite3* database, const char* sql) {
  sqlite3_stmt* statement = nullptr;
  must(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK, database);
  return statement;
}

}  // namespace

BareTable::BareTable(const std::string& file) {
  must(sqlite3_open(file.c_str(), &database_) == SQLITE_OK, database_);
  run(database_, "PRAGMA journal_mode = wal");
  run(database_, "PRAGMA synchronous = FULL");
  run(database_, "CREATE TABLE events (position INTEGER PRIMARY KEY, bytes BLOB)");
  insert_ = prepared(database_, "INSERT INTO events VALUES (?1, ?2)");
}

void BareTable::insert(std::span<const std::string> rows) {
  run(database_, "BEGIN");
  for (const std::string& row : rows) {
    sqlite3_bind_int64(insert_, 1, next_++);
    sqlite3_bind_blob64(insert_, 2, row.data(), row.size(), SQLITE_STATIC);
    must(sqlite3_step(insert_) == SQLITE_DONE, database_);
    sqlite3_reset(insert_);
  }
  run(database_, "COMMIT");
}

void BareTable::close() {
  sqlite3_finalize(insert_);
  sqlite3_close(database_);
  insert_ = nullptr;
  database_ = nullptr;
}

Scan scan_log(const std::string& file, const std::function<void(std::string_view)>& each) {
  sqlite3* database = nullptr;
  must(sqlite3_open_v2(file.c_str(), &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr) ==
           SQLITE_OK,
       database);
  sqlite3_stmt* rows = prepared(database, "SELECT bytes FROM events ORDER BY position");
  Scan scan;
  int code = 0;
  while ((code = sqlite3_step(rows)) == SQLITE_ROW) {
    const void* bytes = sqlite3_column_blob(rows, 0);
    const std::size_t size = bytes == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(rows, 0));
    if (each) each({static_cast<const char*>(bytes), size});
    scan.bytes += size;
    ++scan.rows;
  }
  must(code == SQLITE_DONE, database);
  sqlite3_finalize(rows);
  sqlite3_close(database);
  return scan;
}

}  // namespace daybook::bench
