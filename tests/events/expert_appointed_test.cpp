#include "events/expert_appointed.h"

#include "tests/events/frozen.h"

namespace daybook::expert_appointed_test {

using namespace test;

namespace {

ExpertAppointed fewest() {
  ExpertAppointed event;
  event.name["zh"] = "吕晓东";
  event.state = "CHN";
  return event;
}

ExpertAppointed full() {
  ExpertAppointed event;
  event.name = {{"en", "Taylor, Terence"}, {"zh", "泰勒，特伦斯"}};
  event.role = ExpertRole::coordinator;
  event.state = "GBR";
  event.until = {CivilDate::from_days(17'000)};
  return event;
}

}  // namespace

TEST_CASE("Version 1 of expert-appointed has the bytes that are frozen") {
  check_frozen("expert-appointed.v1.json", full(), fewest());
}

TEST_CASE("An expert has a name, a State and at most one last day") {
  CHECK(fault(fewest(), [](ExpertAppointed&) {}) == "no error");
  CHECK(fault(full(), [](ExpertAppointed&) {}) == "no error");
  CHECK(fault(full(), [](ExpertAppointed& e) { e.name.clear(); }) == "E-EVENT name");
  CHECK(fault(full(), [](ExpertAppointed& e) { e.state.clear(); }) == "E-EVENT state");
  CHECK(fault(full(), [](ExpertAppointed& e) { e.until.push_back(CivilDate::from_days(17'030)); }) ==
        "E-EVENT until");
}

}  // namespace daybook::expert_appointed_test
