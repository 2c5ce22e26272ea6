#include "events/activities_grouped.h"

#include "tests/events/frozen.h"

namespace daybook::activities_grouped_test {

using namespace test;

namespace {

ActivitiesGrouped fewest() {
  return ActivitiesGrouped{{"2016-vienna-1", "2016-vienna-2"}, Basis::inferred};
}

ActivitiesGrouped full() {
  return ActivitiesGrouped{{"2016-vienna-1", "2016-vienna-2", "2017-beijing-1"}, Basis::source};
}

}  // namespace

TEST_CASE("Version 1 of activities-grouped has the bytes that are frozen") {
  check_frozen("activities-grouped.v1.json", full(), fewest());
}

TEST_CASE("A group has two or more different activities") {
  CHECK(fault(fewest(), [](ActivitiesGrouped&) {}) == "no error");
  CHECK(fault(fewest(), [](ActivitiesGrouped& e) { e.activities.pop_back(); }) == "E-EVENT activities");
  CHECK(fault(fewest(), [](ActivitiesGrouped& e) { e.activities[1] = e.activities[0]; }) ==
        "E-EVENT activities");
  CHECK(fault(fewest(), [](ActivitiesGrouped& e) { e.activities[1].clear(); }) == "E-EVENT activities");
}

}  // namespace daybook::activities_grouped_test
