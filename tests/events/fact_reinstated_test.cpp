#include "events/fact_reinstated.h"

#include "tests/events/frozen.h"

namespace daybook::fact_reinstated_test {

using namespace test;

namespace {

FactReinstated fewest() {
  return FactReinstated{0};
}

FactReinstated full() {
  return FactReinstated{517};
}

}  // namespace

TEST_CASE("Version 1 of fact-reinstated has the bytes that are frozen") {
  check_frozen("fact-reinstated.v1.json", full(), fewest());
}

TEST_CASE("What is reinstated was stated at a position") {
  CHECK(fault(fewest(), [](FactReinstated&) {}) == "no error");
  CHECK(fault(fewest(), [](FactReinstated& e) { e.position = -1; }) == "E-EVENT position");
}

}  // namespace daybook::fact_reinstated_test
