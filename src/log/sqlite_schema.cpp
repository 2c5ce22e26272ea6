#include "src/log/sqlite_schema.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string_view>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "daybook/base/uuid.h"
#include "daybook/log/event_log.h"

namespace daybook {

namespace {

struct SchemaPart {
  std::string_view name;
  std::string_view sql;  // as SQLite keeps it in sqlite_schema, so that a log can be held against it
};

// UPDATE and DELETE triggers are not enough: INSERT OR REPLACE deletes rows without firing any. So each
// BEFORE INSERT trigger refuses everything but the one row that comes next, by every unique column.
constexpr std::array<SchemaPart, 8> schema{{
    {"events", R"(CREATE TABLE events (
  position INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  stream TEXT NOT NULL,
  revision INTEGER NOT NULL,
  leaf BLOB NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (stream, revision)
) STRICT)"},
    {"events_insert", R"(CREATE TRIGGER events_insert BEFORE INSERT ON events
WHEN new.position IS NOT ifnull((SELECT position + 1 FROM events ORDER BY position DESC LIMIT 1), 0)
  OR EXISTS (SELECT 1 FROM events WHERE id = new.id)
  OR new.revision IS NOT ifnull(
    (SELECT revision + 1 FROM events WHERE stream = new.stream ORDER BY revision DESC LIMIT 1), 0)
BEGIN
  SELECT RAISE(ROLLBACK, 'an event is only appended: at the next position, with a new id and its stream''s next revision');
END)"},
    {"events_update", R"(CREATE TRIGGER events_update BEFORE UPDATE ON events BEGIN
  SELECT RAISE(ABORT, 'an event is never changed');
END)"},
    {"events_delete", R"(CREATE TRIGGER events_delete BEFORE DELETE ON events BEGIN
  SELECT RAISE(ABORT, 'an event is never removed');
END)"},
    {"tiles", R"(CREATE TABLE tiles (
  level INTEGER NOT NULL,
  number INTEGER NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (level, number)
) STRICT, WITHOUT ROWID)"},
    {"tiles_insert", R"(CREATE TRIGGER tiles_insert BEFORE INSERT ON tiles
WHEN new.level NOT BETWEEN 1 AND 7
  OR new.number IS NOT ifnull((SELECT max(number) + 1 FROM tiles WHERE level = new.level), 0)
  OR (new.number + 1) << (8 * new.level) > ifnull((SELECT max(position) + 1 FROM events), 0)
BEGIN
  SELECT RAISE(ROLLBACK, 'a tile is only appended: with the next number of its level, when its events are in the log');
END)"},
    {"tiles_update", R"(CREATE TRIGGER tiles_update BEFORE UPDATE ON tiles BEGIN
  SELECT RAISE(ABORT, 'a tile is never changed');
END)"},
    {"tiles_delete", R"(CREATE TRIGGER tiles_delete BEFORE DELETE ON tiles BEGIN
  SELECT RAISE(ABORT, 'a tile is never removed');
END)"},
}};

std::string system_error() {
  return std::strerror(errno);
}

bool is_there(const std::string& path) {
  struct stat status{};
  return ::lstat(path.c_str(), &status) == 0;
}

result<void> write_schema(const std::string& file) {
  const auto connection = SqliteConnection::open(file, SqliteConnection::Mode::make);
  if (!connection) return fail(connection.error());
  // Large pages: a cold fold reads half as fast again from them, and the indexes stay shallow.
  if (auto done = connection->set("page_size", fmt::to_string(log_page_bytes)); !done) return done;
  if (auto done = connection->set("journal_mode", "wal"); !done) return done;
  if (auto done = connection->set("synchronous", "2"); !done) return done;
  if (auto done = connection->run("BEGIN IMMEDIATE"); !done) return done;
  for (const auto& part : schema)
    if (auto done = connection->run(part.sql); !done) return done;
  if (auto done = connection->set("application_id", fmt::to_string(log_application_id)); !done) return done;
  if (auto done = connection->set("user_version", fmt::to_string(log_format_version)); !done) return done;
  if (auto done = connection->run("COMMIT"); !done) return done;
  // All of it must stand in the one file that is about to be renamed.
  if (sqlite3_wal_checkpoint_v2(connection->get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr) !=
      SQLITE_OK)
    return fail(connection->error("cannot finish the new log"));
  return {};
}

