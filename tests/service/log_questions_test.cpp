#include <doctest/doctest.h>

#include "daybook/service/service.h"

#include "tests/story.h"

namespace daybook::log_questions_test {

using namespace story;

namespace {

std::string events_of(const Story& story, std::uint64_t after, bool as_stored) {
  std::string text;
  take(print_events(story.file(), after, as_stored, [&](std::string_view piece) {
    text += piece;
    return true;
  }));
  return text;
}

}  // namespace

TEST_CASE("the events of a log are printed as they are stored, from any position on") {
  Story story;
  story.record("2016-vienna-1", made_activity("甲", days("2016-05-04", "2016-05-04")));
  story.record("2016-vienna-2", made_activity("乙", days("2016-05-05", "2016-05-05")));
  std::string stored;
  take(take(story.log().reader())
           ->read(Position{1}, Position{2}, [&](Position, std::string_view bytes) -> result<void> {
             stored = bytes;
             return {};
           }));
  CHECK(events_of(story, 1, true) == stored + "\n");
  CHECK(events_of(story, 2, true).empty());
  CHECK(events_of(story, 9, false).empty());
  CHECK(events_of(story, 0, false).find("activity/2016-vienna-1 #0  officer  firsthand") !=
        std::string::npos);
}

TEST_CASE("a log of events that this program does not know can be read, though not folded") {
  Story story;
  NewEvent strange = made_event("moon/1", made_activity("甲", days("2016-05-04", "2016-05-04")));
  strange.type = "moon-landed";
  story.append({strange});
  CHECK(events_of(story, 0, false).find("moon-landed  moon/1 #0") != std::string::npos);
  CHECK(code_of(Service::open(story.file(), project_file("config/vocab"))) == code_of(ErrorCode::event_type));
}

TEST_CASE("printing stops without an error when no more is wanted") {
  Story story;
  for (int i = 0; i < 300; ++i)
    story.record("2016-vienna-" + std::to_string(i + 1),
                 made_activity("甲", days("2016-05-04", "2016-05-04")));
  int pieces = 0;
  take(print_events(story.file(), 0, true, [&](std::string_view) { return ++pieces < 1; }));
  CHECK(pieces == 1);
}

TEST_CASE("the head names the size and the root") {
  const Story story;
  CHECK(take(log_head(story.file(), false)) ==
        "size 0\nroot e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n");
  CHECK(take(log_head(story.file(), true)).starts_with("{\"size\": 0, "));
  CHECK(code_of(log_head("nowhere.db", false)) == code_of(ErrorCode::log_missing));
}

}  // namespace daybook::log_questions_test
