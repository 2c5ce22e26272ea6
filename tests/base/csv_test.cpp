#include "daybook/base/csv.h"

#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "daybook/base/limits.h"

#include "tests/base/outcome.h"
#include "tests/temp_folder.h"

namespace daybook::csv_test {

using namespace test;

namespace {

using Cells = std::vector<std::string>;

CsvTable table_of(std::string_view text) {
  return take(parse_csv(text, "record.csv"));
}

std::string refusal(std::string_view text) {
  return said(parse_csv(text, "record.csv"));
}

std::vector<Cells> cells_of(const CsvTable& table) {
  std::vector<Cells> rows;
  for (const CsvRow& row : table.rows)
    rows.push_back(row.cells);
  return rows;
}

std::vector<std::uint64_t> numbers_of(const CsvTable& table) {
  std::vector<std::uint64_t> numbers;
  for (const CsvRow& row : table.rows)
    numbers.push_back(row.number);
  return numbers;
}

}  // namespace

TEST_CASE("A record is read alike however its program ended the lines and marked the file") {
  for (const std::string mark : {"", "\xEF\xBB\xBF"})
    for (const std::string end : {"\n", "\r\n", "\r"})
      for (const bool ended : {true, false}) {
        CAPTURE(mark);
        CAPTURE(end);
        CAPTURE(ended);
        const CsvTable table = table_of(mark + "日期,地点" + end + "2016-05-04,维也纳" + end + "2016-05-05," +
                                        (ended ? end : ""));
        CHECK(table.columns == Cells{"日期", "地点"});
        CHECK(cells_of(table) == std::vector<Cells>{{"2016-05-04", "维也纳"}, {"2016-05-05", ""}});
        CHECK(numbers_of(table) == std::vector<std::uint64_t>{2, 3});
      }
}

TEST_CASE("Semicolons or tabs separate the cells when the heading has them and no comma") {
  const std::vector<Cells> cells{{"2016年5月4日，维也纳", "FJI;WSM", "a, b"}, {"", "x", "c\td"}};
  CHECK(cells_of(table_of("\xEF\xBB\xBF日期;states;\"title, short\"\r\n"
                          "2016年5月4日，维也纳;\"FJI;WSM\";a, b\r\n;x;\"c\td\"\r\n")) == cells);
  CHECK(cells_of(table_of(
            "日期\tstates\t\"title;\"\n2016年5月4日，维也纳\tFJI;WSM\ta, b\n\tx\t\"c\td\"\n")) == cells);
  CHECK(table_of("a;b,c\n").columns == Cells{"a;b", "c"});
  CHECK(table_of("5\" pipe;b\n").columns == Cells{"5\" pipe", "b"});
  CHECK(table_of("\"say \"\"a;b\"\"\";c\n").columns == Cells{"say \"a;b\"", "c"});
  CHECK(
      refusal("a;b\n1;2;3\n") ==
      "E-CSV record.csv:2: the row has 3 cells, the heading 2 (a cell that holds a semicolon or a line break "
      "must stand in quotation marks)");
}

TEST_CASE("A byte-order mark may stand before a heading in quotation marks") {
  CHECK(table_of("\xEF\xBB\xBF\"日期\",\"地点\"\n").columns == Cells{"日期", "地点"});
}

TEST_CASE("A cell in quotation marks holds commas, quotation marks and line breaks") {
  const CsvTable table =
      table_of("title,place\n\"A, B\",\"say \"\"yes\"\"\"\n\"\",\"\"\"\"\n\"two\nlines\",x\n");
  CHECK(cells_of(table) == std::vector<Cells>{{"A, B", "say \"yes\""}, {"", "\""}, {"two\nlines", "x"}});
}

TEST_CASE("A line break inside a cell is one line feed, however it was written") {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    CAPTURE(end);
    CHECK(cells_of(table_of("a,b\n\"two" + end + "lines\",x\n")) == std::vector<Cells>{{"two\nlines", "x"}});
  }
}

