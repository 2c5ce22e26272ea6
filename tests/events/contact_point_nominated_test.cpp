#include "events/contact_point_nominated.h"

#include "tests/events/frozen.h"

namespace daybook::contact_point_nominated_test {

using namespace test;

namespace {

ContactPointNominated fewest() {
  return {};
}

ContactPointNominated full() {
  return {{CivilDate::from_days(17'000)}};
}

}  // namespace

TEST_CASE("Version 1 of contact-point-nominated has the bytes that are frozen") {
  check_frozen("contact-point-nominated.v1.json", full(), fewest());
}

TEST_CASE("A nomination has at most one day") {
  CHECK(fault(fewest(), [](ContactPointNominated&) {}) == "no error");
  CHECK(fault(full(), [](ContactPointNominated&) {}) == "no error");
  CHECK(fault(full(), [](ContactPointNominated& e) { e.date.push_back(CivilDate::from_days(17'030)); }) ==
        "E-EVENT date");
}

}  // namespace daybook::contact_point_nominated_test
