#include "src/intake/printed_cells.h"

#include "tests/story.h"

namespace daybook::printed_cells_test {

using namespace story;

TEST_CASE("a cell is its lines, without white space and empty ones") {
  CHECK(lines_of("").empty());
  CHECK(lines_of("甲") == std::vector<std::string>{"甲"});
  CHECK(lines_of(" 甲 \n\n乙\n") == std::vector<std::string>{"甲", "乙"});
}

TEST_CASE("a small letter after a space at the end is a mark") {
  CHECK(without_mark("格林纳达 a") == MarkedText{"a", "格林纳达"});
  CHECK(without_mark("格林纳达") == MarkedText{"", "格林纳达"});
  CHECK(without_mark("Group A") == MarkedText{"", "Group A"});
  CHECK(without_mark("a") == MarkedText{"", "a"});
}

TEST_CASE("one day is read, and no more than one") {
  CHECK(take(read_day_zh("2016年5月4日")) == day("2016-05-04"));
  CHECK(take(read_day_zh("2016-05-04")) == day("2016-05-04"));
  CHECK(code_of(read_day_zh("2016年5月4-5日")) == code_of(ErrorCode::date));
  CHECK(code_of(read_day_zh("")) == code_of(ErrorCode::date));
}

TEST_CASE("days stand a line each, and a full stop after the last is passed over") {
  const CsvTable table = take(parse_csv("days\n\"2004年10月28日\n2005年1月1日。\"\n", "a.csv"));
  const RowFields fields(table, table.rows.front());
  std::vector<Error> errors;
  CellReader cells(fields, errors);
  CHECK(days_of("days", cells) == std::vector<CivilDate>{day("2004-10-28"), day("2005-01-01")});
  CHECK(errors.empty());
}

}  // namespace daybook::printed_cells_test
