#include "daybook/table/table.h"

#include <doctest/doctest.h>

namespace daybook {

TEST_CASE("a mark is a letter after a space") {
  CHECK(plain_text(Cell{}) == "");
  CHECK(plain_text(plain_cell("")) == "");
  CHECK(plain_text(plain_cell("维也纳")) == "维也纳");
  CHECK(plain_text(Cell{{{"裁军事务厅", "c"}}}) == "裁军事务厅 c");
  CHECK(plain_text(Cell{{{"美洲组织、裁军事务厅", "d"}, {"/联合国利马区域中心", ""}}}) ==
        "美洲组织、裁军事务厅 d/联合国利马区域中心");
}

TEST_CASE("an empty text makes a cell without runs") {
  CHECK(plain_cell("").runs.empty());
  CHECK(plain_cell("a") == Cell{{{"a", ""}}});
}

}  // namespace daybook
