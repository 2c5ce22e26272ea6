#include "src/log/sqlite_writer.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "src/log/sqlite_schema.h"

namespace daybook {

namespace {

constexpr std::string_view writer_cache_kib = "-131072";  // 128 MiB: the indexes of a million events

struct Prepared {
  SqliteStatement SqliteWriter::* statement;
  std::string_view sql;
};

constexpr Prepared for_reading[] = {
    {&SqliteWriter::begin_reading, "BEGIN"},
    {&SqliteWriter::roll_back, "ROLLBACK"},
    {&SqliteWriter::size, "SELECT ifnull(max(position) + 1, 0) FROM events"},
    {&SqliteWriter::revision, "SELECT revision FROM events WHERE stream = ?1 ORDER BY revision DESC LIMIT 1"},
    {&SqliteWriter::last_bytes, "SELECT bytes FROM events WHERE position = ?1"},
    {&SqliteWriter::leaves, "SELECT leaf FROM events WHERE position >= ?1 ORDER BY position"},
    {&SqliteWriter::tiles,
     "SELECT number, hash FROM tiles WHERE level = ?1 AND number >= ?2 ORDER BY number"},
};

constexpr Prepared for_writing[] = {
    {&SqliteWriter::begin, "BEGIN IMMEDIATE"},
    {&SqliteWriter::commit, "COMMIT"},
    {&SqliteWriter::greatest_id, "SELECT max(id) FROM events"},
    {&SqliteWriter::find, "SELECT position, revision, bytes FROM events WHERE id = ?1"},
    {&SqliteWriter::insert_event, "INSERT OR ROLLBACK INTO events VALUES (?1, ?2, ?3, ?4, ?5, ?6)"},
    {&SqliteWriter::insert_tile, "INSERT OR ROLLBACK INTO tiles VALUES (?1, ?2, ?3)"},
};

result<void> prepare(SqliteWriter& writer, std::span<const Prepared> statements) {
  for (const auto& [statement, sql] : statements) {
    auto prepared = writer.connection.prepare(sql);
    if (!prepared) return fail(prepared.error());
    writer.*statement = std::move(*prepared);
  }
  return {};
}

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
  // Another process may be recovering the file at this moment.
  constexpr std::chrono::milliseconds recovery{1000};
  sqlite3_busy_timeout(connection->get(), static_cast<int>(std::max(wait, recovery).count()));
  if (auto good = check_is_log(*connection, file); !good) return fail(good.error());
  if (auto done = set_up(*connection, wait); !done) return fail(done.error());
  auto writer = std::make_unique<SqliteWriter>(SqliteWriter{std::move(*connection)});
  if (auto done = prepare(*writer, for_reading); !done) return fail(done.error());
  return writer;
}

result<void> prepare_writing(SqliteWriter& writer) {
  if (writer.ready_to_write) return {};
  auto done = prepare(writer, for_writing);
  writer.ready_to_write = done.has_value();
  return done;
}

}  // namespace daybook
