#include "projections/list_table.h"

#include "tests/story.h"

namespace daybook::list_table_test {

using namespace story;

TEST_CASE("a list of names is numbered, with its days below each other") {
  NameList list;
  list.annex = "i";
  list.title = "标题";
  list.heads = {"国家", "报告日期"};
  list.streams = {"state/FRA", "state/ALB"};
  list.days["state/FRA"] = {day("2004-10-28"), day("2005-01-01")};
  const Register empty(vocabulary());
  const Table table = name_table(list, empty.now(), {}, Language::zh);
  CHECK(table.columns.size() == 3);
  CHECK(table.columns[0].heading == "");
  REQUIRE(table.sections[0].rows.size() == 2);
  CHECK(table.sections[0].rows[0].id == "state/ALB");
  CHECK(plain_text(table.sections[0].rows[1].cells[0]) == "2.");
  CHECK(plain_text(table.sections[0].rows[1].cells[2]) == "2004年10月28日\n2005年1月1日");
}

TEST_CASE("paragraphs and days") {
  CHECK(paragraphs({}) == "");
  CHECK(paragraphs({"甲", "乙"}) == "甲\n乙");
  CHECK(day_in(day("2004-10-28"), Language::zh) == "2004年10月28日");
  CHECK(day_in(day("2004-10-28"), Language::en) == "28 October 2004");
}

}  // namespace daybook::list_table_test
