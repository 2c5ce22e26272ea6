#include "src/log/sqlite_tree.h"

#include <doctest/doctest.h>

#include "daybook/log/tree.h"

#include "tests/log/temp_log.h"

namespace daybook::sqlite_tree_test {

using namespace test;

namespace {

struct ThreeHundred {
  TempFolder folder{fast_folder()};
  std::string file = folder.file("log.db");
  EventLog log = take(EventLog::create(file, Clock()));
  ThreeHundred() {
    std::vector<NewEvent> events;
    std::vector<Expectation> expectations;
    for (int i = 0; i < 300; ++i) {
      events.push_back(event(fmt::format("activity/2016-vienna-{}", i)));
      expectations.push_back(none_yet(events.back().stream));
    }
    take(append(log, expectations, events));
  }
};

}  // namespace

TEST_CASE("given a log, its tree answers the hashes of its events and of its full tiles") {
  ThreeHundred given;
  auto tree = take(open_sqlite_tree(given.file));
  const auto events = read(given.log);
  const auto leaves = take(tree->hashes(0, 290, 300));
  REQUIRE(leaves.size() == 10);
  for (std::size_t i = 0; i < leaves.size(); ++i)
    CHECK(leaves[i] == leaf_hash(events[290 + i]));
  CHECK(take(tree->hashes(0, 7, 7)).empty());
  const auto tiles = take(tree->hashes(1, 0, 1));
  REQUIRE(tiles.size() == 1);
  CHECK(tiles[0] == take(root_of(*tree, 256)));
}

TEST_CASE("given a log, when it is appended to, a tree that is open answers the new hashes too") {
  ThreeHundred given;
  auto tree = take(open_sqlite_tree(given.file));
  CHECK(code_of(tree->hashes(0, 300, 301)) == "E-LIMIT");
  take(append(given.log, {none_yet("activity/2017-rome-1")}, {event("activity/2017-rome-1")}));
  CHECK(take(tree->hashes(0, 300, 301)).size() == 1);
  CHECK(code_of(tree->hashes(1, 1, 2)) == "E-LIMIT");
  CHECK(code_of(tree->hashes(2, 0, 1)) == "E-LIMIT");
}

TEST_CASE("given a damaged hash, its tree says so") {
  ThreeHundred given;
  tamper(given.file, "UPDATE events SET leaf = x'0102' WHERE position = 5;");
  auto tree = take(open_sqlite_tree(given.file));
  CHECK(error_of(tree->hashes(0, 0, 10)) ==
        "E-LOG-IO: hash 5 of level 0 is damaged (daybook fsck says more)");
}

TEST_CASE("given no log, there is no tree") {
  TempFolder folder;
  CHECK(code_of(open_sqlite_tree(folder.file("none.db"))) != "no error");
}

}  // namespace daybook::sqlite_tree_test
