// The attacks that an append-only table in SQLite must bear, made as an outsider would: with SQLite itself.
#include "src/log/sqlite_schema.h"

#include <filesystem>
#include <fstream>

#include "tests/log/temp_log.h"

namespace daybook::sqlite_schema_test {

using namespace test;

namespace {

constexpr const char* id_a = "x'0181f2d012347abc8def0123456789aa'";
constexpr const char* id_b = "x'0181f2d012347abc8def0123456789bb'";
constexpr const char* id_c = "x'0181f2d012347abc8def0123456789cc'";

std::string row(int position, const char* id, const char* stream, int revision, const char* bytes = "'x'") {
  return fmt::format("({}, {}, '{}', {}, zeroblob(32), CAST({} AS BLOB))", position, id, stream, revision,
                     bytes);
}

// A log of two events: a/1 revision 0 and b/1 revision 0.
struct Attacked {
  TempFolder folder;
  std::string file = folder.file("log");
  std::unique_ptr<RawDatabase> raw;
  std::string before;

  Attacked() {
    take(make_log_file(file));
    raw = std::make_unique<RawDatabase>(file);
    REQUIRE(raw->run("INSERT INTO events VALUES " + row(0, id_a, "a/1", 0) + ", " + row(1, id_b, "b/1", 0)) ==
            "ok");
    before = content();
  }
  std::string content() {
    return raw->value(
               "SELECT group_concat(quote(position) || quote(id) || quote(stream) || quote(revision) || "
               "quote(leaf) || quote(bytes)) FROM events") +
           raw->value(
               "SELECT ifnull(group_concat(quote(level) || quote(number) || quote(hash)), '') FROM tiles");
  }
  void refuses(const std::string& sql) {
    CAPTURE(sql);
    CHECK(raw->run(sql) != "ok");
    CHECK(content() == before);
  }
};

}  // namespace

TEST_CASE("The next row is taken: the attacks below fail for what they do, not for how they are spelled") {
  Attacked log;
  CHECK(log.raw->run("INSERT INTO events VALUES " + row(2, id_c, "a/1", 1)) == "ok");
  CHECK(log.raw->value("SELECT count(*) FROM events") == "3");
}

TEST_CASE("Changing and removing events fails") {
  Attacked log;
  log.refuses("UPDATE events SET bytes = x'00' WHERE position = 0");
  log.refuses("UPDATE OR REPLACE events SET position = 0 WHERE position = 1");
  log.refuses(fmt::format("UPDATE OR REPLACE events SET id = {} WHERE position = 1", id_a));
  log.refuses("UPDATE OR IGNORE events SET revision = 5");
  log.refuses("UPDATE events SET position = 7 WHERE position = 1");
  log.refuses("DELETE FROM events");
  log.refuses("DELETE FROM events WHERE position = 1");
}

TEST_CASE("Replacing events through any unique column fails, whatever recursive_triggers says") {
  for (const std::string recursive : {"PRAGMA recursive_triggers = OFF", "PRAGMA recursive_triggers = ON"}) {
    Attacked log;
    CAPTURE(recursive);
    REQUIRE(log.raw->run(recursive) == "ok");
    log.refuses("INSERT OR REPLACE INTO events VALUES " + row(0, id_c, "c/1", 0));
    log.refuses("INSERT OR REPLACE INTO events VALUES " + row(1, id_b, "b/1", 0, "'y'"));
    log.refuses("REPLACE INTO events VALUES " + row(2, id_a, "c/1", 0));
    log.refuses("REPLACE INTO events VALUES " + row(2, id_b, "b/1", 1));
    log.refuses("REPLACE INTO events VALUES " + row(2, id_c, "b/1", 0));
    log.refuses("INSERT OR IGNORE INTO events VALUES " + row(2, id_a, "c/1", 0));
    log.refuses("INSERT OR FAIL INTO events VALUES " + row(2, id_c, "a/1", 0));
    log.refuses("INSERT OR ROLLBACK INTO events VALUES " + row(2, id_c, "a/1", 0));
    log.refuses("INSERT INTO events VALUES " + row(1, id_c, "c/1", 0) +
                " ON CONFLICT(position) DO UPDATE SET bytes = x'00'");
    log.refuses("INSERT INTO events VALUES " + row(2, id_a, "c/1", 0) +
                " ON CONFLICT(id) DO UPDATE SET bytes = x'00'");
    log.refuses("INSERT INTO events VALUES " + row(2, id_c, "a/1", 0) +
                " ON CONFLICT(stream, revision) DO UPDATE SET bytes = x'00'");
    log.refuses("INSERT INTO events VALUES " + row(1, id_c, "c/1", 0) + " ON CONFLICT DO NOTHING");
  }
}

TEST_CASE("Leaving a gap fails") {
  Attacked log;
  log.refuses("INSERT INTO events VALUES " + row(3, id_c, "c/1", 0));
  log.refuses("INSERT INTO events VALUES " + row(-1, id_c, "c/1", 0));
  log.refuses("INSERT INTO events VALUES " + row(2, id_c, "c/1", 1));
  log.refuses("INSERT INTO events VALUES " + row(2, id_c, "a/1", 2));
  log.refuses("INSERT INTO events VALUES " + row(2, id_c, "a/1", -1));
  log.refuses(fmt::format(
      "INSERT INTO events (id, stream, revision, leaf, bytes) VALUES ({}, 'c/1', 0, x'00', x'00')", id_c));
}

TEST_CASE("Values of another kind fail") {
  Attacked log;
  log.refuses("INSERT INTO events VALUES (2, 'text', 'c/1', 0, zeroblob(32), x'00')");
  log.refuses("INSERT INTO events VALUES (2, NULL, 'c/1', 0, zeroblob(32), x'00')");
  log.refuses(fmt::format("INSERT INTO events VALUES (2, {}, x'00', 0, zeroblob(32), x'00')", id_c));
  log.refuses(fmt::format("INSERT INTO events VALUES (2, {}, 'c/1', NULL, zeroblob(32), x'00')", id_c));
  log.refuses(fmt::format("INSERT INTO events VALUES (2, {}, 'c/1', 0.5, zeroblob(32), x'00')", id_c));
  log.refuses(fmt::format("INSERT INTO events VALUES (2, {}, 'c/1', 0, zeroblob(32), 'text')", id_c));
}

TEST_CASE("Tiles are append-only too, and come after their events") {
  const TempFolder folder;
  const std::string file = folder.file("log");
  {
    auto log = take(EventLog::create(file));
    std::vector<NewEvent> events;
    for (int i = 0; i < 520; ++i)
      events.push_back(event("activity/1"));
    take(append(log, {any("activity/1")}, events));
  }
  Attacked empty;
  empty.refuses("INSERT INTO tiles VALUES (1, 0, zeroblob(32))");
  RawDatabase raw(file);
  REQUIRE(raw.value("SELECT group_concat(level || ':' || number) FROM tiles") == "1:0,1:1");
  const auto before = raw.value("SELECT group_concat(quote(hash)) FROM tiles");
  for (const std::string sql : {
           "UPDATE tiles SET hash = zeroblob(32)",
           "UPDATE OR REPLACE tiles SET number = 0 WHERE number = 1",
           "DELETE FROM tiles",
           "INSERT OR REPLACE INTO tiles VALUES (1, 0, zeroblob(32))",
           "INSERT OR REPLACE INTO tiles VALUES (1, 1, zeroblob(32))",
           "INSERT INTO tiles VALUES (1, 1, zeroblob(32)) ON CONFLICT DO UPDATE SET hash = zeroblob(32)",
           "INSERT INTO tiles VALUES (1, 2, zeroblob(32))",
           "INSERT INTO tiles VALUES (1, 3, zeroblob(32))",
           "INSERT INTO tiles VALUES (2, 0, zeroblob(32))",
           "INSERT INTO tiles VALUES (0, 0, zeroblob(32))",
           "INSERT INTO tiles VALUES (8, 0, zeroblob(32))",
           "INSERT INTO tiles VALUES (-1, 0, zeroblob(32))",
       }) {
    CAPTURE(sql);
    CHECK(raw.run(sql) != "ok");
    CHECK(raw.value("SELECT group_concat(quote(hash)) FROM tiles") == before);
  }
}

TEST_CASE("A log whose triggers or tables were changed is not opened") {
  const auto after = [](const std::string& sql) {
    const TempFolder folder;
    take(make_log_file(folder.file("log")));
    REQUIRE(RawDatabase(folder.file("log")).run(sql) == "ok");
    return code_of(EventLog::open(folder.file("log")));
  };
  CHECK(after("SELECT 1") == "no error");
  CHECK(after("VACUUM") == "no error");
  CHECK(after("PRAGMA journal_mode = delete") ==
        "no error");  // a copy made by VACUUM INTO has it; it is set back
  CHECK(after("DROP TRIGGER events_update") == "E-LOG-FORMAT");
  CHECK(after("DROP TRIGGER tiles_insert") == "E-LOG-FORMAT");
  CHECK(after("DROP TABLE tiles") == "E-LOG-FORMAT");
  CHECK(after("DROP TRIGGER events_delete; CREATE TRIGGER events_delete BEFORE DELETE ON events BEGIN SELECT "
              "1; END") == "E-LOG-FORMAT");
  CHECK(after("CREATE TRIGGER more AFTER INSERT ON events BEGIN SELECT 1; END") == "E-LOG-FORMAT");
  CHECK(after("ALTER TABLE events ADD COLUMN more TEXT") == "E-LOG-FORMAT");
  CHECK(after("CREATE TABLE more (x)") == "E-LOG-FORMAT");
  CHECK(after("PRAGMA application_id = 1") == "E-LOG-FORMAT");
  CHECK(after("PRAGMA user_version = 2") == "E-LOG-FORMAT");
  CHECK(after("PRAGMA user_version = 0") == "E-LOG-FORMAT");
}

TEST_CASE("A new log is one file, marked as a log of format 1") {
  const TempFolder folder;
  take(make_log_file(folder.file("log")));
  int files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.file("")))
    ++files;
  CHECK(files == 1);
  RawDatabase raw(folder.file("log"));
  CHECK(raw.value("PRAGMA application_id") == "1145133378");
  CHECK(raw.value("PRAGMA user_version") == "1");
  CHECK(raw.value("PRAGMA journal_mode") == "wal");
}

