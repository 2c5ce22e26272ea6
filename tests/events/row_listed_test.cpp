#include "events/row_listed.h"

#include "tests/events/frozen.h"

namespace daybook::row_listed_test {

using namespace test;

namespace {

RowListed fewest() {
  RowListed event;
  event.about = "group/1";
  event.annex = "xxi";
  event.cells = {"1"};
  event.document = "S/2022/899";
  event.row = 1;
  return event;
}

RowListed full() {
  RowListed event;
  event.about = "organization/eu";
  event.annex = "i";
  event.cells = {"欧洲联盟", "2004年10月28日。\n2005年1月1日"};
  event.document = "S/2022/899";
  event.number = "186.";
  event.row = 186;
  event.section = "其他材料提交方：";
  return event;
}

}  // namespace

TEST_CASE("Version 1 of row-listed has the bytes that are frozen") {
  check_frozen("row-listed.v1.json", full(), fewest());
}

TEST_CASE("A listed row has what it is about, an annex of a document, cells and a number") {
  CHECK(fault(fewest(), [](RowListed&) {}) == "no error");
  CHECK(fault(full(), [](RowListed&) {}) == "no error");
  CHECK(fault(full(), [](RowListed& e) { e.about = "AFG"; }) == "E-EVENT about");
  CHECK(fault(full(), [](RowListed& e) { e.annex = "1"; }) == "E-EVENT annex");
  CHECK(fault(full(), [](RowListed& e) { e.document.clear(); }) == "E-EVENT document");
  CHECK(fault(full(), [](RowListed& e) { e.cells.clear(); }) == "E-EVENT cells");
  CHECK(fault(full(), [](RowListed& e) { e.row = 0; }) == "E-EVENT row");
}

}  // namespace daybook::row_listed_test
