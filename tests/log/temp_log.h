// What the tests of the log share: a clock that obeys, and events to write.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include "daybook/base/uuid.h"
#include "daybook/log/event_log.h"

#include "tests/take.h"
#include "tests/temp_folder.h"

namespace daybook::test {

inline const Instant noon = *Instant::parse("2022-06-02T12:00:00.000000Z");

// A clock that stands still until it is set.
struct Clock {
  std::shared_ptr<Instant> now = std::make_shared<Instant>(noon);
  Instant operator()() const { return *now; }
};

template <class T>
std::string error_of(const result<T>& from) {
  return from ? "no error" : to_string(from.error());
}

template <class T>
std::string code_of(const result<T>& from) {
  return from ? "no error" : std::string(error_name(from.error()->code));
}

inline NewEvent event(const std::string& stream, const std::string& title = "Workshop") {
  NewEvent made;
  made.id = make_uuid_v7(noon);
  made.stream = stream;
  made.type = "activity-recorded";
  made.actor = "import";
  made.source = "S/2022/899, annex XVIII, row 1";
  made.data = fmt::format(R"({{"title":{{"en":"{}"}}}})", title);
  return made;
}

inline Expectation any(const std::string& stream) {
  return {stream, Expectation::Kind::any, {}};
}
inline Expectation none_yet(const std::string& stream) {
  return {stream, Expectation::Kind::none_yet, {}};
}
inline Expectation exists(const std::string& stream) {
  return {stream, Expectation::Kind::exists, {}};
}
inline Expectation exactly(const std::string& stream, std::uint64_t revision) {
  return {stream, Expectation::Kind::exactly, {revision}};
}

inline result<std::vector<Position>> append(EventLog& log, std::vector<Expectation> expectations,
                                            const std::vector<NewEvent>& events) {
  return log.append(expectations, events);
}

inline std::vector<std::uint64_t> positions(const result<std::vector<Position>>& from) {
  if (!from) FAIL(to_string(from.error()));
  std::vector<std::uint64_t> numbers;
  for (const auto position : *from)
    numbers.push_back(position.value);
  return numbers;
}

inline std::vector<std::string> read(EventLog& log, std::uint64_t first = 0, std::uint64_t end = UINT64_MAX) {
  std::vector<std::string> events;
  auto reader = take(log.reader());
  take(reader->read({first}, {end}, [&](Position position, std::string_view bytes) -> result<void> {
    CHECK(position.value == first + events.size());
    events.emplace_back(bytes);
    return {};
  }));
  return events;
}

// An outsider with SQLite's own tools.
class RawDatabase {
 public:
  explicit RawDatabase(const std::string& file) {
    REQUIRE(sqlite3_open(file.c_str(), &database_) == SQLITE_OK);
  }
  ~RawDatabase() { sqlite3_close(database_); }
  RawDatabase(const RawDatabase&) = delete;
  RawDatabase& operator=(const RawDatabase&) = delete;

  // SQLite's message, or "ok".
  std::string run(const std::string& sql) {
    char* message = nullptr;
    const int code = sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, &message);
    const std::string text = message == nullptr ? "ok" : message;
    sqlite3_free(message);
    return code == SQLITE_OK ? "ok" : text;
  }

  std::string value(const std::string& sql) {
    std::string text;
    const auto keep = [](void* into, int, char** values, char**) {
      *static_cast<std::string*>(into) += values[0] == nullptr ? "NULL" : values[0];
      return 0;
    };
    REQUIRE(sqlite3_exec(database_, sql.c_str(), keep, &text, nullptr) == SQLITE_OK);
    return text;
  }

 private:
  sqlite3* database_ = nullptr;
};

// What somebody can do who may write the file: changes it behind the triggers, and puts them back.
inline void tamper(const std::string& file, const std::string& sql) {
  RawDatabase raw(file);
  const std::string triggers =
      raw.value("SELECT group_concat(sql || ';', ' ') FROM sqlite_schema WHERE type = 'trigger'");
  const std::string drop = raw.value(
      "SELECT group_concat('DROP TRIGGER ' || name || ';', ' ') FROM sqlite_schema WHERE type = 'trigger'");
  for (const std::string& step : {drop, sql, triggers})
    REQUIRE(raw.run(step) == "ok");
}

// Changes the one place in the log's own file that holds these bytes.
inline void change(const std::string& file, const std::string& from, const std::string& to) {
  REQUIRE(RawDatabase(file).run("PRAGMA wal_checkpoint(TRUNCATE)") == "ok");
  std::string bytes = bytes_of(file);
  const auto at = bytes.find(from);
  REQUIRE(at != std::string::npos);
  REQUIRE(at == bytes.rfind(from));
  std::ofstream(file, std::ios::binary) << bytes.replace(at, from.size(), to);
}

// An entry of the index of streams and revisions: SQLite's record of a text of three bytes and two numbers
// (sqlite.org/fileformat2.html, section 2.1), the revision of one byte, the position of one or two.
inline std::string index_entry(const std::string& stream, char revision, const std::string& position) {
  return std::string("\x04\x13\x01", 3) + static_cast<char>(position.size()) + stream + revision + position;
}

}  // namespace daybook::test
