#include "src/log/sqlite_connection.h"

#include <cerrno>
#include <limits>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

namespace daybook {

namespace {

// SQLite gives ":memory:", "file:..." and "" a meaning of their own; a log's name is only ever a path.
std::string path_only(const std::string& file) {
  return file.starts_with('/') ? file : "./" + file;
}

// A log that this user may read and not write, and that nobody writes to: a copy on a medium or a share. A
// writer keeps a write-ahead log beside it.
bool is_kept_copy(const std::string& path) {
  return ::access(path.c_str(), W_OK) != 0 && errno != ENOENT && ::access((path + "-wal").c_str(), F_OK) != 0;
}

// SQLite would want to make files beside the log in order to read it; told that nobody writes, it does not.
std::string immutable_name(const std::string& path) {
  std::string name = "file:";
  for (const char c : path)
    name += c == '%' || c == '?' || c == '#' ? fmt::format("%{:02x}", static_cast<unsigned>(c))
                                             : std::string(1, c);
  return name + "?immutable=1";
}

int open_flags(SqliteConnection::Mode mode) {
  switch (mode) {
    case SqliteConnection::Mode::make:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXCLUSIVE;
    case SqliteConnection::Mode::write:
      return SQLITE_OPEN_READWRITE;
    default:
      return SQLITE_OPEN_READONLY;
  }
}

Error error_of(sqlite3* database, std::string_view doing) {
  const int code = sqlite3_errcode(database) & 0xFF;
  std::string hint;
  if (code == SQLITE_FULL) hint = "make room on the disk; what was acknowledged is in the log";
  if (code == SQLITE_NOTADB) hint = "give the file of a log with --log; daybook init makes one";
  if (code == SQLITE_READONLY) hint = "this user may read the log, and not write to it";
  return {code == SQLITE_NOTADB ? ErrorCode::log_format : ErrorCode::log_io,
          fmt::format("{}: {}", doing, sqlite3_errmsg(database)),
          {},
          std::move(hint)};
}

// SQLite counts its memory under one lock for the whole process, which readers on several threads would wait
// for. Nobody asks for that count. It can only be turned off before SQLite's first use; if it is too late, it
// stays on.
void stop_counting_memory() {
  static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(once);
}

}  // namespace

void SqliteStatement::bind(int parameter, std::uint64_t number) {
  constexpr std::uint64_t largest = std::numeric_limits<std::int64_t>::max();
  sqlite3_bind_int64(statement_.get(), parameter, static_cast<std::int64_t>(std::min(number, largest)));
}

void SqliteStatement::bind_text(int parameter, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), parameter, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void SqliteStatement::bind_blob(int parameter, std::string_view bytes) {
  sqlite3_bind_blob64(statement_.get(), parameter, bytes.data(), bytes.size(), SQLITE_STATIC);
}

result<bool> SqliteStatement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return fail(error_of(sqlite3_db_handle(statement_.get()), "the log's file failed"));
}

result<void> SqliteStatement::run() {
  const ResetAtEnd reset_at_end(*this);
  while (true) {
    const auto row = step();
    if (!row) return fail(row.error());
    if (!*row) return {};
  }
}

std::uint64_t SqliteStatement::number(int column) const {
  return static_cast<std::uint64_t>(sqlite3_column_int64(statement_.get(), column));
}

std::string_view SqliteStatement::bytes(int column) const {
  const auto* first = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  if (first == nullptr) return {};
  return {first, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

result<SqliteConnection> SqliteConnection::open(const std::string& file, Mode mode) {
  stop_counting_memory();
  sqlite3* database = nullptr;
  const std::string path = path_only(file);
  const bool kept = mode != Mode::make && is_kept_copy(path);
  const int code = sqlite3_open_v2(
      kept ? immutable_name(path).c_str() : path.c_str(), &database,
      (kept ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : open_flags(mode)) | SQLITE_OPEN_NOMUTEX, nullptr);
  SqliteConnection connection(database);
  if (database == nullptr) return fail(ErrorCode::log_io, "there is no memory to open the log");
  if (code != SQLITE_OK) return fail(connection.error(fmt::format("cannot open \"{}\"", file)));
  sqlite3_extended_result_codes(database, 1);
  sqlite3_wal_autocheckpoint(database, 0);
  const int no_checkpoint_on_close = mode == Mode::make ? 0 : 1;
  if (sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, no_checkpoint_on_close, nullptr) !=
      SQLITE_OK)
    return fail(connection.error("cannot keep SQLite from checkpointing"));
  return connection;
}

result<SqliteConnection> SqliteConnection::open_to_scan(const std::string& file) {
  constexpr int recovery_wait_ms = 1000;  // only while another process recovers the file after a crash
  auto connection = open(file, Mode::read);
  if (!connection) return connection;
  sqlite3_busy_timeout(connection->get(), recovery_wait_ms);
  // No page is wanted twice, save the few above the rows: those that are kept stay in the processor's cache.
  for (const auto& [pragma, value] : {std::pair{"mmap_size", "0"}, std::pair{"cache_size", "-128"}})
    if (auto done = connection->set(pragma, value); !done) return fail(done.error());
  return connection;
}

result<SqliteStatement> SqliteConnection::prepare(std::string_view sql) const {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return fail(error("the log's file cannot be used"));
  return SqliteStatement(statement);
}

result<void> SqliteConnection::run(std::string_view sql) const {
  auto statement = prepare(sql);
  if (!statement) return fail(statement.error());
  return statement->run();
}

result<std::string> SqliteConnection::text(std::string_view sql) const {
  auto statement = prepare(sql);
  if (!statement) return fail(statement.error());
  const auto row = statement->step();
  if (!row) return fail(row.error());
  return *row ? std::string(statement->bytes(0)) : std::string();
}

result<void> SqliteConnection::set(std::string_view pragma, std::string_view value) const {
  if (auto done = run(fmt::format("PRAGMA {} = {}", pragma, value)); !done) return done;
  const auto now = text(fmt::format("PRAGMA {}", pragma));
  if (!now) return fail(now.error());
  if (*now != value)
    return fail(ErrorCode::log_io,
                fmt::format("SQLite keeps {} at \"{}\"; the log needs {}", pragma, *now, value));
  return {};
}

Error SqliteConnection::error(std::string_view doing) const {
  return error_of(get(), doing);
}

}  // namespace daybook