TEST_CASE("A quotation mark in the middle of a bare cell is an ordinary character") {
  CHECK(cells_of(table_of("a,b\n5\" pipe,x\"y\"\n")) == std::vector<Cells>{{"5\" pipe", "x\"y\""}});
}

TEST_CASE("White space at the ends of a cell is kept, at the ends of a heading it is not") {
  const CsvTable table = table_of(
      " a ,\xE3\x80\x80"
      "b\n x , \"y\n");
  CHECK(table.columns == Cells{"a", "b"});
  CHECK(cells_of(table) == std::vector<Cells>{{" x ", " \"y"}});
}

TEST_CASE(
    "A row has the number that a spreadsheet shows, blank rows and rows of several lines counted as one") {
  const CsvTable table = table_of("a,b\n1,x\n\n\n\"two\nlines\",y\n,\n \xE3\x80\x80, \n3,z\n");
  CHECK(cells_of(table) == std::vector<Cells>{{"1", "x"}, {"two\nlines", "y"}, {"3", "z"}});
  CHECK(numbers_of(table) == std::vector<std::uint64_t>{2, 5, 8});
}

TEST_CASE("A blank row may have more or fewer commas than the heading") {
  CHECK(cells_of(table_of("a,b\n,,,,\n1,2\n,\n")) == std::vector<Cells>{{"1", "2"}});
}

TEST_CASE("Columns at the end with neither heading nor cells are left out") {
  const CsvTable table = table_of("a,b,, \n1,2,,\n3,4, ,\n");
  CHECK(table.columns == Cells{"a", "b"});
  CHECK(cells_of(table) == std::vector<Cells>{{"1", "2"}, {"3", "4"}});
}

TEST_CASE("Decomposed letters, as a Mac writes them, come out in NFC, in headings too") {
  const CsvTable table = table_of("e\xCC\x81tat,x\nTu\xCC\x88rkiye,1\n");
  CHECK(table.columns == Cells{"état", "x"});
  CHECK(cells_of(table) == std::vector<Cells>{{"Türkiye", "1"}});
}

TEST_CASE("Headings that differ only in how their letters are composed are the same heading") {
  CHECK(refusal("\xC3\xA9,e\xCC\x81\n") == "E-CSV record.csv:1: the column \"é\" stands twice");
}

TEST_CASE("A column is found by its whole name") {
  const CsvTable table = table_of("日期,地点\n");
  CHECK(table.column("地点") == 1);
  CHECK_FALSE(table.column("地"));
  CHECK_FALSE(table.column(""));
}

TEST_CASE("A file of a heading alone has no rows") {
  CHECK(table_of("a,b").rows.empty());
}

TEST_CASE("A file of nothing is E-CSV") {
  for (const std::string text : {"", "\xEF\xBB\xBF", "\n", "\r\n\r\n", "  \n", ",,\n"}) {
    CAPTURE(text);
    CHECK(refusal(text) == "E-CSV record.csv:1: the heading is empty");
  }
}

TEST_CASE("A malformed file is E-CSV at the row at fault") {
  struct Case {
    std::string text;
    std::string refusal;
  };
  const std::string quote_hint = " (a quotation mark inside a cell is written twice)";
  const std::string comma_hint = " (a cell that holds a comma or a line break must stand in quotation marks)";
  for (const auto& [text, expected] : {
           Case{"a,b\n1,2\n\"3,4\n", "3: a quotation mark is opened and never closed"},
           Case{"\"a,b\n", "1: a quotation mark is opened and never closed"},
           Case{"a,b\n1,\"", "2: a quotation mark is opened and never closed"},
           Case{"a,b\n1,\"2\"\"", "2: a quotation mark is opened and never closed"},
           Case{"a,b\n1,\"2\"x\n", "2: text follows a closing quotation mark" + quote_hint},
           Case{"a,b\n1,\"2\" \n", "2: text follows a closing quotation mark" + quote_hint},
           Case{"a,b\n\n1,2,3\n", "3: the row has 3 cells, the heading 2" + comma_hint},
           Case{"a,b\n1\n", "2: the row has 1 cells, the heading 2" + comma_hint},
           Case{"a,b\n1,2,\n", "2: the row has 3 cells, the heading 2" + comma_hint},
           Case{"a,b,\n1,2,x\n", "2: \"x\" stands in column 3, which has no heading"},
           Case{"a,b,\n1,2\n", "2: the row has 2 cells, the heading 3" + comma_hint},
           Case{"a,b,a\n", "1: the column \"a\" stands twice"},
           Case{"a, a\n", "1: the column \"a\" stands twice"},
       }) {
    CAPTURE(text);
    CHECK(refusal(text) == "E-CSV record.csv:" + expected);
  }
}

