#include "daybook/log/group_commit.h"

#include <atomic>
#include <set>
#include <thread>

#include "tests/log/failing_disk.h"
#include "tests/log/temp_log.h"

namespace daybook::group_commit_test {

using namespace test;
using Numbers = std::vector<std::uint64_t>;

namespace {

// Counts syncs; only the writer's connection is used while it counts.
class CountingDisk final : public TestDisk {
 public:
  int syncs = 0;
  int syncing(const std::string&) override {
    ++syncs;
    return SQLITE_OK;
  }
};

struct Together {
  TempFolder folder{fast_folder()};
  std::string file = folder.file("log");
  EventLog log = take(EventLog::create(file, Clock()));
  std::vector<std::vector<Expectation>> expectations;
  std::vector<std::vector<NewEvent>> events;

  void add(Expectation expectation, std::vector<NewEvent> some) {
    expectations.push_back({std::move(expectation)});
    events.push_back(std::move(some));
  }
  std::vector<result<std::vector<Position>>> append_all() {
    std::vector<result<PreparedAppend>> prepared;
    std::vector<PreparedAppend*> appends;
    for (std::size_t i = 0; i < events.size(); ++i)
      prepared.push_back(PreparedAppend::make({expectations[i], events[i]}));
    for (auto& one : prepared)
      if (one) appends.push_back(&*one);
    auto answers = log.append_all(appends);
    for (std::size_t i = 0; i < prepared.size(); ++i)
      if (!prepared[i])
        answers.insert(answers.begin() + static_cast<std::ptrdiff_t>(i), fail(prepared[i].error()));
    return answers;
  }
};

}  // namespace

TEST_CASE("Several appends share one transaction; each fails or succeeds by itself") {
  Together given;
  const NewEvent first = event("a/1");
  given.add(none_yet("a/1"), {first, event("a/1")});
  given.add(exactly("a/1", 1), {event("a/1")});  // sees what the one before it writes
  given.add(exactly("a/1", 1), {event("a/1")});  // comes too late
  given.add(any("a/1"), {first, event("a/1")});  // an id that is in the log since the first
  given.add(none_yet("a/2"), {event("a/2")});
  const auto answers = given.append_all();
  CHECK(positions(answers[0]) == Numbers{0, 1});
  CHECK(positions(answers[1]) == Numbers{2});
  CHECK(code_of(answers[2]) == "E-REVISION");
  CHECK(code_of(answers[3]) == "E-ID-REUSED");
  CHECK(positions(answers[4]) == Numbers{3});
  CHECK(read(given.log).size() == 4);
  auto fresh = take(EventLog::open(given.file));
  CHECK(take(fresh.head()).root == take(given.log.head()).root);
}

TEST_CASE("The same append twice in one group: one lands, and the other is answered its positions") {
  Together given;
  const std::vector<NewEvent> same{event("a/1"), event("a/1")};
  given.add(none_yet("a/1"), same);
  given.add(none_yet("a/1"), same);
  const auto answers = given.append_all();
  CHECK(positions(answers[0]) == Numbers{0, 1});
  CHECK(positions(answers[1]) == Numbers{0, 1});
  CHECK(read(given.log).size() == 2);
}

TEST_CASE("A malformed event, or one too many, keeps only its own append out") {
  Together given;
  NewEvent malformed = event("a/1");
  malformed.data = "{";
  given.add(any("a/1"), {event("a/1")});
  given.add(any("a/1"), {malformed});
  given.add(any("a/2"), {event("a/1")});  // a stream without an expectation
  given.add(any("a/1"), {});
  given.add(any("a/1"), {event("a/1")});
  const auto answers = given.append_all();
  CHECK(positions(answers[0]) == Numbers{0});
  CHECK(code_of(answers[1]) == "E-EVENT");
  CHECK(code_of(answers[2]) == "E-EVENT");
  CHECK(positions(answers[3]).empty());
  CHECK(positions(answers[4]) == Numbers{1});
}

TEST_CASE("A group in which some were mistaken about a stream is written in one sync with the others") {
  CountingDisk disk;
  Together given;
  take(append(given.log, {none_yet("a/0")},
              {event("a/0")}));  // which syncs the head of the write-ahead log, too
  given.add(none_yet("a/1"), {event("a/1")});
  given.add(exactly("a/2", 3), {event("a/2")});
  given.add(none_yet("a/2"), {event("a/2")});
  given.add(exactly("a/2", UINT64_MAX), {event("a/2")});
  given.add(none_yet("a/3"), {event("a/3")});
  disk.syncs = 0;
  const auto answers = given.append_all();
  CHECK(disk.syncs == 1);
  CHECK(positions(answers[0]) == Numbers{1});
  CHECK(answers[1].error()->sentence == "stream a/2: expected revision 3, found no event yet");
  CHECK(positions(answers[2]) == Numbers{2});
  CHECK(code_of(answers[3]) == "E-REVISION");
  CHECK(positions(answers[4]) == Numbers{3});
}

TEST_CASE("Storage that fails: nobody in the group is told a success") {
  const FailingDisk::Steps kinds[] = {FailingDisk::writes_and_syncs, FailingDisk::syncs};
  for (const auto steps : kinds) {
    FailingDisk disk;
    Together given;
    for (int i = 0; i < 5; ++i)
      given.add(any("a/1"), {event("a/1")});
    disk.fail_after(0, FailingDisk::for_good, steps);
    for (const auto& answer : given.append_all())
      CHECK(code_of(answer) == "E-LOG-IO");
    disk.heal();
    // The same appends again end with each event in the log, once.
    for (const auto& answer : given.append_all())
      CHECK(code_of(answer) == "no error");
    CHECK(read(given.log).size() == 5);
  }
}

TEST_CASE("Many threads: every append lands once, in fewer syncs than appends") {
  constexpr int threads = 32;
  constexpr int appends = 10;
  const TempFolder folder;  // on the disk: a sync takes time, and others gather meanwhile
  const std::string file = folder.file("log");
  CountingDisk disk;
  GroupCommit log(take(EventLog::create(file)));
  disk.syncs = 0;
  std::vector<std::vector<std::uint64_t>> got(threads);
  {
    std::vector<std::jthread> writers;
    for (int i = 0; i < threads; ++i)
      writers.emplace_back([&, i] {
        const std::string stream = fmt::format("a/{}", i);
        for (int n = 0; n < appends; ++n) {
          const std::vector<Expectation> expected{
              n == 0 ? none_yet(stream) : exactly(stream, static_cast<std::uint64_t>(n) - 1)};
          const std::vector<NewEvent> one{event(stream)};
          const auto answer = log.append(expected, one);
          if (answer) got[static_cast<std::size_t>(i)].push_back(answer->front().value);
        }
      });
  }
  std::set<std::uint64_t> all;
  for (const auto& of_writer : got) {
    CHECK(of_writer.size() == appends);
    all.insert(of_writer.begin(), of_writer.end());
  }
  CHECK(all.size() == threads * appends);
  CHECK(*all.rbegin() == threads * appends - 1);
  CHECK(disk.syncs > 0);
  CHECK(disk.syncs < threads * appends);
}

TEST_CASE("Who writes alone never waits for others, and goes on at once when they have gone") {
  const TempFolder folder(fast_folder());
  GroupCommit log(take(EventLog::create(folder.file("log"))));
  const auto append_some = [&](const std::string& stream, int appends) {
    int landed = 0;
    for (int n = 0; n < appends; ++n) {
      const std::vector<Expectation> expected{any(stream)};
      const std::vector<NewEvent> one{event(stream)};
      landed += log.append(expected, one) ? 1 : 0;
    }
    return landed;
  };
  std::atomic<int> landed = 0;
  {
    std::vector<std::jthread> others;
    for (int i = 0; i < 8; ++i)
      others.emplace_back([&, i] { landed += append_some(fmt::format("a/{}", i), 5 * i); });
  }
  CHECK(landed == 5 * 28);
  CHECK(append_some("a/alone", 20) == 20);
}

TEST_CASE("Of many threads that expect the same revision, one wins") {
  const TempFolder folder;
  GroupCommit log(take(EventLog::create(folder.file("log"))));
  std::atomic<int> won = 0;
  std::atomic<int> lost = 0;
  {
    std::vector<std::jthread> writers;
    for (int i = 0; i < 16; ++i)
      writers.emplace_back([&] {
        const std::vector<Expectation> expected{none_yet("a/1")};
        const std::vector<NewEvent> one{event("a/1")};
        const auto answer = log.append(expected, one);
        if (answer)
          ++won;
        else if (answer.error()->code == ErrorCode::revision)
          ++lost;
      });
  }
  CHECK(won == 1);
  CHECK(lost == 15);
}

}  // namespace daybook::group_commit_test
