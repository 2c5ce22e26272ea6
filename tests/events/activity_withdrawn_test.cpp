#include "events/activity_withdrawn.h"

#include "tests/events/frozen.h"

namespace daybook::activity_withdrawn_test {

using namespace test;

namespace {

ActivityWithdrawn fewest() {
  return ActivityWithdrawn{};
}

ActivityWithdrawn full() {
  return ActivityWithdrawn{};
}

}  // namespace

TEST_CASE("Version 1 of activity-withdrawn has the bytes that are frozen") {
  check_frozen("activity-withdrawn.v1.json", full(), fewest());
}

TEST_CASE("A withdrawal says nothing but itself") {
  CHECK(fault(fewest(), [](ActivityWithdrawn&) {}) == "no error");
}

}  // namespace daybook::activity_withdrawn_test
