// One file, many hands: several objects, threads and processes on one log, and storage that fails.
#include "src/log/sqlite_log_store.h"

#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include "src/log/writer_lock.h"
#include "tests/log/failing_disk.h"
#include "tests/log/temp_log.h"

namespace daybook::sqlite_log_store_test {

using namespace test;
using std::chrono::milliseconds;
using Numbers = std::vector<std::uint64_t>;

TEST_CASE("Two objects on one file see each other's events and keep one order") {
  const TempFolder folder;
  auto one = take(EventLog::create(folder.file("log")));
  auto two = take(EventLog::open(folder.file("log")));
  CHECK(positions(append(one, {none_yet("a/1")}, {event("a/1")})) == Numbers{0});
  CHECK(take(two.head()).size == 1);
  CHECK(positions(append(two, {exactly("a/1", 0)}, {event("a/1")})) == Numbers{1});
  CHECK(code_of(append(one, {exactly("a/1", 0)}, {event("a/1")})) == "E-REVISION");
  CHECK(positions(append(one, {exactly("a/1", 1)}, {event("a/1")})) == Numbers{2});
  CHECK(take(one.head()).root == take(two.head()).root);
  CHECK(read(two).size() == 3);
}

TEST_CASE("A writer waits for another one, and says so when that takes too long") {
  const TempFolder folder;
  const std::string file = folder.file("log");
  auto log = take(EventLog::create(file, Instant::now, milliseconds(30)));
  SUBCASE("a Daybook in this process") {
    WriterLock other(file);
    take(other.acquire(milliseconds(0)));
    const auto busy = append(log, {any("a/1")}, {event("a/1")});
    CHECK(
        error_of(busy) ==
        fmt::format(
            "E-LOG-BUSY: another writer has held \"{}.lock\" for 30 ms (nothing was written; try again when "
            "the other import or command has ended)",
            file));
    CHECK(take(log.head()).size == 0);
    other.release();
  }
  SUBCASE("a program that knows nothing of the lock file") {
    RawDatabase other(file);
    REQUIRE(other.run("BEGIN IMMEDIATE") == "ok");
    CHECK(code_of(append(log, {any("a/1")}, {event("a/1")})) == "E-LOG-BUSY");
    REQUIRE(other.run("ROLLBACK") == "ok");
  }
  CHECK(positions(append(log, {any("a/1")}, {event("a/1")})) == Numbers{0});
}

TEST_CASE("A writer waits for another process, and goes on when that one dies") {
  const TempFolder folder;
  const std::string file = folder.file("log");
  auto impatient = take(EventLog::create(file, Instant::now, milliseconds(30)));
  auto patient = take(EventLog::open(file));
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    WriterLock held(file);
    const bool locked = held.acquire(milliseconds(0)).has_value();
    if (::write(ready[1], "x", 1) != 1 || !locked) ::_exit(1);
    std::this_thread::sleep_for(milliseconds(300));
    ::_exit(0);  // without letting go
  }
  char byte = 0;
  REQUIRE(::read(ready[0], &byte, 1) == 1);
  CHECK(code_of(append(impatient, {any("a/1")}, {event("a/1")})) == "E-LOG-BUSY");
  CHECK(positions(append(patient, {any("a/1")}, {event("a/1")})) == Numbers{0});
  int status = 0;
  ::waitpid(child, &status, 0);
  CHECK(status == 0);
  ::close(ready[0]);
  ::close(ready[1]);
}

TEST_CASE("Several processes append at once: every event lands once, without gaps") {
  constexpr std::uint64_t processes = 3;
  constexpr std::uint64_t appends = 20;
  const TempFolder folder;
  const std::string file = folder.file("log");
  take(EventLog::create(file));
  std::vector<pid_t> children;
  for (std::uint64_t p = 0; p < processes; ++p) {
    const pid_t child = ::fork();
    if (child == 0) {
      auto log = EventLog::open(file);
      const std::string stream = fmt::format("activity/{}", p);
      for (std::uint64_t i = 0; log && i < appends; ++i) {
        auto next = event(stream);
        next.id =
            fmt::format("0181f2d0-1234-7abc-8def-{:04x}{:08x}", p, i);  // forked processes share their chance
        if (!append(*log, {i == 0 ? none_yet(stream) : exactly(stream, i - 1)}, {next})) ::_exit(1);
      }
      ::_exit(log ? 0 : 1);
    }
    children.push_back(child);
  }
  for (const pid_t child : children) {
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(status == 0);
  }
  auto log = take(EventLog::open(file));
  CHECK(read(log).size() == processes * appends);
  CHECK(take(log.head()).size == processes * appends);
  for (std::uint64_t p = 0; p < processes; ++p)
    CHECK(take(log.revision_of(fmt::format("activity/{}", p))) == Revision{appends - 1});
}

