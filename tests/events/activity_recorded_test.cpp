#include "events/activity_recorded.h"

#include "daybook/base/limits.h"

#include "tests/events/frozen.h"

namespace daybook::activity_recorded_test {

using namespace test;

namespace {

DateRange range(const char* first, const char* last) {
  return {take(CivilDate::parse_iso(first)), take(CivilDate::parse_iso(last))};
}

ActivityRecorded fewest() {
  ActivityRecorded event;
  event.audience = {Audience::member_states};
  event.dates = {range("2016-05-04", "2016-05-04")};
  event.organizers = {{"", "osce", "", Relation::separate, "", ""}};
  event.place.states = {"AUT"};
  event.title = {{"zh", "会议"}};
  return event;
}

ActivityRecorded full() {
  ActivityRecorded event;
  event.audience = {Audience::member_states, Audience::parliamentarians, Audience::academia,
                    Audience::industry};
  event.dates = {range("2016-05-04", "2016-05-06"), range("2016-12-31", "2017-01-02")};
  event.kind = Kind::training_course;
  event.organizers = {{"d", "oda", "全球项目", Relation::separate, "", ""},
                      {"c", "osce", "", Relation::together, "", ""},
                      {"", "", "", Relation::both, "CHN", "外交部"}};
  event.participants = {{"", "", "", Relation::separate, "", "\"学者\" \\ /"}};
  event.place = {"vienna", Mode::hybrid, "混合会议", {"AUT", "CHE"}, "奥地利维也纳\n瑞士"};
  event.regions = {"GRULAC", "WEOG"};
  event.role = Role::co_organized;
  event.states = {"CHN", "MNG"};
  event.title = {{"en", "Training course"}, {"zh", "培训班"}};
  return event;
}

}  // namespace

TEST_CASE("Version 1 of activity-recorded has the bytes that are frozen") {
  check_frozen("activity-recorded.v1.json", full(), fewest());
}

TEST_CASE("An activity has an audience, dates, an organizer and a title") {
  CHECK(fault(full(), [](ActivityRecorded&) {}) == "no error");
  CHECK(fault(fewest(), [](ActivityRecorded&) {}) == "no error");
  CHECK(fault(fewest(), [](ActivityRecorded& e) { e.audience.clear(); }) == "E-EVENT audience");
  CHECK(fault(fewest(), [](ActivityRecorded& e) { e.dates.clear(); }) == "E-EVENT dates");
  CHECK(fault(fewest(), [](ActivityRecorded& e) { e.organizers.clear(); }) == "E-EVENT organizers");
  CHECK(fault(fewest(), [](ActivityRecorded& e) { e.title.clear(); }) == "E-EVENT title");
}

TEST_CASE("Each part of an activity is checked, and the error names it") {
  CHECK(fault(full(), [](ActivityRecorded& e) { std::swap(e.dates[0], e.dates[1]); }) == "E-EVENT dates");
  CHECK(fault(full(), [](ActivityRecorded& e) { e.organizers[1].mark = "x"; }) == "E-EVENT organizers");
  CHECK(fault(full(), [](ActivityRecorded& e) {
          e.organizers.resize(limits::parties_max + 1, e.organizers[0]);
        }) == "E-LIMIT organizers");
  CHECK(fault(full(), [](ActivityRecorded& e) { e.participants = {Party{}}; }) == "E-EVENT participants");
  CHECK(fault(full(), [](ActivityRecorded& e) { e.place.mode = Mode::virtual_; }) == "E-EVENT place");
  CHECK(fault(full(), [](ActivityRecorded& e) { e.place.states.clear(); }) == "E-EVENT place");
  CHECK(fault(full(), [](ActivityRecorded& e) { e.states = {"CHN", "CHN"}; }) == "E-EVENT states");
  CHECK(fault(full(), [](ActivityRecorded& e) { e.title["fr"] = ""; }) == "E-EVENT title");
}

}  // namespace daybook::activity_recorded_test
