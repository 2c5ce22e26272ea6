#include <doctest/doctest.h>

#include "daybook/render/render.h"

#include "tests/golden.h"
#include "tests/render/sample.h"

namespace daybook::csv_test {

namespace {

// The one cell of a table, as it stands in the file.
std::string field(const std::string& text) {
  const std::string csv = render_csv(sample::column_of({text}), {false});
  const std::string head = "Text\r\n";
  REQUIRE(csv.starts_with(head));
  REQUIRE(csv.ends_with("\r\n"));
  return csv.substr(head.size(), csv.size() - head.size() - 2);
}

}  // namespace

TEST_CASE("annexes and a count as CSV") {
  check_golden("tests/render/golden/annex-xviii.csv", render_csv(sample::annex_xviii()));
  check_golden("tests/render/golden/annex-xix.csv", render_csv(sample::annex_xix()));
  check_golden("tests/render/golden/count.csv", render_csv(sample::count_by_year()));
}

TEST_CASE("the byte-order mark can be left out") {
  CHECK(render_csv(sample::annex_xix()) == "\xEF\xBB\xBF" + render_csv(sample::annex_xix(), {false}));
}

TEST_CASE("a field is quoted only where it must be") {
  CHECK(field("裁军事务厅，维也纳") == "裁军事务厅，维也纳");
  CHECK(field("a b") == "a b");
  CHECK(field("a,b") == "\"a,b\"");
  CHECK(field("a\"b") == "\"a\"\"b\"");
  CHECK(field("a\nb") == "\"a\nb\"");
  CHECK(field("") == "\"\"");  // or the record would be an empty line
}

TEST_CASE("what a spreadsheet would run gets an apostrophe") {
  CHECK(field("=1+1") == "'=1+1");
  CHECK(field("=HYPERLINK(\"http://x\")") == "\"'=HYPERLINK(\"\"http://x\"\")\"");
  CHECK(field("+cmd") == "'+cmd");
  CHECK(field("-2+3") == "'-2+3");
  CHECK(field("@SUM(A1)") == "'@SUM(A1)");
  CHECK(field("\t=1") == "'\t=1");
  CHECK(field("\r=1") == "\"'\r=1\"");
  CHECK(field("＝1+1") == "'＝1+1");
  CHECK(field("-") == "'-");
  CHECK(field("-3-") == "'-3-");
  CHECK(field("-3.") == "'-3.");
}

TEST_CASE("a plain number is left alone") {
  CHECK(field("-3") == "-3");
  CHECK(field("+3") == "+3");
  CHECK(field("-3.25") == "-3.25");
  CHECK(field("1540") == "1540");
}

TEST_CASE("headings and ids are fields too") {
  Table table = sample::column_of({"x"});
  table.columns[0].heading = "=A1";
  table.sections[0].heading = "@s";
  table.sections[0].rows[0].id = "-1a";
  CHECK(render_csv(table, {false}) == "id,section,'=A1\r\n'-1a,'@s,x\r\n");
}

TEST_CASE("a short row is filled up; no columns, no lines") {
  Table table = sample::count_by_year();
  table.sections[0].rows = {{"", {plain_cell("2020")}}};
  CHECK(render_csv(table, {false}) == "Year,Activities\r\n2020,\r\n");
  CHECK(render_csv(Table{}, {false}) == "");
  CHECK(render_csv(sample::column_of({}), {false}) == "Text\r\n");
}

}  // namespace daybook::csv_test
