// The rules of docs/formats/log.md, as a caller of the log meets them.
#include "daybook/log/event_log.h"

#include <random>

#include "src/log/merkle.h"
#include "tests/log/temp_log.h"

namespace daybook::event_log_test {

using namespace test;
using Numbers = std::vector<std::uint64_t>;

namespace {

struct Given {
  TempFolder folder;
  std::string file = folder.file("log");
  Clock clock;
  EventLog log = take(EventLog::create(file, clock));
  std::uint64_t size() {
    const std::uint64_t size = take(log.size());
    CHECK(take(log.head()).size == size);
    return size;
  }
};

Hash naive_root(const std::vector<std::string>& events, std::size_t first, std::size_t end) {
  if (end == first) return MerkleTree().root();
  if (end - first == 1) return leaf_hash(events[first]);
  std::size_t split = 1;
  while (split * 2 < end - first)
    split *= 2;
  return node_hash(naive_root(events, first, first + split), naive_root(events, first + split, end));
}

}  // namespace

TEST_CASE("A new log is empty") {
  Given given;
  const auto head = take(given.log.head());
  CHECK(head.size == 0);
  CHECK(to_hex(head.root) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(head.recorded_at == Instant{});
  CHECK(read(given.log).empty());
  CHECK(take(given.log.revision_of("activity/1")) == std::nullopt);
}

TEST_CASE("Events get gapless positions, and revisions by stream in the order of the append") {
  Given given;
  CHECK(positions(append(given.log, {any("a/1"), any("b/1")},
                         {event("a/1"), event("b/1"), event("a/1"), event("a/1")})) == Numbers{0, 1, 2, 3});
  CHECK(positions(append(given.log, {any("b/1")}, {event("b/1")})) == Numbers{4});
  std::vector<std::string> streams_and_revisions;
  for (const auto& bytes : read(given.log)) {
    const auto envelope = take(decode_envelope(bytes));
    streams_and_revisions.push_back(fmt::format("{} {}", envelope.stream, envelope.revision));
  }
  CHECK(streams_and_revisions == std::vector<std::string>{"a/1 0", "b/1 0", "a/1 1", "a/1 2", "b/1 1"});
  CHECK(take(given.log.revision_of("a/1")) == Revision{2});
  CHECK(take(given.log.revision_of("b/1")) == Revision{1});
}

TEST_CASE("An expected revision that is met lets the append through") {
  Given given;
  CHECK(positions(append(given.log, {none_yet("a/1")}, {event("a/1")})) == Numbers{0});
  CHECK(positions(append(given.log, {exactly("a/1", 0)}, {event("a/1")})) == Numbers{1});
  CHECK(positions(append(given.log, {exists("a/1")}, {event("a/1")})) == Numbers{2});
  CHECK(positions(append(given.log, {any("a/1")}, {event("a/1")})) == Numbers{3});
  CHECK(positions(append(given.log, {any("b/1")}, {event("b/1")})) == Numbers{4});
}

TEST_CASE("An expected revision that is not met names stream, expected and found") {
  Given given;
  take(append(given.log, {any("a/1")}, {event("a/1"), event("a/1")}));
  const auto refused = [&](const Expectation& expectation) {
    const Error error = append(given.log, {expectation}, {event(expectation.stream)}).error();
    CHECK(error.code == ErrorCode::revision);
    CHECK(given.size() == 2);
    return error.sentence;
  };
  CHECK(refused(none_yet("a/1")) == "stream a/1: expected no event yet, found revision 1");
  CHECK(refused(exactly("a/1", 0)) == "stream a/1: expected revision 0, found revision 1");
  CHECK(refused(exactly("a/1", 2)) == "stream a/1: expected revision 2, found revision 1");
  CHECK(refused(exactly("b/1", 0)) == "stream b/1: expected revision 0, found no event yet");
  CHECK(refused(exists("b/1")) == "stream b/1: expected at least one event, found no event yet");
}

TEST_CASE("An append to several streams lands whole or not at all") {
  Given given;
  take(append(given.log, {any("b/1")}, {event("b/1")}));
  CHECK(code_of(append(given.log, {none_yet("a/1"), none_yet("b/1")}, {event("a/1"), event("b/1")})) ==
        "E-REVISION");
  CHECK(given.size() == 1);
  CHECK(take(given.log.revision_of("a/1")) == std::nullopt);
  CHECK(positions(append(given.log, {none_yet("a/1"), exactly("b/1", 0)}, {event("a/1"), event("b/1")})) ==
        Numbers{1, 2});
}

TEST_CASE("Every stream that is written to has one expectation, and others may have one") {
  Given given;
  CHECK(code_of(append(given.log, {any("a/1")}, {event("a/1"), event("b/1")})) == "E-EVENT");
  CHECK(code_of(append(given.log, {any("a/1"), none_yet("a/1")}, {event("a/1")})) == "E-EVENT");
  CHECK(code_of(append(given.log, {any("a/1"), exists("group/1")}, {event("a/1")})) == "E-REVISION");
  CHECK(given.size() == 0);
  CHECK(positions(append(given.log, {any("a/1"), none_yet("group/1")}, {event("a/1")})) == Numbers{0});
}

TEST_CASE("An append of nothing does nothing") {
  Given given;
  CHECK(positions(append(given.log, {}, {})).empty());
  CHECK(given.size() == 0);
}

TEST_CASE("The same append again writes nothing and answers the original positions, whatever came between") {
  Given given;
  const std::vector<NewEvent> events{event("a/1"), event("b/1")};
  take(append(given.log, {any("c/1")}, {event("c/1")}));
  take(append(given.log, {none_yet("a/1"), none_yet("b/1")}, events));
  take(append(given.log, {any("a/1")}, {event("a/1")}));
  *given.clock.now = Instant{noon.microseconds + 1'000'000};
  const auto before = read(given.log);
  SUBCASE("in the same order") {
    CHECK(positions(append(given.log, {none_yet("a/1"), none_yet("b/1")}, events)) == Numbers{1, 2});
  }
  SUBCASE("in another order") {
    CHECK(positions(append(given.log, {any("a/1"), any("b/1")}, {events[1], events[0]})) == Numbers{2, 1});
  }
  SUBCASE("a part of it") {
    CHECK(positions(append(given.log, {any("b/1")}, {events[1]})) == Numbers{2});
  }
  SUBCASE("in another process's eyes") {
    auto other = take(EventLog::open(given.file, given.clock));
    CHECK(positions(append(other, {any("a/1"), any("b/1")}, events)) == Numbers{1, 2});
  }
  CHECK(read(given.log) == before);
}

TEST_CASE("A known id with another content is refused, whichever member differs") {
  Given given;
  auto first = event("a/1");
  first.reason = "a reason";
  take(append(given.log, {any("a/1")}, {first}));
  const auto refused = [&](auto change) {
    auto other = first;
    change(other);
    CHECK(code_of(append(given.log, {any(other.stream)}, {other})) == "E-ID-REUSED");
    CHECK(given.size() == 1);
  };
  refused([](NewEvent& e) { e.data = R"({"title":{"en":"Seminar"}})"; });
  refused([](NewEvent& e) { e.stream = "b/1"; });
  refused([](NewEvent& e) { e.type = "activity-corrected"; });
  refused([](NewEvent& e) { e.type_version = 2; });
  refused([](NewEvent& e) { e.actor = "desk"; });
  refused([](NewEvent& e) { e.reason.clear(); });
  refused([](NewEvent& e) { e.source = "firsthand"; });
  refused([](NewEvent& e) { e.batch = "import-1"; });
  refused([](NewEvent& e) { e.supersedes = {make_uuid_v7(noon)}; });
}

TEST_CASE("A batch in which only some of the ids are known is refused whole") {
  Given given;
  const auto known = event("a/1");
  take(append(given.log, {any("a/1")}, {known}));
  CHECK(code_of(append(given.log, {any("a/1")}, {known, event("a/1")})) == "E-ID-REUSED");
  CHECK(code_of(append(given.log, {any("a/1")}, {event("a/1"), known})) == "E-ID-REUSED");
  CHECK(given.size() == 1);
}

TEST_CASE("One id twice in one append is refused, known or not") {
  Given given;
  const auto twice = event("a/1");
  CHECK(code_of(append(given.log, {any("a/1")}, {twice, twice})) == "E-ID-REUSED");
  take(append(given.log, {any("a/1")}, {twice}));
  CHECK(code_of(append(given.log, {any("a/1")}, {twice, twice})) == "E-ID-REUSED");
  CHECK(given.size() == 1);
}

TEST_CASE("An id that is older than those in the log is looked up all the same") {
  Given given;
  auto late = event("a/1");
  late.id = make_uuid_v7(Instant{noon.microseconds + 3'600'000'000});
  const auto early = event("a/1");
  take(append(given.log, {any("a/1")}, {early}));
  take(append(given.log, {any("a/1")}, {late}));
  CHECK(positions(append(given.log, {any("a/1")}, {early})) == Numbers{0});
  auto changed = early;
  changed.actor = "desk";
  CHECK(code_of(append(given.log, {any("a/1")}, {changed})) == "E-ID-REUSED");
  CHECK(positions(append(given.log, {any("a/1")}, {event("a/1")})) == Numbers{2});
}

TEST_CASE("A repeated id is told before a revision that is not met") {
  Given given;
  auto known = event("a/1");
  take(append(given.log, {none_yet("a/1")}, {known}));
  known.actor = "desk";
  CHECK(code_of(append(given.log, {none_yet("a/1")}, {known})) == "E-ID-REUSED");
}

TEST_CASE("Recording time never goes back, and one append has one time") {
  Given given;
  const auto times = [&] {
    std::vector<std::string> all;
    for (const auto& bytes : read(given.log))
      all.push_back(take(decode_envelope(bytes)).recorded_at);
    return all;
  };
  take(append(given.log, {any("a/1")}, {event("a/1"), event("a/1")}));
  *given.clock.now = *Instant::parse("2022-06-02T11:00:00.000000Z");
  take(append(given.log, {any("a/1")}, {event("a/1")}));
  auto reopened = take(EventLog::open(given.file, given.clock));
  take(append(reopened, {any("a/1")}, {event("a/1")}));
  *given.clock.now = *Instant::parse("2022-06-02T12:00:00.000001Z");
  take(append(given.log, {any("a/1")}, {event("a/1")}));
  const std::string at_noon = "2022-06-02T12:00:00.000000Z";
  CHECK(times() ==
        std::vector<std::string>{at_noon, at_noon, at_noon, at_noon, "2022-06-02T12:00:00.000001Z"});
  CHECK(take(given.log.head()).recorded_at.text() == "2022-06-02T12:00:00.000001Z");
}

TEST_CASE("A clock that no event can hold changes nothing") {
  Given given;
  given.clock.now->microseconds = INT64_MAX / 2;
  CHECK(code_of(append(given.log, {any("a/1")}, {event("a/1")})) == "E-EVENT");
  CHECK(given.size() == 0);
}

TEST_CASE("A malformed event changes nothing, and the others of its append are not written either") {
  Given given;
  auto malformed = event("a/1");
  malformed.data = R"({"b":1,"a":1})";
  const auto refused = append(given.log, {any("a/1")}, {event("a/1"), malformed});
  CHECK(code_of(refused) == "E-JSON");
  CHECK(refused.error()->hint == "event 2 of 2, id " + malformed.id);
  CHECK(given.size() == 0);
}

TEST_CASE("In a large append the first malformed event is the one that is told") {
  Given given;
  std::vector<NewEvent> events;
  for (int i = 0; i < 2000; ++i)
    events.push_back(event("a/1"));
  events[1990].actor.clear();
  CHECK(append(given.log, {any("a/1")}, events).error()->hint.starts_with("event 1991 of 2000"));
  events[700].data = "{";
  CHECK(append(given.log, {any("a/1")}, events).error()->hint.starts_with("event 701 of 2000"));
  CHECK(given.size() == 0);
}

TEST_CASE(
    "In a large append a malformed event is told before anything else that is wrong, and changes nothing") {
  Given given;
  take(append(given.log, {any("a/1")}, {event("a/1")}));
  std::vector<NewEvent> events;
  for (int i = 0; i < 2000; ++i)
    events.push_back(event("a/1"));
  std::vector<Expectation> expectations{any("a/1")};
  SUBCASE("an id stands twice") {
    events[1].id = events[0].id;
  }
  SUBCASE("an id is no UUID") {
    events[1999].id = "1";
  }
  SUBCASE("an expectation is missing") {
    expectations.clear();
  }
  SUBCASE("a revision is not met") {
    expectations = {none_yet("a/1")};
  }
  SUBCASE("nothing else") {}
  CHECK(code_of(append(given.log, expectations, events)) != "E-TEXT");
  const auto before = given.size();
  events[1998].actor = "\x01";
  for (int again = 0; again < 2; ++again)
    CHECK(code_of(append(given.log, expectations, events)) == "E-TEXT");
  CHECK(given.size() == before);
  CHECK(positions(append(given.log, {any("a/1")}, {event("a/1")})) == Numbers{before});
}

TEST_CASE("A large append again writes nothing and answers the original positions") {
  Given given;
  std::vector<NewEvent> events;
  for (int i = 0; i < 2000; ++i)
    events.push_back(event("a/1"));
  const auto first = positions(append(given.log, {none_yet("a/1")}, events));
  CHECK(positions(append(given.log, {none_yet("a/1")}, events)) == first);
  events[1000].reason = "another content";
  CHECK(code_of(append(given.log, {none_yet("a/1")}, events)) == "E-ID-REUSED");
  CHECK(given.size() == events.size());
}

TEST_CASE("Nothing is written when someone else has written since the writer looked, to whatever stream") {
  Given given;
  const std::vector events{event("a/1")};
  const std::vector expectations{any("a/1")};
  const auto append_after = [&](std::uint64_t size) {
    return given.log.append(Append{expectations, events, size});
  };
  auto other = take(EventLog::open(given.file));
  take(append(other, {any("b/1")}, {event("b/1")}));
  const auto refused = append_after(0);
  CHECK(code_of(refused) == "E-REVISION");
  CHECK(refused.error()->sentence ==
        "someone else has written to the log since it was read: its size is 1, not 0");
  CHECK(given.size() == 1);
  CHECK(positions(append_after(1)) == Numbers{1});
  CHECK(positions(append_after(1)) == Numbers{1});  // a repetition
}

TEST_CASE("The root is the Merkle tree's over the stored bytes, also in a log that is opened afresh") {
  Given given;
  std::vector<std::string> all;
  for (const int count : {1, 1, 253, 1, 1, 255, 300, 700}) {
    std::vector<NewEvent> events;
    for (int i = 0; i < count; ++i)
      events.push_back(event("a/1"));
    take(append(given.log, {any("a/1")}, events));
    all = read(given.log);
    const auto expected = naive_root(all, 0, all.size());
    CHECK(take(given.log.head()).root == expected);
    CHECK(take(take(EventLog::open(given.file)).head()).root == expected);
  }
}

TEST_CASE("A reader reads the range that it is asked for") {
  Given given;
  std::vector<NewEvent> events;
  for (int i = 0; i < 10; ++i)
    events.push_back(event("a/1", std::to_string(i)));
  take(append(given.log, {any("a/1")}, events));
  const auto all = read(given.log);
  REQUIRE(all.size() == 10);
  CHECK(read(given.log, 3, 5) == std::vector<std::string>{all[3], all[4]});
  CHECK(read(given.log, 9, 100) == std::vector<std::string>{all[9]});
  CHECK(read(given.log, 10).empty());
  CHECK(read(given.log, 5, 5).empty());
  CHECK(read(given.log, 5, 3).empty());
  CHECK(read(given.log, UINT64_MAX).empty());
}

TEST_CASE("A sink's error stops the reading and comes back; the reader can be used again") {
  Given given;
  take(append(given.log, {any("a/1")}, {event("a/1"), event("a/1"), event("a/1")}));
  auto reader = take(given.log.reader());
  int seen = 0;
  const auto stopped = reader->read({0}, {3}, [&](Position, std::string_view) -> result<void> {
    if (++seen == 2) return fail(ErrorCode::value, "enough");
    return {};
  });
  CHECK(error_of(stopped) == "E-VALUE: enough");
  CHECK(seen == 2);
  take(reader->read({0}, {3}, [&](Position, std::string_view) -> result<void> {
    ++seen;
    return {};
  }));
  CHECK(seen == 5);
}

TEST_CASE("A log can be moved, and outlived by its reader") {
  const TempFolder folder;
  std::unique_ptr<EventReader> reader;
  {
    auto log = take(EventLog::create(folder.file("log")));
    EventLog moved = std::move(log);
    take(append(moved, {any("a/1")}, {event("a/1")}));
    reader = take(moved.reader());
  }
  int seen = 0;
  take(reader->read({0}, {9}, [&](Position, std::string_view) -> result<void> {
    ++seen;
    return {};
  }));
  CHECK(seen == 1);
}

}  // namespace daybook::event_log_test
