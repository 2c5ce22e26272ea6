#include "src/log/writer_lock.h"

#include <chrono>
#include <filesystem>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include "tests/log/temp_log.h"

namespace daybook::writer_lock_test {

using namespace test;
using std::chrono::milliseconds;

namespace {

// Runs `act` in another process and tells whether it returned true.
template <class Act>
bool in_another_process(Act act) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(act() ? 0 : 1);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

TEST_CASE("One holder at a time, in one process") {
  const TempFolder folder;
  WriterLock one(folder.file("log"));
  WriterLock two(folder.file("log"));
  take(one.acquire(milliseconds(0)));
  CHECK(code_of(two.acquire(milliseconds(20))) == "E-LOG-BUSY");
  one.release();
  take(two.acquire(milliseconds(0)));
  CHECK(code_of(one.acquire(milliseconds(0))) == "E-LOG-BUSY");
}

TEST_CASE("One holder at a time, among processes") {
  const TempFolder folder;
  const auto try_it = [&] { return WriterLock(folder.file("log")).acquire(milliseconds(0)).has_value(); };
  WriterLock held(folder.file("log"));
  take(held.acquire(milliseconds(0)));
  CHECK_FALSE(in_another_process(try_it));
  held.release();
  CHECK(in_another_process(try_it));
}

TEST_CASE("A holder that dies lets go") {
  const TempFolder folder;
  in_another_process([&] {
    auto* never_released = new WriterLock(folder.file("log"));
    return never_released->acquire(milliseconds(0)).has_value();
  });
  WriterLock next(folder.file("log"));
  take(next.acquire(milliseconds(0)));
}

TEST_CASE("A waiter gets the lock when it is released") {
  const TempFolder folder;
  WriterLock held(folder.file("log"));
  take(held.acquire(milliseconds(0)));
  std::thread other([&] {
    std::this_thread::sleep_for(milliseconds(50));
    held.release();
  });
  WriterLock waiting(folder.file("log"));
  CHECK(error_of(waiting.acquire(milliseconds(10'000))) == "no error");
  other.join();
}

TEST_CASE("A lock file that someone removed is made again") {
  const TempFolder folder;
  WriterLock lock(folder.file("log"));
  take(lock.acquire(milliseconds(0)));
  lock.release();
  std::filesystem::remove(folder.file("log.lock"));
  take(lock.acquire(milliseconds(100)));
  CHECK(std::filesystem::exists(folder.file("log.lock")));
  CHECK(code_of(WriterLock(folder.file("log")).acquire(milliseconds(0))) == "E-LOG-BUSY");
}

TEST_CASE("A folder that is not there is E-LOG-IO") {
  const TempFolder folder;
  CHECK(code_of(WriterLock(folder.file("no/log")).acquire(milliseconds(0))) == "E-LOG-IO");
}

}  // namespace daybook::writer_lock_test
