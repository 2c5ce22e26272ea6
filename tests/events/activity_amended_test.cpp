#include "events/activity_amended.h"

#include "tests/events/frozen.h"

namespace daybook::activity_amended_test {

using namespace test;

namespace {

ActivityAmended fewest() {
  return ActivityAmended{{R"({"kind":"visit"})"}};
}

ActivityAmended full() {
  return ActivityAmended{{R"({"dates":[["2016-05-04","2016-05-05"]],"states":null,"title":{"en":"Forum"}})"}};
}

}  // namespace

TEST_CASE("Version 1 of activity-amended has the bytes that are frozen") {
  check_frozen("activity-amended.v1.json", full(), fewest());
}

TEST_CASE("An amendment changes fields of an activity, at least one") {
  CHECK(fault(fewest(), [](ActivityAmended&) {}) == "no error");
  CHECK(fault(fewest(), [](ActivityAmended& e) { e.patch.bytes = "{}"; }) == "E-EVENT patch");
  CHECK(fault(fewest(), [](ActivityAmended& e) { e.patch.bytes = "[]"; }) == "E-EVENT patch");
  CHECK(fault(fewest(), [](ActivityAmended& e) { e.patch.bytes = R"({"colour":"red"})"; }) ==
        "E-EVENT patch");
}

TEST_CASE("amended() answers the activity with the patch applied, or what is wrong with it") {
  ActivityRecorded activity;
  activity.audience = {Audience::academia};
  activity.dates = {{take(CivilDate::parse_iso("2016-05-04")), take(CivilDate::parse_iso("2016-05-04"))}};
  activity.organizers = {Party{"", "osce", "", Relation::separate, "", ""}};
  activity.place.mode = Mode::virtual_;
  activity.place.text = "虚拟会议";
  activity.title["zh"] = "论坛";
  CHECK(take(amended(activity, fewest())).kind == Kind::visit);
  CHECK(take(amended(activity, full())).title.size() == 2);
  CHECK(code_of(amended(activity, {{R"({"dates":null})"}})) == ErrorCode::event);
  CHECK(code_of(amended(activity, {{R"({"dates":[["2016-05-05","2016-05-04"]]})"}})) == ErrorCode::event);
  CHECK(code_of(amended(activity, {{R"({"kind":"party"})"}})) == ErrorCode::json);
}

}  // namespace daybook::activity_amended_test