TEST_CASE("A file that is not UTF-8 is E-TEXT, and the hint says what to do in Excel") {
  const std::string hint = " (in Excel, save as \"CSV UTF-8 (comma delimited)\")";
  for (const std::string& text : {
           std::string("\xC8\xD5\xC6\xDA,\xB5\xD8\xB5\xE3\n"),  // 日期,地点 in GBK
           std::string("a,b\n1,caf\xE9\n"),                     // Latin-1
           std::string("\xFF\xFE"
                       "a\0,\0b\0\n\0",
                       10),  // UTF-16
       }) {
    CAPTURE(text);
    CHECK(refusal(text) == "E-TEXT record.csv: the file is not UTF-8" + hint);
  }
}

TEST_CASE("A control character in a cell is E-TEXT at its row") {
  for (const std::string& cell :
       {std::string("bell\x07"), std::string("nul\0", 4), std::string("\"esc\x1B[2J\""),
        std::string("del\x7F"), std::string("c1\xC2\x85")}) {
    CAPTURE(cell);
    const Error error = error_of(parse_csv("a,b\n1,2\n3," + cell + "\n", "record.csv"));
    CHECK(error.code == ErrorCode::text);
    CHECK(error.place.file == "record.csv");
    CHECK(error.place.row == 3);
  }
}

