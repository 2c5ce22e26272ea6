#include "src/render/sheet.h"

#include <doctest/doctest.h>

#include "tests/render/sample.h"

namespace daybook::sheet_test {

TEST_CASE("a sheet holds headings as row 0, then the rows of all sections") {
  const Table table = sample::annex_xix();
  const Sheet sheet = sample_of(table);
  CHECK(sheet.text(sheet.row(0)[0]).bytes == "日期");
  CHECK(sheet.text(sheet.row(0)[0]).width == 4);
  CHECK(sheet.text(sheet.row(1)[2]).bytes == "马塞卢");
  CHECK(sheet.text(sheet.row(4)[0]).width > 0);
}

TEST_CASE("a mark follows its run after a space that is not broken") {
  Table table = sample::column_of({});
  table.sections[0].rows.push_back({"", {Cell{{{"裁军事务厅", "d"}, {"/中心", ""}}}}});
  const Sheet sheet = sample_of(table);
  CHECK(sheet.text(sheet.row(1)[0]).bytes ==
        "裁军事务厅\x01"
        "d/中心");
  CHECK(sheet.text(sheet.row(1)[0]).width == 10 + 2 + 5);
}

TEST_CASE(
    "a tab becomes a space, a line feed begins a paragraph, and a row that is short of cells gets empty "
    "ones") {
  Table table = sample::column_of({"a\tbcdef\nc"});
  table.sections[0].rows.push_back({"", {}});
  const Sheet sheet = sample_of(table);
  CHECK(sheet.text(sheet.row(1)[0]).bytes ==
        "a bcdef\x02"
        "c");
  CHECK(sheet.text(sheet.row(1)[0]).width == 9);
  CHECK(sheet.contents()[0].widest == 7);
  CHECK(sheet.text(sheet.row(2)[0]).bytes.empty());
}

TEST_CASE("cells that share their runs are one, and those that only say the same are not") {
  Table table = sample::column_of({});
  const Cell shared = plain_cell("欧安组织");
  for (const Cell& cell : {shared, shared, plain_cell("欧安组织"), Cell{}, Cell{}})
    table.sections[0].rows.push_back({"", {cell}});
  const Sheet sheet = sample_of(table);
  CHECK(sheet.row(1)[0] == sheet.row(2)[0]);
  CHECK(sheet.row(1)[0] != sheet.row(3)[0]);
  CHECK(sheet.row(4)[0] == sheet.row(5)[0]);
  CHECK(sheet.text(sheet.row(3)[0]).bytes == sheet.text(sheet.row(2)[0]).bytes);
  CHECK(sheet.contents()[0].total == 24);
}

}  // namespace daybook::sheet_test
