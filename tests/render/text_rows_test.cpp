#include "src/render/text_rows.h"

#include <numeric>

#include <doctest/doctest.h>

#include "tests/render/sample.h"

namespace daybook::text_rows_test {

namespace {

std::string printed(const Section& section, const Table& table, const TextLayout& layout,
                    const std::vector<std::size_t>& rows) {
  TextRows printer(table, section, layout);
  std::string text;
  for (const std::size_t row : rows)
    printer.print(row, text);
  return text;
}

std::vector<std::size_t> numbers(std::size_t first, std::size_t end) {
  std::vector<std::size_t> rows(end - first);
  std::iota(rows.begin(), rows.end(), first);
  return rows;
}

}  // namespace

TEST_CASE("rows print the same in pieces, and in any order, in columns, on one line each and as blocks") {
  const Table table = sample::annex_xviii();
  Section section = table.sections[0];
  const std::size_t few = section.size();
  while (section.size() < 3 * RowReader::rows_together)
    section.rows.push_back(section.rows[section.size() % few]);
  const std::size_t rows = section.size();
  const TextLayout layouts[] = {{80, {20, 20, 17, 17}, true},
                                {80, {20, 20, 17, 17}, false},
                                {0, {30, 40, 20, 20}, false},
                                {14, {}, true}};
  for (const TextLayout& layout : layouts) {
    CAPTURE(layout.width);
    const auto print = [&](const std::vector<std::size_t>& which) {
      return printed(section, table, layout, which);
    };
    const std::string all = print(numbers(0, rows));
    CHECK(print(numbers(0, 2)) + print(numbers(2, rows)) == all);
    CHECK(print({rows - 1, 40, 41, 0}) == print({rows - 1}) + print({40}) + print({41}) + print({0}));
    CHECK(all.ends_with(print({rows - 1})));
  }
}

TEST_CASE("rows that wrap are counted, up to as many as are asked for") {
  const Table table = sample::column_of({"short", "too long for it", "short", "two words", "one\ntwo"});
  const Sheet sheet = sample_of(table);
  const TextLayout layout{8, {8}, false};
  CHECK(rows_that_wrap(sheet, layout, 100) == 3);
  CHECK(rows_that_wrap(sheet, layout, 2) == 2);
  CHECK(rows_that_wrap(sheet, {40, {40}, false}, 100) == 1);  // paragraphs wrap at any width
}

TEST_CASE("what a column holds is known before anything is printed, headings included") {
  const Table table = sample::column_of({"abc", "abcdefgh"});
  CHECK(sample_of(table).contents()[0].widest == 8);
  CHECK(Sheet(table).contents()[0].widest == 4);  // "Text"
  CHECK(sample_of(table).contents()[0].total == 11);
}

}  // namespace daybook::text_rows_test
