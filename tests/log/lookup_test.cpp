#include "daybook/log/lookup.h"

#include "tests/story.h"

namespace daybook::lookup_test {

using namespace story;

namespace {

// Four events, the second and the third of one append, at 10, 20 and 30 microseconds.
struct Clocked {
  Folder folder;
  std::int64_t time = 0;
  EventLog log = take(EventLog::create(folder.file("log.db"), [this] { return Instant{time}; }));
  std::vector<NewEvent> events;

  Clocked() {
    for (const auto& [at, count] : {std::pair{10, 1}, {20, 2}, {30, 1}}) {
      time = at;
      const std::string batch = make_uuid_v7(Instant::now());
      std::vector<NewEvent> appended;
      std::vector<Expectation> expectations;
      for (int i = 0; i < count; ++i) {
        const std::string stream = "activity/2023-vienna-" + std::to_string(events.size() + appended.size());
        appended.push_back(made_event(stream, made_activity("论坛", days("2023-03-01", "2023-03-02"))));
        appended.back().batch = batch;
        expectations.push_back({stream, Expectation::Kind::none_yet, {}});
      }
      take(log.append(expectations, appended));
      events.insert(events.end(), appended.begin(), appended.end());
    }
  }
  std::string found(std::string_view wanted) {
    const auto positions = find_events(log, wanted);
    if (!positions) return code_of(positions);
    std::string text;
    for (const Position position : *positions)
      text += std::to_string(position.value) + " ";
    return text;
  }
};

}  // namespace

TEST_CASE("what was known by a time is what had been recorded then, that microsecond included") {
  Clocked clocked;
  for (const auto& [time, size] :
       {std::pair{0, 0}, {9, 0}, {10, 1}, {19, 1}, {20, 3}, {29, 3}, {30, 4}, {99, 4}}) {
    CAPTURE(time);
    CHECK(take(size_known_by(clocked.log, Instant{time})) == static_cast<std::uint64_t>(size));
  }
}

TEST_CASE("events are found by position, by id and by batch") {
  Clocked clocked;
  CHECK(clocked.found("2") == "2 ");
  CHECK(clocked.found(clocked.events[3].id) == "3 ");
  CHECK(clocked.found(clocked.events[1].batch) == "1 2 ");
  CHECK(clocked.found("4") == "E-NOT-FOUND");
  CHECK(clocked.found("officer") == "E-NOT-FOUND");
  CHECK(clocked.found("") == "E-NOT-FOUND");
}

TEST_CASE("an envelope is read at its position") {
  Clocked clocked;
  const auto reader = take(clocked.log.reader());
  CHECK(take(envelope_at(*reader, Position{3})).id == clocked.events[3].id);
  CHECK(code_of(envelope_at(*reader, Position{4})) == "E-NOT-FOUND");
}

}  // namespace daybook::lookup_test
