#include "src/log/sqlite_writer.h"

#include <string_view>
#include <utility>

namespace daybook {

namespace {

constexpr std::string_view writer_cache_kib = "-131072";  // 128 MiB: the indexes of a million events

result<void> set_up(const SqliteConnection& connection, std::chrono::milliseconds wait) {
  sqlite3_busy_timeout(connection.get(), static_cast<int>(wait.count()));
  constexpr std::pair<std::string_view, std::string_view> pragmas[] = {
      {"journal_mode", "wal"}, {"synchronous", "2"},    {"wal_autocheckpoint", "0"},
      {"mmap_size", "0"},      {"trusted_schema", "0"}, {"cache_size", writer_cache_kib},
  };
  // Of a log that this user may only read, nothing but its head is asked.
  if (sqlite3_db_readonly(connection.get(), "main") == 1) return connection.set("trusted_schema", "0");
  for (const auto& [pragma, value] : pragmas)
    if (auto done = connection.set(pragma, value); !done) return done;
  return {};
}

}  // namespace

result<std::unique_ptr<SqliteWriter>> open_sqlite_writer(const std::string& file,
                                                         std::chrono::milliseconds wait) {
  auto connection = SqliteConnection::open(file, SqliteConnection::Mode::write);
  if (!connection) return fail(connection.error());
  if (auto done = set_up(*connection, wait); !done) return fail(done.error());
  auto writer = std::make_unique<SqliteWriter>(SqliteWriter{std::move(*connection)});
  const std::pair<SqliteStatement*, std::string_view> statements[] = {
      {&writer->begin, "BEGIN IMMEDIATE"},
      {&writer->begin_reading, "BEGIN"},
      {&writer->commit, "COMMIT"},
      {&writer->roll_back, "ROLLBACK"},
      {&writer->size, "SELECT ifnull(max(position) + 1, 0) FROM events"},
      {&writer->greatest_id, "SELECT max(id) FROM events"},
      {&writer->find, "SELECT position, revision, bytes FROM events WHERE id = ?1"},
      {&writer->revision, "SELECT revision FROM events WHERE stream = ?1 ORDER BY revision DESC LIMIT 1"},
      {&writer->last_bytes, "SELECT bytes FROM events WHERE position = ?1"},
      {&writer->leaves, "SELECT leaf FROM events WHERE position >= ?1 ORDER BY position"},
      {&writer->tiles, "SELECT number, hash FROM tiles WHERE level = ?1 AND number >= ?2 ORDER BY number"},
      {&writer->insert_event, "INSERT OR ROLLBACK INTO events VALUES (?1, ?2, ?3, ?4, ?5, ?6)"},
      {&writer->insert_tile, "INSERT OR ROLLBACK INTO tiles VALUES (?1, ?2, ?3)"},
  };
  for (const auto& [statement, sql] : statements) {
    auto prepared = writer->connection.prepare(sql);
    if (!prepared) return fail(prepared.error());
    *statement = std::move(*prepared);
  }
  return writer;
}

}  // namespace daybook
