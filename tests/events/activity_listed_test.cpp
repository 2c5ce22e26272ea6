#include "events/activity_listed.h"

#include "tests/events/frozen.h"

namespace daybook::activity_listed_test {

using namespace test;

namespace {

ActivityListed fewest() {
  ActivityListed event;
  event.annex = "xviii";
  event.cells = {"2016年5月4日"};
  event.document = "S/2022/899";
  event.row = 1;
  return event;
}

ActivityListed full() {
  ActivityListed event = fewest();
  event.annex = "xix";
  event.cells = {"2016年5月4日至6日", "", "欧安组织 d、\"裁军事务厅\" c"};
  event.dates = {{take(CivilDate::parse_iso("2016-05-04")), take(CivilDate::parse_iso("2016-05-06"))}};
  event.organizers = {{"d", "osce", "", Relation::separate, "", ""},
                      {"c", "oda", "主办", Relation::slash, "", ""}};
  event.place = {{"vienna", Mode::video, "视频会议", {"AUT"}, "维也纳"}};
  event.row = 40;
  event.section = "A. 国家访问";
  event.title = {{"zh", "访问"}};
  return event;
}

}  // namespace

TEST_CASE("Version 1 of activity-listed has the bytes that are frozen") {
  check_frozen("activity-listed.v1.json", full(), fewest());
}

TEST_CASE("A listing says in which annex of which document, in what row and in what words") {
  CHECK(fault(full(), [](ActivityListed&) {}) == "no error");
  CHECK(fault(fewest(), [](ActivityListed&) {}) == "no error");
  CHECK(fault(fewest(), [](ActivityListed& e) { e.annex = "XVIII"; }) == "E-EVENT annex");
  CHECK(fault(fewest(), [](ActivityListed& e) { e.document.clear(); }) == "E-EVENT document");
  CHECK(fault(fewest(), [](ActivityListed& e) { e.cells.clear(); }) == "E-EVENT cells");
  CHECK(fault(fewest(), [](ActivityListed& e) { e.row = 0; }) == "E-EVENT row");
  CHECK(fault(fewest(), [](ActivityListed& e) { e.row = -1; }) == "E-EVENT row");
}

TEST_CASE("What a listing says otherwise than the activity is checked as the activity's own") {
  CHECK(fault(full(), [](ActivityListed& e) { e.dates.push_back(e.dates[0]); }) == "E-EVENT dates");
  CHECK(fault(full(), [](ActivityListed& e) { e.organizers[0].relation = Relation::slash; }) ==
        "E-EVENT organizers");
  CHECK(fault(full(), [](ActivityListed& e) { e.place[0].states.clear(); }) == "E-EVENT place");
  CHECK(fault(full(), [](ActivityListed& e) { e.place.push_back(e.place[0]); }) == "E-EVENT place");
  CHECK(fault(full(), [](ActivityListed& e) { e.title["zh"] = ""; }) == "E-EVENT title");
}

}  // namespace daybook::activity_listed_test
