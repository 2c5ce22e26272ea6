#include "daybook/table/table.h"

#include <doctest/doctest.h>

namespace daybook::table_test {

TEST_CASE("a mark is a letter after a space") {
  CHECK(plain_text(Cell{}) == "");
  CHECK(plain_text(plain_cell("")) == "");
  CHECK(plain_text(plain_cell("维也纳")) == "维也纳");
  CHECK(plain_text(Cell{{{"裁军事务厅", "c"}}}) == "裁军事务厅 c");
  CHECK(plain_text(Cell{{{"美洲组织、裁军事务厅", "d"}, {"/联合国利马区域中心", ""}}}) ==
        "美洲组织、裁军事务厅 d/联合国利马区域中心");
}

TEST_CASE("heads are printed where one of them has words") {
  Table table;
  CHECK_FALSE(prints_heads(table));
  table.columns = {{}, {}};
  CHECK_FALSE(prints_heads(table));
  table.columns = {{}, {"国家", {}, {}}};
  CHECK(prints_heads(table));
  table.columns = {{{}, {}, {}, "请求国"}};
  CHECK(prints_heads(table));
}

TEST_CASE("a group stands before each heading under it, and once over columns that have none") {
  Table table;
  table.columns = {{"段次", {}, {}}, {"数目", {}, {}, "请求国"}, {"百分比", {}, {}, "请求国"}};
  CHECK(full_heading(table, 0) == "段次");
  CHECK(full_heading(table, 1) == "请求国 数目");
  CHECK(full_heading(table, 2) == "请求国 百分比");
  table.columns = {{{}, {}, {}, "上一审查期"}, {{}, {}, {}, "上一审查期"}, {{}, {}, {}, "当前审查期"}};
  CHECK(full_heading(table, 0) == "上一审查期");
  CHECK(full_heading(table, 1) == "");
  CHECK(full_heading(table, 2) == "当前审查期");
}

TEST_CASE("an empty text makes a cell without runs") {
  CHECK(plain_cell("").runs.empty());
  CHECK(plain_cell("a") == Cell{{{"a", ""}}});
}

}  // namespace daybook::table_test
