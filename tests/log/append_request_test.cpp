#include "src/log/append_request.h"

#include "tests/log/temp_log.h"

namespace daybook::append_request_test {

using namespace test;

TEST_CASE("each stream that is written to has exactly one expectation") {
  const std::vector<NewEvent> events{event("activity/1"), event("group/1"), event("activity/1")};
  const auto matched = [&](std::vector<Expectation> expectations) {
    return code_of(match_streams(expectations, events));
  };
  CHECK(matched({any("activity/1"), any("group/1")}) == "no error");
  CHECK(matched({any("activity/1"), any("group/1"), exists("state/CHN")}) == "no error");
  CHECK(matched({any("activity/1")}) == "E-EVENT");
  CHECK(matched({any("activity/1"), any("group/1"), none_yet("group/1")}) == "E-EVENT");

  const std::vector<Expectation> expectations{any("group/1"), any("activity/1")};
  CHECK(take(match_streams(expectations, events)).of_event == std::vector<std::size_t>{1, 0, 1});
}

TEST_CASE("no id stands twice in one append, in whatever order they come") {
  std::vector<NewEvent> events{event("activity/1"), event("activity/2"), event("activity/3")};
  CHECK(take(ids_of(events)) == std::vector<EventId>{take(event_id(events[0].id)),
                                                     take(event_id(events[1].id)),
                                                     take(event_id(events[2].id))});
  std::swap(events[0], events[1]);
  CHECK(code_of(ids_of(events)) == "no error");
  events[2].id = events[0].id;
  CHECK(code_of(ids_of(events)) == "E-ID-REUSED");
  events[1].id = events[0].id;
  CHECK(code_of(ids_of(events)) == "E-ID-REUSED");
  events[1].id = "1";
  CHECK(code_of(ids_of(events)) == "E-EVENT");
}

}  // namespace daybook::append_request_test
