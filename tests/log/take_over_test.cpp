// A log takes over the events of another copy of it.
#include "daybook/log/event_log.h"

#include "tests/log/temp_log.h"

namespace daybook::take_over_test {

using namespace test;

namespace {

EventSource from(const std::vector<std::string>& events) {
  return [&events](const EventSink& sink) -> result<void> {
    for (std::size_t i = 0; i < events.size(); ++i)
      if (auto done = sink(Position{i}, events[i]); !done) return done;
    return {};
  };
}

// A log of 700 events in 7 appends, and an empty one.
struct Given {
  TempFolder folder{fast_folder()};
  Clock clock;
  EventLog log = take(EventLog::create(folder.file("log"), clock));
  EventLog other = take(EventLog::create(folder.file("other"), clock));
  std::vector<std::string> events;

  Given() {
    for (int batch = 0; batch < 7; ++batch) {
      std::vector<NewEvent> some;
      for (int i = 0; i < 100; ++i)
        some.push_back(event(fmt::format("a/{}", i % 3)));
      take(append(log, {any("a/0"), any("a/1"), any("a/2")}, some));
      clock.now->microseconds += 1'000'000;
    }
    events = read(log);
  }
};

}  // namespace

TEST_CASE("An empty log takes over a whole copy, and has its root; again, it has nothing to add") {
  Given given;
  const TakenOver first = take(given.other.take_over(from(given.events)));
  CHECK(first.known == 0);
  CHECK(first.added == 700);
  CHECK(first.head.root == take(given.log.head()).root);
  CHECK(first.head.recorded_at == take(given.log.head()).recorded_at);
  const TakenOver again = take(given.other.take_over(from(given.events)));
  CHECK(again.known == 700);
  CHECK(again.added == 0);
  CHECK(read(given.other) == given.events);
  take(append(given.other, {exactly("a/0", 237)}, {event("a/0")}));
}

TEST_CASE("A log takes over what a copy has more, and keeps what it has more itself") {
  Given given;
  const std::vector<std::string> half(given.events.begin(), given.events.begin() + 300);
  take(given.other.take_over(from(half)));
  CHECK(take(given.other.take_over(from(given.events))).added == 400);
  const TakenOver shorter = take(given.other.take_over(from(half)));
  CHECK(shorter.known == 300);
  CHECK(shorter.head.size == 700);
}

TEST_CASE("A copy with another event, or with one out of place, is refused, and changes nothing") {
  Given given;
  std::vector<std::string> copy = given.events;
  const std::vector<std::string> half(copy.begin(), copy.begin() + 300);
  take(given.other.take_over(from(half)));
  std::string code;
  SUBCASE("another event where both have one") {
    copy[100].replace(copy[100].find("Workshop"), 8, "Workshoq");
    code = "E-FORK";
  }
  SUBCASE("an event that is missing") {
    copy.erase(copy.begin() + 600);
    code = "E-REVISION";
  }
  SUBCASE("an event that stands twice") {
    copy.push_back(copy[20]);
    code = "E-ID-REUSED";
  }
  SUBCASE("recorded before the one before it") {
    copy[650].replace(copy[650].find("T12:00:06"), 9, "T11:00:06");
    code = "E-EVENT";
  }
  SUBCASE("not canonical") {
    copy[650] += " ";
    code = "E-JSON";
  }
  CHECK(code_of(given.other.take_over(from(copy))) == code);
  CHECK(take(given.other.head()).size == 300);
  CHECK(take(given.other.take_over(from(given.events))).added == 400);
}

TEST_CASE("A source that fails in the middle changes nothing") {
  Given given;
  const auto broken = [&](const EventSink& sink) -> result<void> {
    for (std::size_t i = 0; i < 50; ++i)
      if (auto done = sink(Position{i}, given.events[i]); !done) return done;
    return fail(ErrorCode::file, "the stick was pulled out");
  };
  CHECK(code_of(given.other.take_over(broken)) == "E-FILE");
  CHECK(take(given.other.head()).size == 0);
}

}  // namespace daybook::take_over_test
