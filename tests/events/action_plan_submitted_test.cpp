#include "events/action_plan_submitted.h"

#include "tests/events/frozen.h"

namespace daybook::action_plan_submitted_test {

using namespace test;

namespace {

ActionPlanSubmitted fewest() {
  return {CivilDate::from_days(12'719)};
}

ActionPlanSubmitted full() {
  return {CivilDate::from_days(17'000)};
}

}  // namespace

TEST_CASE("Version 1 of action-plan-submitted has the bytes that are frozen") {
  check_frozen("action-plan-submitted.v1.json", full(), fewest());
}

TEST_CASE("An action plan has a day") {
  CHECK(fault(fewest(), [](ActionPlanSubmitted&) {}) == "no error");
  CHECK(fault(full(), [](ActionPlanSubmitted&) {}) == "no error");
}

}  // namespace daybook::action_plan_submitted_test
