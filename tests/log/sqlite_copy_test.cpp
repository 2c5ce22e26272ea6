#include "src/log/sqlite_copy.h"

#include <filesystem>

#include "tests/log/failing_disk.h"
#include "tests/log/temp_log.h"

namespace daybook::sqlite_copy_test {

using namespace test;

TEST_CASE("A copy is the log as it was when the copy began, with the same root") {
  const TempFolder folder;
  auto log = take(EventLog::create(folder.file("log")));
  std::vector<NewEvent> events;
  for (int i = 0; i < 300; ++i)
    events.push_back(event("a/1", std::string(20'000, 'x')));
  take(append(log, {any("a/1")}, events));
  const Head before = take(log.head());
  int steps = 0;
  take(copy_sqlite_log(folder.file("log"), folder.file("copy"), [&](int done, int of) {
    CHECK(done <= of);
    if (steps++ == 0) take(append(log, {any("a/1")}, {event("a/1")}));
  }));
  CHECK(steps >= 1);
  auto copy = take(EventLog::open(folder.file("copy")));
  CHECK(take(copy.head()).root == before.root);
  CHECK(take(log.head()).size == 301);
}

TEST_CASE("A copy is not written over another file, nor over what a log left behind") {
  const TempFolder folder;
  take(EventLog::create(folder.file("log")));
  take(EventLog::create(folder.file("copy")));
  CHECK(code_of(copy_sqlite_log(folder.file("log"), folder.file("copy"), {})) == "E-LOG-EXISTS");
  CHECK(code_of(copy_sqlite_log(folder.file("log"), folder.file("log"), {})) == "E-LOG-EXISTS");
}

TEST_CASE("Storage that fails at any step of a copy: an error, and no copy stays behind") {
  bool failed = true;
  for (int step = 0; failed; ++step) {
    CAPTURE(step);
    REQUIRE(step < 200);
    FailingDisk disk;
    const TempFolder folder(fast_folder());
    auto log = take(EventLog::create(folder.file("log")));
    take(append(log, {any("a/1")}, {event("a/1")}));
    disk.fail_after(step, FailingDisk::once);
    const auto copied = copy_sqlite_log(folder.file("log"), folder.file("copy"), {});
    failed = disk.has_failed();
    disk.heal();
    if (!copied) CHECK(!std::filesystem::exists(folder.file("copy")));
    if (copied) CHECK(take(take(EventLog::open(folder.file("copy"))).head()).size == 1);
  }
}

}  // namespace daybook::sqlite_copy_test