TEST_CASE("A process that is killed in mid-append leaves a whole log with all that it was told is in it") {
  for (int round = 0; round < 5; ++round) {
    CAPTURE(round);
    const TempFolder folder;
    const std::string file = folder.file("log");
    take(EventLog::create(file));
    int told[2];
    REQUIRE(::pipe(told) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
      auto log = EventLog::open(file);
      const std::vector<Expectation> expectations{any("a/1")};
      while (log) {
        const std::vector<NewEvent> three{event("a/1"), event("a/1"), event("a/1")};
        if (!log->append(expectations, three) || ::write(told[1], "x", 1) != 1) break;
      }
      ::_exit(1);
    }
    std::uint64_t appends = 0;
    char byte = 0;
    for (; appends < 10; ++appends)
      REQUIRE(::read(told[0], &byte, 1) == 1);
    std::this_thread::sleep_for(std::chrono::microseconds(300 * round));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(told[1]);
    while (::read(told[0], &byte, 1) == 1)
      ++appends;
    ::close(told[0]);

    auto log = take(EventLog::open(file));
    const auto size = take(log.head()).size;
    CHECK(size % 3 == 0);
    CHECK(size >= appends * 3);
    CHECK(size <= (appends + 1) * 3);
    CHECK(read(log).size() == size);
    auto next = event("a/1");
    next.id = "0181f2d0-1234-7abc-8def-0123456789ab";  // forked processes share their chance
    CHECK(positions(append(log, {exactly("a/1", size - 1)}, {next})) == Numbers{size});
  }
}

TEST_CASE("Readers on several threads read on while a writer writes") {
  const TempFolder folder;
  auto log = take(EventLog::create(folder.file("log")));
  take(append(log, {any("a/1")}, {event("a/1")}));
  std::atomic<bool> stop = false;
  std::atomic<int> broken = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i)
    threads.emplace_back([&, reader = take(log.reader())] {
      std::uint64_t before = 0;
      while (!stop) {
        std::uint64_t count = 0;
        const auto done =
            reader->read({0}, {UINT64_MAX}, [&](Position position, std::string_view) -> result<void> {
              if (position.value != count++) ++broken;
              return {};
            });
        if (!done || count < before) ++broken;
        before = count;
      }
    });
  for (int i = 0; i < 100; ++i)
    take(append(log, {any("a/1")}, {event("a/1")}));
  stop = true;
  for (auto& thread : threads)
    thread.join();
  CHECK(broken == 0);
}

TEST_CASE("A read sees the log as it was when the read began, and does not hold up the writer") {
  const TempFolder folder;
  auto log = take(EventLog::create(folder.file("log"), Instant::now, milliseconds(0)));
  take(append(log, {any("a/1")}, {event("a/1"), event("a/1")}));
  auto reader = take(log.reader());
  int seen = 0;
  take(reader->read({0}, {UINT64_MAX}, [&](Position, std::string_view) -> result<void> {
    ++seen;
    return append(log, {any("a/1")}, {event("a/1")}).map([](const auto&) {});
  }));
  CHECK(seen == 2);
  CHECK(take(log.head()).size == 4);
}

