#include "src/render/text_rows.h"

#include <doctest/doctest.h>

#include "tests/render/sample.h"

namespace daybook::text_rows_test {

namespace {

std::string printed(TextRows& rows, const TextLayout& layout, bool first) {
  std::string text;
  rows.print(layout, first, 1, text);
  return text;
}

}  // namespace

TEST_CASE("rows in two pieces print as they do in one, in columns, on one line each and as blocks") {
  const Table table = sample::annex_xviii();
  const std::span<const Row> rows = table.sections[0].rows;
  const TextLayout layouts[] = {{80, {20, 20, 17, 17}, true},
                                {80, {20, 20, 17, 17}, false},
                                {0, {30, 40, 20, 20}, false},
                                {14, {}, true}};
  for (const TextLayout& layout : layouts) {
    CAPTURE(layout.width);
    TextRows whole(table, rows);
    TextRows begin(table, rows.first(2));
    TextRows end(table, rows.subspan(2));
    CHECK(printed(begin, layout, true) + printed(end, layout, false) == printed(whole, layout, true));
  }
}

TEST_CASE("rows that wrap are counted, up to as many as are asked for") {
  const Table table = sample::column_of({"short", "too long for it", "short", "two words", "one\ntwo"});
  const TextRows rows(table, table.sections[0].rows);
  const TextLayout layout{8, {8}, false};
  CHECK(rows.wrapping(layout, 100) == 3);
  CHECK(rows.wrapping(layout, 2) == 2);
  CHECK(rows.wrapping({40, {40}, false}, 100) == 1);  // paragraphs wrap at any width
}

TEST_CASE("what a column holds is known before anything is printed, headings included") {
  const Table table = sample::column_of({"abc", "abcdefgh"});
  CHECK(TextRows(table, table.sections[0].rows).contents()[0].widest == 8);
  CHECK(TextRows(table, {}).contents()[0].widest == 4);  // "Text"
  CHECK(TextRows(table, table.sections[0].rows).contents()[0].total == 11);
}

}  // namespace daybook::text_rows_test
