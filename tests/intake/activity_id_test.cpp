#include "daybook/intake/activity_id.h"

#include "tests/story.h"

namespace daybook::activity_id_test {

using namespace story;

TEST_CASE("an id is the year, the place and the next number that no activity has had") {
  Story story;
  const ActivityRecorded in_vienna = made_activity("论坛", days("2023-03-01", "2023-03-02"));
  story.record("2023-vienna-1", in_vienna);
  story.record("2023-vienna-3", in_vienna);
  const Register reg = story.fold();
  ActivityIds ids(reg);
  CHECK(ids.next(in_vienna) == "2023-vienna-2");
  CHECK(ids.next(in_vienna) == "2023-vienna-4");
  CHECK(ids.next(in_vienna) == "2023-vienna-5");
}

TEST_CASE("each year and each place has its own numbers") {
  const Register reg(vocabulary());
  ActivityIds ids(reg);
  ActivityRecorded activity = made_activity("论坛", days("2023-12-31", "2024-01-02"));
  CHECK(ids.next(activity) == "2023-vienna-1");
  activity.dates = {days("2024-01-02", "2024-01-02")};
  CHECK(ids.next(activity) == "2024-vienna-1");
  activity.place = {};
  activity.place.mode = Mode::virtual_;
  CHECK(ids.next(activity) == "2024-virtual-1");
  CHECK(ids.next(activity) == "2024-virtual-2");
  activity.place = {};
  activity.place.states = {"FRA", "CHE"};
  CHECK(ids.next(activity) == "2024-fra-1");
}

TEST_CASE("every id of the record is known again, and none stands twice") {
  const Register& reg = published().reg;
  for (ActivityIndex index = 0; index < 230; ++index)
    CHECK(reg.find_activity(reg.activity_id(index)) == index);
  CHECK(reg.activity_id(0) == "2016-vienna-1");
}

}  // namespace daybook::activity_id_test
