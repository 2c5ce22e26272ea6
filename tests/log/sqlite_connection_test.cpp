#include "src/log/sqlite_connection.h"

#include <filesystem>
#include <fstream>

#include "tests/log/temp_log.h"

namespace daybook::sqlite_connection_test {

using namespace test;
using Mode = SqliteConnection::Mode;

TEST_CASE("A pragma that SQLite does not take is an error, not a silent default") {
  const TempFolder folder;
  const auto connection = take(SqliteConnection::open(folder.file("db"), Mode::make));
  CHECK(error_of(connection.set("synchronous", "2")) == "no error");
  CHECK(error_of(connection.set("journal_mode", "wal")) == "no error");
  CHECK(code_of(connection.set("journal_mode", "wall")) == "E-LOG-IO");
  CHECK(code_of(connection.set("synchronous", "FULL")) == "E-LOG-IO");  // read back as 2
  CHECK(code_of(connection.set("no_such_pragma", "1")) == "E-LOG-IO");
}

TEST_CASE("A connection checkpoints neither at a commit nor at closing") {
  const TempFolder folder;
  const std::string file = folder.file("db");
  take(take(SqliteConnection::open(file, Mode::make)).run("PRAGMA journal_mode = wal"));
  {
    const auto connection = take(SqliteConnection::open(file, Mode::write));
    CHECK(take(connection.text("PRAGMA wal_autocheckpoint")) == "0");
    take(connection.run("CREATE TABLE t (x)"));
    take(
        connection.run("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000) "
                       "INSERT INTO t SELECT zeroblob(1000) FROM n"));
  }
  CHECK(std::filesystem::file_size(file) < 100'000);
  CHECK(std::filesystem::file_size(file + "-wal") > 6'000'000);
  CHECK(RawDatabase(file).value("SELECT count(*) FROM t") == "6000");
}

TEST_CASE("A name is a path, even where SQLite would see something else in it") {
  const TempFolder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.file(""));
  for (const std::string name : {":memory:", "file:db?mode=memory"}) {
    CHECK(code_of(SqliteConnection::open(name, Mode::write)) == "E-LOG-IO");
    take(take(SqliteConnection::open(name, Mode::make)).run("CREATE TABLE t (x)"));
    CHECK(std::filesystem::exists(name));
  }
  std::filesystem::current_path(before);
}

TEST_CASE("A reading connection cannot write") {
  const TempFolder folder;
  take(take(SqliteConnection::open(folder.file("db"), Mode::make)).run("CREATE TABLE t (x)"));
  const auto connection = take(SqliteConnection::open(folder.file("db"), Mode::read));
  CHECK(code_of(connection.run("INSERT INTO t VALUES (1)")) == "E-LOG-IO");
}

TEST_CASE("What is not SQLite's is E-LOG-FORMAT") {
  const TempFolder folder;
  std::ofstream(folder.file("db")) << std::string(5000, 'x');
  const auto connection = take(SqliteConnection::open(folder.file("db"), Mode::write));
  CHECK(code_of(connection.text("PRAGMA user_version")) == "E-LOG-FORMAT");
}

}  // namespace daybook::sqlite_connection_test
