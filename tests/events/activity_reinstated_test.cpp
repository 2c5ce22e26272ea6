#include "events/activity_reinstated.h"

#include "tests/events/frozen.h"

namespace daybook::activity_reinstated_test {

using namespace test;

namespace {

ActivityReinstated fewest() {
  return ActivityReinstated{};
}

ActivityReinstated full() {
  return ActivityReinstated{};
}

}  // namespace

TEST_CASE("Version 1 of activity-reinstated has the bytes that are frozen") {
  check_frozen("activity-reinstated.v1.json", full(), fewest());
}

TEST_CASE("A reinstatement says nothing but itself") {
  CHECK(fault(fewest(), [](ActivityReinstated&) {}) == "no error");
}

}  // namespace daybook::activity_reinstated_test
