// Storage that takes no more: a limit to the size of files, a disk that is really full, a log that may only
// be read.
#include <csignal>
#include <functional>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/log/temp_log.h"

namespace daybook::no_room_test {

using namespace test;

namespace {

// What a process of its own answers: its exit status. doctest cannot be used inside it.
int in_a_process(const std::function<int()>& work) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) ::_exit(work());
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  return WEXITSTATUS(status);
}

struct Counts {
  int acknowledged = 0;
  int refused = 0;  // each may be in the log all the same
};

// Appends until that is refused several times in a row: copying the write-ahead log into the file can make
// room once more. 0 refused: something else went wrong.
Counts append_until_refused(const std::string& file) {
  auto log = EventLog::open(file);
  if (!log) return {};
  Counts counts;
  for (int in_a_row = 0; in_a_row < 3;) {
    const Expectation anything = any("a/1");
    const NewEvent next = event("a/1", std::string(20'000, 'x'));
    const auto appended = log->append({&anything, 1}, {&next, 1});
    if (!appended && appended.error()->code != ErrorCode::log_io) return {};
    in_a_row = appended ? 0 : in_a_row + 1;
    ++(appended ? counts.acknowledged : counts.refused);
    if (counts.acknowledged > 200) return {};
  }
  return counts;
}

// The log has what was acknowledged, and takes more when there is room.
void check_whole(const std::string& file, const Counts& counts) {
  auto log = take(EventLog::open(file));
  const auto events = read(log).size();
  CHECK(events >= static_cast<std::size_t>(counts.acknowledged));
  CHECK(events <= static_cast<std::size_t>(counts.acknowledged + counts.refused));
  NewEvent one_more = event("a/1");
  one_more.id = make_uuid_v7(Instant::now());  // the other process drew the same random numbers
  take(append(log, {any("a/1")}, {one_more}));
  CHECK(take(take(EventLog::open(file)).head()).size == events + 1);
}

}  // namespace

TEST_CASE("given a limit to the size of files, appends are refused at it, and nothing acknowledged is lost") {
  for (const rlim_t bytes : {200'000U, 300'000U, 500'000U}) {
    CAPTURE(bytes);
    TempFolder folder(fast_folder());
    const std::string file = folder.file("log");
    take(EventLog::create(file));
    int told[2];
    REQUIRE(::pipe(told) == 0);
    const int status = in_a_process([&] {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{bytes, bytes};
      if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 1;
      const Counts counts = append_until_refused(file);
      return ::write(told[1], &counts, sizeof counts) == sizeof counts ? 0 : 2;
    });
    REQUIRE(status == 0);
    Counts counts;
    REQUIRE(::read(told[0], &counts, sizeof counts) == sizeof counts);
    for (const int end : told)
      ::close(end);
    CHECK(counts.acknowledged > 0);
    CHECK(counts.refused > 0);
    check_whole(file, counts);
  }
}

TEST_CASE(
    "given a log that may only be read, its questions are answered, and an append says why it is refused") {
  TempFolder folder(fast_folder());
  const std::string kept = folder.file("kept");
  std::filesystem::create_directory(kept);
  const std::string file = kept + "/50% of #1?.log";
  {
    auto log = take(EventLog::create(folder.file("log")));
    take(append(log, {any("a/1")}, {event("a/1"), event("a/1")}));
    take(log.copy_to(file));
  }
  std::filesystem::remove(file + ".lock");
  REQUIRE(::chmod(folder.file("").c_str(), 0755) == 0);
  REQUIRE(::chmod(file.c_str(), 0444) == 0);
  REQUIRE(::chmod(kept.c_str(), 0555) == 0);
  const int fault = in_a_process([&] {
    constexpr uid_t nobody = 65'534;
    if (::geteuid() == 0 && ::setuid(nobody) != 0) return 1;  // root may write wherever it likes
    auto log = EventLog::open(file);
    if (!log) return 2;
    if (const auto head = log->head(); !head || head->size != 2) return 3;
    const auto reader = log->reader();
    std::size_t events = 0;
    const auto count = [&](Position, std::string_view) {
      ++events;
      return result<void>();
    };
    if (!reader || !(*reader)->read({0}, {9}, count) || events != 2) return 4;
    if (const auto tree = log->tree(); !tree || !(*tree)->hashes(0, 0, 2)) return 5;
    const Expectation anything = any("a/1");
    const NewEvent next = event("a/1");
    const auto appended = log->append({&anything, 1}, {&next, 1});
    if (appended || appended.error()->code != ErrorCode::log_io) return 6;
    if (appended.error()->hint != "writing to a log needs permission to write to its folder") return 7;
    return 0;
  });
  REQUIRE(::chmod(kept.c_str(), 0755) == 0);
  CHECK(fault == 0);
  CHECK(std::distance(std::filesystem::directory_iterator(kept), {}) == 1);
}

}  // namespace daybook::no_room_test
