#include "src/log/sqlite_audit.h"

#include <fstream>

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

TEST_CASE("An index that does not fit its table is found by SQLite's own check") {
  const TempFolder folder;
  const std::string file = folder.file("log");
  {
    auto log = take(EventLog::create(file));
    take(append(log, {any("a/1")}, {event("a/1"), event("a/1"), event("a/1")}));
  }
  std::vector<Finding> faults;
  std::vector<Finding> notes;
  take(take(open_sqlite_audit(file))->storage(faults, notes));
  CHECK(faults.empty());
  CHECK(notes.empty());
  {
    RawDatabase raw(file);
    REQUIRE(raw.run("PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM "
                    "sqlite_schema WHERE name = 'tiles') WHERE name = 'sqlite_autoindex_events_1'") == "ok");
  }
  take(take(open_sqlite_audit(file))->storage(faults, notes));
  CHECK(!faults.empty());
}

}  // namespace daybook::sqlite_audit_test