result<void> sync_folder_of(const std::string& file) {
  const auto slash = file.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : file.substr(0, slash + 1);
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  const std::string why = synced ? std::string() : system_error();
  if (descriptor >= 0) ::close(descriptor);
  if (!synced) return fail(ErrorCode::log_io, fmt::format("cannot sync the folder of \"{}\": {}", file, why));
  return {};
}

tl::unexpected<Failure> not_a_log(const std::string& file, std::string_view why) {
  return fail(ErrorCode::log_format, fmt::format("\"{}\" is not a log that can be used: {}", file, why));
}

result<void> check_schema(const SqliteConnection& connection, const std::string& file) {
  auto rows = connection.prepare("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL");
  if (!rows) return fail(rows.error());
  std::size_t known = 0;
  while (true) {
    const auto row = rows->step();
    if (!row) return fail(row.error());
    if (!*row) break;
    const auto part = std::ranges::find(schema, rows->bytes(0), &SchemaPart::name);
    if (part == schema.end()) return not_a_log(file, fmt::format("\"{}\" was added to it", rows->bytes(0)));
    if (part->sql != rows->bytes(1))
      return not_a_log(file, fmt::format("\"{}\" in it was changed", part->name));
    ++known;
  }
  if (known != schema.size()) return not_a_log(file, "a table or trigger was removed from it");
  return {};
}

result<void> check_format(const SqliteConnection& connection, const std::string& file) {
  const auto application = connection.text("PRAGMA application_id");
  if (!application) return fail(application.error());
  if (*application != fmt::to_string(log_application_id))
    return not_a_log(file, "it is another program's database");
  const auto version = connection.text("PRAGMA user_version");
  if (!version) return fail(version.error());
  if (*version != fmt::to_string(log_format_version))
    return not_a_log(file, fmt::format("it has format {}, and this program knows format {} only", *version,
                                       log_format_version));
  return check_schema(connection, file);
}

}  // namespace

result<void> check_nothing_there(const std::string& file) {
  if (is_there(file))
    return fail(ErrorCode::log_exists, fmt::format("there is a file at \"{}\" already", file),
                "choose another name, or open the log that is there");
  for (const std::string_view suffix : {"-wal", "-shm", "-journal"})
    if (is_there(file + std::string(suffix)))
      return fail(ErrorCode::log_exists,
                  fmt::format("\"{}{}\" is left from another log of that name", file, suffix),
                  "move it away first: it may hold events that are nowhere else");
  return {};
}

result<void> put_in_place(const std::string& draft, const std::string& file) {
  if (::renameat2(AT_FDCWD, draft.c_str(), AT_FDCWD, file.c_str(), RENAME_NOREPLACE) == 0)
    return sync_folder_of(file);
  const bool exists = errno == EEXIST;
  return fail(exists ? ErrorCode::log_exists : ErrorCode::log_io,
              fmt::format("cannot put a new log at \"{}\": {}", file, system_error()));
}

result<void> make_log_file(const std::string& file) {
  if (auto good = check_nothing_there(file); !good) return good;
  const std::string draft = file + ".new-" + make_uuid_v7(Instant::now());
  auto made = write_schema(draft);
  if (made) made = put_in_place(draft, file);
  if (!made)
    for (const std::string_view suffix : {"", "-wal", "-shm"})
      ::unlink((draft + std::string(suffix)).c_str());
  return made;
}

result<void> check_is_file(const std::string& file) {
  struct stat status{};
  if (::stat(file.c_str(), &status) != 0) {
    if (errno == ENOENT || errno == ENOTDIR)
      return fail(ErrorCode::log_missing, fmt::format("there is no log at \"{}\"", file),
                  "make one with: daybook init");
    return fail(ErrorCode::log_io, fmt::format("cannot look at \"{}\": {}", file, system_error()));
  }
  if (S_ISDIR(status.st_mode))
    return fail(ErrorCode::log_io, fmt::format("\"{}\" is a folder, not a log", file));
  if (!S_ISREG(status.st_mode)) return fail(ErrorCode::log_io, fmt::format("\"{}\" is not a file", file));
  if (::access(file.c_str(), R_OK) != 0)
    return fail(ErrorCode::log_io, fmt::format("there is no permission to read \"{}\"", file));
  return {};
}

result<void> check_is_log(const SqliteConnection& connection, const std::string& file) {
  auto good = check_format(connection, file);
  if (!good && good.error()->code == ErrorCode::log_format && good.error()->place.file.empty())
    good.error()->place.file = file;
  return good;
}

}  // namespace daybook