TEST_CASE("What is exactly at a bound is taken, and one more is E-LIMIT") {
  const auto columns = [](std::size_t count) {
    std::string heading;
    for (std::size_t i = 0; i < count; ++i)
      heading += fmt::format("{}c{}", i == 0 ? "" : ",", i);
    return heading + "\n";
  };
  CHECK(table_of(columns(limits::csv_columns_max)).columns.size() == limits::csv_columns_max);
  CHECK(refusal(columns(limits::csv_columns_max + 1)) ==
        "E-LIMIT record.csv:1: there are more than 64 columns");

  const std::string longest(limits::field_bytes_max, 'x');
  CHECK(table_of("a\n" + longest).rows[0].cells[0] == longest);
  CHECK(refusal("a\n" + longest + "x") == "E-LIMIT record.csv:2: a cell is longer than 16384 bytes");
  CHECK(refusal("a\n\"" + longest + "x\"") == "E-LIMIT record.csv:2: a cell is longer than 16384 bytes");
  CHECK(refusal(longest + "x\n") == "E-LIMIT record.csv:1: a cell is longer than 16384 bytes");

  const std::string row =
      std::string(16'384, 'x') + "," + std::string(16'384, 'y') + "," + std::string(16'382, 'z');
  REQUIRE(row.size() == limits::row_bytes_max);
  CHECK(table_of("a,b,c\n" + row + "\n").rows.size() == 1);
  CHECK(refusal("a,b,c\n" + row + "z\n") == "E-LIMIT record.csv:2: the row is longer than 49152 bytes");

  std::string rows = "a\n";
  for (std::size_t i = 0; i < limits::csv_rows_max; ++i)
    rows += "1\n";
  CHECK(table_of(rows + "\n").rows.size() == limits::csv_rows_max);
  CHECK(refusal(rows + "1\n") ==
        "E-LIMIT record.csv:40002: there are more than 40000 rows (import the file in parts)");
}

TEST_CASE("A file is read whole, and named in its table") {
  const TempFolder folder;
  const std::string file = folder.write("record.csv", "a,b\r\n1,2\r\n");
  const CsvTable table = take(read_csv(file));
  CHECK(table.file == file);
  CHECK(cells_of(table) == std::vector<Cells>{{"1", "2"}});
  CHECK(take(read_file(file)) == "a,b\r\n1,2\r\n");
}

TEST_CASE("A file that is not there, and a folder, are E-FILE") {
  CHECK(said(read_csv("no/such/file.csv")) ==
        "E-FILE no/such/file.csv: cannot be opened: No such file or directory");
  const std::string folder = std::filesystem::temp_directory_path().string();
  CHECK(said(read_file(folder)) == "E-FILE " + folder + ": is a folder, not a file");
}

TEST_CASE("A file of one byte too many is E-LIMIT") {
  const TempFolder folder;
  const std::string file = folder.write("record.csv", "");
  std::filesystem::resize_file(file, limits::file_bytes_max);
  CHECK(take(read_file(file)).size() == limits::file_bytes_max);
  std::filesystem::resize_file(file, limits::file_bytes_max + 1);
  CHECK(code_of(read_file(file)) == ErrorCode::limit);
  CHECK(code_of(read_csv(file)) == ErrorCode::limit);
}

TEST_CASE("A cell is put in quotation marks only where it must be") {
  CHECK(csv_cell("") == "");
  CHECK(csv_cell("维也纳、日内瓦") == "维也纳、日内瓦");
  CHECK(csv_cell(" outer space ") == " outer space ");
  CHECK(csv_cell("A, B") == "\"A, B\"");
  CHECK(csv_cell("say \"yes\"") == "\"say \"\"yes\"\"\"");
  CHECK(csv_cell("two\nlines") == "\"two\nlines\"");
  CHECK(csv_cell("\r") == "\"\r\"");
}

TEST_CASE("Whatever cells are written come back as they were") {
  const auto seed = std::random_device()();
  CAPTURE(seed);
  std::mt19937 chance(seed);
  const std::vector<std::string> pieces{",", "\"", "\n", " ", "x", "维", "é", "\t", "''", "\"\"", "😀"};
  for (int round = 0; round < 3'000; ++round) {
    std::vector<Cells> rows(1 + chance() % 3, Cells(1 + chance() % 4));
    std::string text = "c0";
    for (std::size_t i = 1; i < rows[0].size(); ++i)
      text += fmt::format(",c{}", i);
    for (Cells& row : rows) {
      row.assign(rows[0].size(), {});
      for (std::string& cell : row)
        for (std::size_t count = chance() % 6; count > 0; --count)
          cell += pieces[chance() % pieces.size()];
      row[0] += "x";  // no blank rows
      const std::string end = chance() % 2 == 0 ? "\n" : "\r\n";
      for (std::size_t i = 0; i < row.size(); ++i)
        text += (i == 0 ? end : ",") + csv_cell(row[i]);
    }
    const auto table = parse_csv(text, "record.csv");
    if (!table || cells_of(*table) != rows) FAIL_CHECK(text);
  }
}

TEST_CASE("Whatever the bytes, reading them ends in a table or an error") {
  const auto seed = std::random_device()();
  CAPTURE(seed);
  std::mt19937 chance(seed);
  const std::string_view bytes{",,\"\"\n\n\r ab\xE7\xBB\xB4\xFF\0", 15};
  for (int round = 0; round < 20'000; ++round) {
    std::string text = "a,b\n";
    for (std::size_t count = chance() % 12; count > 0; --count)
      text += bytes[chance() % bytes.size()];
    const auto table = parse_csv(text, "record.csv");
    if (!table) continue;
    for (const CsvRow& row : table->rows)
      if (row.cells.size() != table->columns.size()) FAIL_CHECK(text);
  }
}

}  // namespace daybook::csv_test
