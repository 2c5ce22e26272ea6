#include "src/log/sqlite_audit.h"

#include <optional>
#include <string>
#include <vector>

#include "tests/log/temp_log.h"

namespace daybook::sqlite_audit_test {

using namespace test;

TEST_CASE("Rows are told as they are stored, damaged or not") {
  const TempFolder folder;
  const std::string file = folder.file("log");
  {
    auto log = take(EventLog::create(file));
    take(append(log, {any("a/1")}, {event("a/1"), event("a/1"), event("a/1")}));
  }
  tamper(file, "UPDATE events SET leaf = x'01', bytes = x'02' WHERE position = 1");
  auto audit = take(open_sqlite_audit(file));
  std::vector<std::string> leaves;
  take(audit->rows(1, 9, [&](const AuditRow& row) {
    CHECK(row.stream == "a/1");
    CHECK(row.revision == row.position);
    leaves.emplace_back(row.leaf);
  }));
  REQUIRE(leaves.size() == 2);
  CHECK(leaves[0] == "\x01");
  CHECK(leaves[1].size() == 32);
  CHECK(take(audit->tiles()).empty());
}

// Three events of one stream, and their sums.
struct Given {
  TempFolder folder;
  std::string file = folder.file("log");
  IndexSums rows;
  std::vector<Finding> faults;
  std::vector<Finding> notes;

  Given() {
    {
      auto log = take(EventLog::create(file));
      take(append(log, {any("a/1")}, {event("a/1"), event("a/1"), event("a/1")}));
    }
    take(take(open_sqlite_audit(file))->rows(0, 3, [&](const AuditRow& row) { rows.add(row); }));
  }
  std::optional<IndexSums> looked(std::uint64_t size) {
    return take(take(open_sqlite_audit(file))->storage(size, faults, notes));
  }
};

TEST_CASE("Indexes that lead to every event have the sums of the rows") {
  Given given;
  CHECK(given.looked(3) == given.rows);
  CHECK(given.faults.empty());
  CHECK(given.notes.empty());
}

TEST_CASE("Events after the first so many are not summed: others may write while a log is checked") {
  Given given;
  auto log = take(EventLog::open(given.file));
  take(append(log, {any("a/2")}, {event("a/2")}));
  CHECK(given.looked(3) == given.rows);
  CHECK(given.looked(4) != given.rows);
}

TEST_CASE("An entry that leads to another event has other sums, and SQLite's whole check says which") {
  Given given;
  change(given.file, index_entry("a/1", 2, "\x02"), index_entry("a/1", 2, "\x03"));
  const auto sums = given.looked(4);
  REQUIRE(sums);
  CHECK(sums != given.rows);
  CHECK(given.faults.empty());
  take(take(open_sqlite_audit(given.file))->look_up_rows(given.faults));
  REQUIRE(!given.faults.empty());
  CHECK(given.faults[0].sentence == "SQLite: row 3 missing from index sqlite_autoindex_events_2");
}

TEST_CASE("Entries that do not ascend are found, and told by SQLite's whole check") {
  Given given;
  change(given.file, index_entry("a/1", 2, "\x02"), index_entry("a/0", 2, "\x02"));
  CHECK(!given.looked(3));
  REQUIRE(!given.faults.empty());
  CHECK(given.faults[0].sentence == "SQLite: non-unique entry in index sqlite_autoindex_events_2");
}

TEST_CASE("Entries that lead to an event past the last are found, and told by SQLite's whole check") {
  Given given;
  const std::string indexes = "FROM sqlite_schema WHERE name LIKE 'sqlite_autoindex_events_%'";
  const std::string writable = "PRAGMA writable_schema = 1; ";
  // The table without its indexes, so that they keep the entries of a row that is removed.
  std::string restore = writable;
  {
    RawDatabase raw(given.file);
    restore += raw.value(
        "SELECT group_concat('INSERT INTO sqlite_schema VALUES (' || quote(type) || ',' || quote(name) || "
        "',' || "
        "quote(tbl_name) || ',' || rootpage || ', NULL);', ' ') " +
        indexes);
    restore += "UPDATE sqlite_schema SET sql = " +
               raw.value("SELECT quote(sql) FROM sqlite_schema WHERE name = 'events'") +
               " WHERE name = 'events'";
    REQUIRE(
        raw.run("DROP TRIGGER events_delete; " + writable + "DELETE " + indexes +
                "; UPDATE sqlite_schema SET sql = 'CREATE TABLE events (position INTEGER PRIMARY KEY, id, "
                "stream, revision, leaf, bytes)' WHERE name = 'events'") == "ok");
  }
  REQUIRE(RawDatabase(given.file).run("DELETE FROM events WHERE position = 2") == "ok");
  REQUIRE(RawDatabase(given.file).run(restore) == "ok");
  CHECK(!given.looked(2));
  REQUIRE(!given.faults.empty());
  CHECK(given.faults[0].sentence.starts_with("SQLite: wrong # of entries in index sqlite_autoindex_events_"));
}

TEST_CASE("A page of another table in the place of an index is found by SQLite's quick check") {
  Given given;
  {
    RawDatabase raw(given.file);
    REQUIRE(raw.run("PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM "
                    "sqlite_schema WHERE name = 'tiles') WHERE name = 'sqlite_autoindex_events_1'") == "ok");
  }
  CHECK(!given.looked(3));
  CHECK(!given.faults.empty());
}

}  // namespace daybook::sqlite_audit_test