TEST_CASE("A new log does not take another file's place") {
  const TempFolder folder;
  const std::string file = folder.file("log");
  const auto leave = [](const std::string& path) { std::ofstream(path) << "something"; };
  SUBCASE("a log") {
    take(make_log_file(file));
  }
  SUBCASE("any file") {
    leave(file);
  }
  SUBCASE("a folder") {
    std::filesystem::create_directory(file);
  }
  SUBCASE("a link that leads nowhere") {
    std::filesystem::create_symlink("nowhere", file);
  }
  SUBCASE("the write-ahead log of a removed one, which SQLite would replay") {
    leave(file + "-wal");
  }
  SUBCASE("its shared memory") {
    leave(file + "-shm");
  }
  CHECK(code_of(make_log_file(file)) == "E-LOG-EXISTS");
}

TEST_CASE("A new log that cannot be made leaves nothing") {
  const TempFolder folder;
  const auto made = make_log_file(folder.file("no/log"));
  CHECK(code_of(made) == "E-LOG-IO");
  CHECK(std::filesystem::is_empty(folder.file("")));
}

TEST_CASE("What a crash in the making leaves is not opened as a log") {
  const TempFolder folder;
  SUBCASE("an empty file") {
    std::ofstream(folder.file("log"));
  }
  SUBCASE("an SQLite file without tables") {
    RawDatabase(folder.file("log")).run("PRAGMA user_version = 1");
  }
  SUBCASE("a marked file without tables") {
    RawDatabase(folder.file("log")).run("PRAGMA user_version = 1; PRAGMA application_id = 1145133378");
  }
  CHECK(code_of(EventLog::open(folder.file("log"))) == "E-LOG-FORMAT");
}

TEST_CASE("What is no log is refused with its reason") {
  const TempFolder folder;
  const std::string file = folder.file("log");
  const auto why = [&] { return error_of(EventLog::open(file)); };
  CHECK(why() == fmt::format("E-LOG-MISSING: there is no log at \"{}\" (make one with: daybook init)", file));
  SUBCASE("text") {
    std::ofstream(file) << std::string(5000, 'x');
    CHECK(code_of(EventLog::open(file)) == "E-LOG-FORMAT");
  }
  SUBCASE("another program's database") {
    RawDatabase(file).run("CREATE TABLE t (x)");
    CHECK(code_of(EventLog::open(file)) == "E-LOG-FORMAT");
    CHECK(why().find("another program's database") != std::string::npos);
  }
  SUBCASE("a newer format") {
    take(make_log_file(file));
    RawDatabase(file).run("PRAGMA user_version = 2");
    CHECK(why().find("it has format 2, and this program knows format 1 only") != std::string::npos);
  }
  SUBCASE("a folder") {
    std::filesystem::create_directory(file);
    CHECK(why() == fmt::format("E-LOG-IO: \"{}\" is a folder, not a log", file));
  }
}

}  // namespace daybook::sqlite_schema_test
