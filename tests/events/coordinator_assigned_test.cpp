#include "events/coordinator_assigned.h"

#include "tests/events/frozen.h"

namespace daybook::coordinator_assigned_test {

using namespace test;

namespace {

CoordinatorAssigned fewest() {
  return {1, "JPN", 2017};
}

CoordinatorAssigned full() {
  return {4, "USA", 2022};
}

}  // namespace

TEST_CASE("Version 1 of coordinator-assigned has the bytes that are frozen") {
  check_frozen("coordinator-assigned.v1.json", full(), fewest());
}

TEST_CASE("A coordinator has a group, a State and a year") {
  CHECK(fault(fewest(), [](CoordinatorAssigned&) {}) == "no error");
  CHECK(fault(full(), [](CoordinatorAssigned&) {}) == "no error");
  CHECK(fault(full(), [](CoordinatorAssigned& e) { e.group = 0; }) == "E-EVENT group");
  CHECK(fault(full(), [](CoordinatorAssigned& e) { e.state = "?"; }) == "E-EVENT state");
  CHECK(fault(full(), [](CoordinatorAssigned& e) { e.year = 22; }) == "E-EVENT year");
}

}  // namespace daybook::coordinator_assigned_test
