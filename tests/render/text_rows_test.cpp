#include "src/render/text_rows.h"

#include <doctest/doctest.h>

#include "tests/render/sample.h"

namespace daybook::text_rows_test {

namespace {

std::string printed(const Table& table, std::size_t first, std::size_t count, const TextLayout& layout) {
  Sheet sheet(table, count);
  RowReader rows(table.sections[0]);
  sheet.add_rows(rows, first, count);
  TextRows printer(table, sheet, layout);
  std::string text;
  for (std::size_t row = 1; row <= sheet.row_count(); ++row)
    printer.print(row, text);
  return text;
}

}  // namespace

TEST_CASE("rows in two pieces print as they do in one, in columns, on one line each and as blocks") {
  const Table table = sample::annex_xviii();
  const std::size_t rows = table.sections[0].size();
  const TextLayout layouts[] = {{80, {20, 20, 17, 17}, true},
                                {80, {20, 20, 17, 17}, false},
                                {0, {30, 40, 20, 20}, false},
                                {14, {}, true}};
  for (const TextLayout& layout : layouts) {
    CAPTURE(layout.width);
    CHECK(printed(table, 0, 2, layout) + printed(table, 2, rows - 2, layout) ==
          printed(table, 0, rows, layout));
  }
}

TEST_CASE("rows that wrap are counted, up to as many as are asked for") {
  const Table table = sample::column_of({"short", "too long for it", "short", "two words", "one\ntwo"});
  const Sheet sheet(table);
  const TextLayout layout{8, {8}, false};
  CHECK(rows_that_wrap(sheet, layout, 100) == 3);
  CHECK(rows_that_wrap(sheet, layout, 2) == 2);
  CHECK(rows_that_wrap(sheet, {40, {40}, false}, 100) == 1);  // paragraphs wrap at any width
}

TEST_CASE("what a column holds is known before anything is printed, headings included") {
  const Table table = sample::column_of({"abc", "abcdefgh"});
  CHECK(Sheet(table).contents()[0].widest == 8);
  CHECK(Sheet(table, 0).contents()[0].widest == 4);  // "Text"
  CHECK(Sheet(table).contents()[0].total == 11);
}

}  // namespace daybook::text_rows_test
