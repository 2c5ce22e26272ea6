#include "events/activities_merged.h"

#include "tests/events/frozen.h"

namespace daybook::activities_merged_test {

using namespace test;

namespace {

ActivitiesMerged fewest() {
  return ActivitiesMerged{"2016-aut"};
}

ActivitiesMerged full() {
  return ActivitiesMerged{"2016-vienna-1"};
}

}  // namespace

TEST_CASE("Version 1 of activities-merged has the bytes that are frozen") {
  check_frozen("activities-merged.v1.json", full(), fewest());
}

TEST_CASE("A merge names the survivor") {
  CHECK(fault(fewest(), [](ActivitiesMerged&) {}) == "no error");
  CHECK(fault(fewest(), [](ActivitiesMerged& e) { e.into.clear(); }) == "E-EVENT into");
}

}  // namespace daybook::activities_merged_test
