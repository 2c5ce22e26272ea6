#include "events/assistance_answered.h"

#include "tests/events/frozen.h"

namespace daybook::assistance_answered_test {

using namespace test;

namespace {

AssistanceAnswered fewest() {
  AssistanceAnswered event;
  event.state = "ZAF";
  return event;
}

AssistanceAnswered full() {
  AssistanceAnswered event;
  event.kind = AnswerKind::past_training;
  event.organization = "imo";
  return event;
}

}  // namespace

TEST_CASE("Version 1 of assistance-answered has the bytes that are frozen") {
  check_frozen("assistance-answered.v1.json", full(), fewest());
}

TEST_CASE("Either an organization or a State answers") {
  CHECK(fault(fewest(), [](AssistanceAnswered&) {}) == "no error");
  CHECK(fault(full(), [](AssistanceAnswered&) {}) == "no error");
  CHECK(fault(full(), [](AssistanceAnswered& e) { e.organization.clear(); }) == "E-EVENT organization");
  CHECK(fault(full(), [](AssistanceAnswered& e) { e.state = "ZAF"; }) == "E-EVENT organization");
  CHECK(fault(full(), [](AssistanceAnswered& e) { e.organization.clear(), e.state = "Z"; }) ==
        "E-EVENT state");
}

}  // namespace daybook::assistance_answered_test
