#include "events/fact_withdrawn.h"

#include "tests/events/frozen.h"

namespace daybook::fact_withdrawn_test {

using namespace test;

namespace {

FactWithdrawn fewest() {
  return FactWithdrawn{0};
}

FactWithdrawn full() {
  return FactWithdrawn{517};
}

}  // namespace

TEST_CASE("Version 1 of fact-withdrawn has the bytes that are frozen") {
  check_frozen("fact-withdrawn.v1.json", full(), fewest());
}

TEST_CASE("What is withdrawn was stated at a position") {
  CHECK(fault(fewest(), [](FactWithdrawn&) {}) == "no error");
  CHECK(fault(fewest(), [](FactWithdrawn& e) { e.position = -1; }) == "E-EVENT position");
}

}  // namespace daybook::fact_withdrawn_test
