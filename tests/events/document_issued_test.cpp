#include "events/document_issued.h"

#include "tests/events/frozen.h"

namespace daybook::document_issued_test {

using namespace test;

namespace {

DocumentIssued fewest() {
  DocumentIssued event;
  event.address = "www.un.org/en/sc/1540";
  event.title["zh"] = "网页";
  return event;
}

DocumentIssued full() {
  DocumentIssued event;
  event.date = {CivilDate::from_days(17'000)};
  event.kind = DocumentKind::annual_review;
  event.symbol = "S/2018/34";
  event.title["zh"] = "2017年执行情况审查";
  return event;
}

}  // namespace

TEST_CASE("Version 1 of document-issued has the bytes that are frozen") {
  check_frozen("document-issued.v1.json", full(), fewest());
}

TEST_CASE("A document has a symbol, a day and a title; a page has an address") {
  CHECK(fault(fewest(), [](DocumentIssued&) {}) == "no error");
  CHECK(fault(full(), [](DocumentIssued&) {}) == "no error");
  CHECK(fault(full(), [](DocumentIssued& e) { e.symbol.clear(); }) == "E-EVENT symbol");
  CHECK(fault(full(), [](DocumentIssued& e) { e.date.clear(); }) == "E-EVENT date");
  CHECK(fault(full(), [](DocumentIssued& e) { e.title.clear(); }) == "E-EVENT title");
  CHECK(fault(full(), [](DocumentIssued& e) { e.address = "www.un.org"; }) == "E-EVENT address");
  CHECK(fault(full(), [](DocumentIssued& e) { e.kind = DocumentKind::page; }) == "E-EVENT address");
}

}  // namespace daybook::document_issued_test
