#include "src/log/append_job.h"

#include <thread>

#include "daybook/base/limits.h"

#include "tests/log/temp_log.h"

namespace daybook::append_job_test {

using namespace test;

namespace {

std::string made(const std::vector<Expectation>& expectations, const std::vector<NewEvent>& events) {
  return code_of(PreparedAppend::make({expectations, events}));
}

}  // namespace

TEST_CASE(
    "What is wrong with an append is told before the log is looked at, a malformed event before all else") {
  const NewEvent good = event("a/1");
  NewEvent malformed = event("a/1");
  malformed.data = "{";
  CHECK(made({any("a/1")}, {good}) == "no error");
  CHECK(made({}, {}) == "no error");
  CHECK(made({}, {good}) == "E-EVENT");
  CHECK(made({any("a/1"), any("a/1")}, {good}) == "E-EVENT");
  CHECK(made({any("a/1")}, {good, good}) == "E-ID-REUSED");
  CHECK(made({any("a/1")}, {good, good, malformed}) == "E-EVENT");
  CHECK(made({any("a/1")}, std::vector<NewEvent>(limits::batch_events_max + 1, good)) == "E-LIMIT");
}

TEST_CASE("Appends that several threads have prepared are written as they are") {
  const TempFolder folder(fast_folder());
  EventLog log = take(EventLog::create(folder.file("log"), Clock{}));
  constexpr std::size_t threads = 4;
  std::vector<std::vector<Expectation>> expectations(threads);
  std::vector<std::vector<NewEvent>> events(threads);
  std::vector<std::optional<PreparedAppend>> prepared(threads);
  {
    std::vector<std::jthread> making;
    for (std::size_t i = 0; i < threads; ++i)
      making.emplace_back([&, i] {
        const std::string stream = fmt::format("a/{}", i);
        expectations[i] = {none_yet(stream)};
        // More than one thread of its own is worth, and few.
        events[i] = std::vector<NewEvent>(i == 0 ? 600 : i);
        for (NewEvent& one : events[i])
          one = event(stream);
        prepared[i] = take(PreparedAppend::make({expectations[i], events[i]}));
      });
  }
  std::vector<PreparedAppend*> appends;
  for (auto& one : prepared)
    appends.push_back(&*one);
  for (const auto& answer : log.append_all(appends))
    CHECK(code_of(answer) == "no error");
  CHECK(take(log.head()).size == 600 + 1 + 2 + 3);
  CHECK(take(log.revision_of("a/0"))->value == 599);
}

}  // namespace daybook::append_job_test
