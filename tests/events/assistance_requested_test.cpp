#include "events/assistance_requested.h"

#include "tests/events/frozen.h"

namespace daybook::assistance_requested_test {

using namespace test;

namespace {

AssistanceRequested fewest() {
  AssistanceRequested event;
  event.dates = {CivilDate::from_days(17'000), CivilDate::from_days(17'030)};
  return event;
}

AssistanceRequested full() {
  AssistanceRequested event;
  event.confirmed = {CivilDate::from_days(17'030)};
  event.dates = {CivilDate::from_days(17'000), CivilDate::from_days(17'000)};
  event.ordinal = 2;
  event.paragraphs = {RequestParagraph::two, RequestParagraph::three_a_b, RequestParagraph::three_c_d,
                      RequestParagraph::whole};
  event.requests = {"协助起草反恐立法", "培训"};
  event.types = {RequestType::equipment, RequestType::training, RequestType::legislation,
                 RequestType::funding};
  return event;
}

}  // namespace

TEST_CASE("Version 1 of assistance-requested has the bytes that are frozen") {
  check_frozen("assistance-requested.v1.json", full(), fewest());
}

TEST_CASE("A request has one day or days in order, and at most one confirmation") {
  CHECK(fault(fewest(), [](AssistanceRequested&) {}) == "no error");
  CHECK(fault(full(), [](AssistanceRequested&) {}) == "no error");
  CHECK(fault(full(), [](AssistanceRequested& e) { e.confirmed.push_back(CivilDate::from_days(17'000)); }) ==
        "E-EVENT confirmed");
  CHECK(fault(full(), [](AssistanceRequested& e) {
          e.dates = {CivilDate::from_days(17'030), CivilDate::from_days(17'000)};
        }) == "E-EVENT dates");
  CHECK(fault(full(), [](AssistanceRequested& e) { e.ordinal = 0; }) == "E-EVENT ordinal");
}

}  // namespace daybook::assistance_requested_test