TEST_CASE("A large log is emptied out of its write-ahead log when it is closed") {
  const TempFolder folder;
  const std::string file = folder.file("log");
  {
    auto log = take(EventLog::create(file));
    std::vector<NewEvent> events;
    for (int i = 0; i < 100; ++i)
      events.push_back(event("a/1", std::string(30'000, 'x')));
    take(append(log, {any("a/1")}, events));
    CHECK(std::filesystem::file_size(file + "-wal") > 3'000'000);
  }
  CHECK(std::filesystem::file_size(file + "-wal") == 0);
  auto again = take(EventLog::open(file));
  CHECK(read(again).size() == 100);
}

TEST_CASE("The write-ahead log of small appends stays short, whoever keeps it from being begun anew") {
  constexpr std::uint64_t wal_bytes_min = 4ULL << 20;
  const TempFolder folder(fast_folder());
  const std::string file = folder.file("log");
  auto log = take(EventLog::create(file));
  const auto append_some = [&] {
    for (int i = 0; i < 150; ++i)
      take(append(log, {any("a/1")}, {event("a/1")}));
  };
  for (int i = 0; i < 3; ++i)
    append_some();
  CHECK(std::filesystem::file_size(file + "-wal") < wal_bytes_min + (1ULL << 20));

  // It grows while somebody reads, and no longer when they have ended.
  auto reader = take(log.reader());
  take(reader->read({0}, {UINT64_MAX}, [&](Position at, std::string_view) -> result<void> {
    if (at.value == 0) append_some();
    return {};
  }));
  CHECK(std::filesystem::file_size(file + "-wal") > wal_bytes_min + (1ULL << 20));
  append_some();
  const auto longest = std::filesystem::file_size(file + "-wal");
  for (int i = 0; i < 2; ++i)
    append_some();
  CHECK(std::filesystem::file_size(file + "-wal") == longest);
  CHECK(read(log).size() == 7 * 150);
}

TEST_CASE("A damaged tree is told, not built upon") {
  const TempFolder folder;
  const std::string file = folder.file("log");
  {
    auto log = take(EventLog::create(file));
    std::vector<NewEvent> events;
    for (int i = 0; i < 256; ++i)
      events.push_back(event("a/1"));
    take(append(log, {any("a/1")}, events));
  }
  auto log = take(EventLog::open(file));
  RawDatabase raw(file);
  REQUIRE(raw.run("DROP TRIGGER tiles_delete; DELETE FROM tiles") == "ok");
  CHECK(code_of(log.head()) == "E-LOG-IO");
  CHECK(code_of(append(log, {any("a/1")}, {event("a/1")})) == "E-LOG-IO");
  CHECK(raw.value("SELECT count(*) FROM events") == "256");
}

namespace {

// A log of three events on a disk that will fail.
struct OnFailingDisk {
  FailingDisk disk;
  TempFolder folder;
  std::string file = folder.file("log");
  EventLog log = take(EventLog::create(file, Clock(), milliseconds(50)));
  std::vector<NewEvent> next{event("b/1"), event("a/1")};

  OnFailingDisk() { take(append(log, {any("a/1")}, {event("a/1"), event("a/1"), event("a/1")})); }
  result<std::vector<Position>> append_next() {
    return append(log, {none_yet("b/1"), exactly("a/1", 2)}, next);
  }
  // Whatever happened before, the same append again ends with both events in the log, once.
  void check_recovers() {
    const auto size = take(log.head()).size;
    CHECK((size == 3 || size == 5));
    CHECK(positions(append_next()) == Numbers{3, 4});
    CHECK(take(log.head()).size == 5);
    auto fresh = take(EventLog::open(file));
    CHECK(take(fresh.head()).root == take(log.head()).root);
    CHECK(read(fresh).size() == 5);
    CHECK(positions(append(log, {exactly("a/1", 3)}, {event("a/1")})) == Numbers{5});
  }
};

}  // namespace

TEST_CASE("Storage that fails once, at any step of an append: an error, and the same append again succeeds") {
  for (const int write_error : {SQLITE_IOERR_WRITE, SQLITE_FULL}) {
    bool failed = true;
    for (int step = 0; failed; ++step) {
      CAPTURE(write_error);
      CAPTURE(step);
      REQUIRE(step < 200);
      OnFailingDisk given;
      given.disk.fail_after(step, FailingDisk::once, FailingDisk::writes_and_syncs, write_error);
      const auto appended = given.append_next();
      failed = given.disk.has_failed();
      given.disk.heal();
      CHECK(code_of(appended) == (failed ? "E-LOG-IO" : "no error"));
      given.check_recovers();
    }
  }
}

TEST_CASE("Storage that fails and stays broken: nothing is acknowledged until it works again") {
  for (int step = 0; step < 6; ++step) {
    CAPTURE(step);
    OnFailingDisk given;
    given.disk.fail_after(step, FailingDisk::for_good);
    const auto appended = given.append_next();
    if (!given.disk.has_failed()) break;
    CHECK(code_of(appended) == "E-LOG-IO");
    for (int again = 0; again < 3; ++again)
      CHECK(code_of(given.append_next()) == "E-LOG-IO");
    given.disk.heal();
    given.check_recovers();
  }
}

TEST_CASE("After a failure the file is closed and opened again") {
  OnFailingDisk given;
  const int before = given.disk.opened();
  take(given.append_next());
  CHECK(given.disk.opened() == before);
  given.disk.fail_after(0, FailingDisk::once);
  REQUIRE(code_of(append(given.log, {any("a/1")}, {event("a/1")})) == "E-LOG-IO");
  CHECK(given.disk.opened() > before);
}

TEST_CASE("After a failed sync nothing is written behind what may not be on the disk") {
  OnFailingDisk given;
  given.disk.fail_after(0, FailingDisk::once, FailingDisk::syncs);
  REQUIRE(code_of(given.append_next()) == "E-LOG-IO");
  // A reader in mid-read keeps the doubtful write-ahead log from being emptied: so no append is taken.
  auto reader = take(given.log.reader());
  take(reader->read({0}, {1}, [&](Position, std::string_view) -> result<void> {
    CHECK(code_of(given.append_next()) == "E-LOG-BUSY");
    return {};
  }));
  given.check_recovers();
}

TEST_CASE("A log that cannot be made for want of storage is not there, and can be made later") {
  bool failed = true;
  for (int step = 0; failed; ++step) {
    CAPTURE(step);
    REQUIRE(step < 200);
    FailingDisk disk;
    const TempFolder folder(fast_folder());
    disk.fail_after(step, FailingDisk::once);
    const auto made = EventLog::create(folder.file("log"));
    failed = disk.has_failed();
    disk.heal();
    if (made) continue;
    CHECK(code_of(made) == "E-LOG-IO");
    CHECK(code_of(EventLog::open(folder.file("log"))) == "E-LOG-MISSING");
    CHECK(std::filesystem::is_empty(folder.file("")));
    CHECK(error_of(EventLog::create(folder.file("log"))) == "no error");
  }
}

}  // namespace daybook::sqlite_log_store_test
