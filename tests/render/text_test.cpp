#include <sstream>

#include <doctest/doctest.h>

#include "daybook/base/utf8.h"
#include "daybook/render/render.h"

#include "tests/golden.h"
#include "tests/render/sample.h"

namespace daybook::text_test {

namespace {

void check_text_golden(const std::string& name, const Table& table, int width) {
  check_golden("tests/render/golden/" + name + ".txt", render_text(table, {width}));
}

int widest_line(const std::string& text) {
  int widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    widest = std::max(widest, display_width(line));
  return widest;
}

bool has_trailing_space(const std::string& text) {
  return text.find(" \n") != std::string::npos;
}

}  // namespace

TEST_CASE("annex XVIII on a terminal") {
  check_text_golden("annex-xviii-40", sample::annex_xviii(), 40);
  check_text_golden("annex-xviii-60", sample::annex_xviii(), 60);
  check_text_golden("annex-xviii-80", sample::annex_xviii(), 80);
  check_text_golden("annex-xviii-132", sample::annex_xviii(), 132);
  check_text_golden("annex-xviii-unwrapped", sample::annex_xviii(), 0);
}

TEST_CASE("sections on a terminal") {
  check_text_golden("annex-xix-40", sample::annex_xix(), 40);
  check_text_golden("annex-xix-80", sample::annex_xix(), 80);
  check_text_golden("annex-xix-unwrapped", sample::annex_xix(), 0);
}

TEST_CASE("a count, in English, with numbers set right") {
  check_text_golden("count-80", sample::count_by_year(), 80);
}

TEST_CASE("no line is wider than the terminal, none ends in a space") {
  for (const Table& table : {sample::annex_xviii(), sample::annex_xix(), sample::count_by_year()}) {
    for (int width = 2; width <= 200; ++width) {
      CAPTURE(width);
      const std::string text = render_text(table, {width});
      REQUIRE(widest_line(text) <= width);
      REQUIRE_FALSE(has_trailing_space(text));
      REQUIRE(text.find('\x01') == std::string::npos);
    }
    REQUIRE_FALSE(has_trailing_space(render_text(table)));
    REQUIRE(widest_line(render_text(table, {1})) <= 2);  // a Chinese character has two columns
  }
}

TEST_CASE("a width of nothing or less does not wrap") {
  CHECK(render_text(sample::annex_xix(), {0}) == render_text(sample::annex_xix()));
  CHECK(render_text(sample::annex_xix(), {-5}) == render_text(sample::annex_xix()));
}

TEST_CASE("a table without rows says so") {
  CHECK(render_text(Table{}) == "");
  Table table = sample::column_of({});
  CHECK(render_text(table, {40}) == "----\nText\n----\n（无）\n----\n");
  table.sections.clear();
  table.language = "en";
  CHECK(render_text(table, {40}) == "----\nText\n----\n(none)\n----\n");
}

TEST_CASE("an id is not broken: where it has no room, it stands above its row") {
  Table table;
  table.columns = {{"编号", {}, Align::left, {}, true}, {"地点", {}, {}}, {"标题", {}, {}}};
  const auto row = [](const char* id, const char* place, const char* title) {
    return Row{{}, {plain_cell(id), plain_cell(place), plain_cell(title)}};
  };
  table.sections = {{{},
                     {},
                     {row("2016-vienna-1", "维也纳", "欧安组织安全与合作安保论坛对话会议"),
                      row("2016-port-of-spain-1", "西班牙港", "防止和打击资助扩散大规模毁灭性武器讲习班"),
                      row("2017-addis-ababa-2", "非洲", "")}}};
  check_text_golden("ids-40", table, 40);
  CHECK(render_text(table).find("\n2016-port-of-spain-1  西班牙港  防止") != std::string::npos);
}

TEST_CASE("a very long word is cut to its column") {
  const std::string text = render_text(sample::column_of({std::string(100, 'x')}), {40});
  CHECK(widest_line(text) == 40);
  CHECK(std::count(text.begin(), text.end(), 'x') == 100 + 1);  // and that of `Text`
}

TEST_CASE("a huge cell neither pads the other rows nor loses text") {
  Table table = sample::annex_xviii();
  const std::string huge(16'000, 'x');
  table.sections[0].rows[1].cells[1] = plain_cell(huge);
  CHECK(render_text(table).find(huge) != std::string::npos);
  CHECK(render_text(table).size() < huge.size() + 10'000);
  CHECK(widest_line(render_text(table, {60})) <= 60);
}

TEST_CASE("more columns than a terminal can hold become blocks") {
  Table table;
  table.title = "Wide";
  Row row;
  for (int i = 0; i < 30; ++i) {
    table.columns.push_back({"C" + std::to_string(i), "", Align::left});
    row.cells.push_back(plain_cell("value " + std::to_string(i)));
  }
  table.sections.push_back({"", "", {row}});
  const std::string text = render_text(table, {40});
  CHECK(widest_line(text) == 40);
  CHECK(text.find("C29：value 29\n") != std::string::npos);
}

TEST_CASE("a list of thousands of rows, printed in pieces, reads as a short one of the same rows does") {
  constexpr std::size_t times = 1'500;
  Table few = sample::annex_xviii();
  few.sections.resize(1);
  few.abbreviations.clear();
  few.footnotes.clear();
  Table many = few;
  for (std::size_t i = 1; i < times; ++i)
    for (const Row& row : few.sections[0].rows)
      many.sections[0].rows.push_back(row);
  REQUIRE(many.sections[0].rows.size() > 2 * 2'000);  // enough for two pieces
  for (const int width : {0, 14, 40, 80}) {
    CAPTURE(width);
    const std::string text = render_text(few, {width});
    const std::size_t end = text.rfind("\n--") + 1;
    const std::size_t heads_end = text.rfind("--\n", end - 1);
    const std::size_t begin = heads_end == std::string::npos ? text.find("--\n") + 3 : heads_end + 3;
    const std::string rows = text.substr(begin, end - begin);
    const bool spaced = rows.find("\n\n") != std::string::npos;
    std::string expected = text.substr(0, begin) + rows;
    for (std::size_t i = 1; i < times; ++i)
      expected += (spaced ? "\n" : "") + rows;
    CHECK((render_text(many, {width}) == expected + text.substr(end)));
  }
}

TEST_CASE("a terminal gets no orders from the data") {
  Table table = sample::column_of({"\x1b]0;title\x07",
                                   "\xE2\x80\xAE"
                                   "txt.exe",
                                   "a\r\nb", "\x01"});
  table.title = "\x1b[2J";
  table.sections[0].heading = "\xC2\x9B";
  table.footnotes = {{"\x08", "\x7f"}};
  table.abbreviations = "\xE2\x81\xA9";
  table.notes = {"\x1b"};
  for (const int width : {0, 10, 40}) {
    const std::string text = render_text(table, {width});
    for (const char c : text)
      CHECK((c == '\n' || static_cast<unsigned char>(c) >= 0x20));
    CHECK(text.find("\xE2\x80\xAE") == std::string::npos);
    CHECK(text.find("\xE2\x81\xA9") == std::string::npos);
    CHECK(text.find('\x7f') == std::string::npos);
    CHECK(text.find("\xC2\x9B") == std::string::npos);
  }
  CHECK(render_text(table, {40}).find("\\x1b]0;title\\x07") != std::string::npos);
  CHECK(render_text(table, {40}).find("\\u202etxt.exe") != std::string::npos);
}

// The widths of columns are those of a part of the rows then.
TEST_CASE(
    "in a table of very many rows a rare long id stands above its row, and a rare long number stays whole") {
  Table table;
  table.columns = {{"id", "", Align::left, "", true}, {"Text", ""}, {"Number", "", Align::right}};
  table.sections.emplace_back();
  constexpr std::size_t rare = 4'001;
  for (std::size_t i = 0; i < 20'000; ++i) {
    const bool other = i == rare;
    table.sections[0].rows.push_back(
        {"",
         {plain_cell(other ? "2016-santiago-de-chile-12" : "2016-vienna-1"),
          plain_cell(other ? "和平利用与不扩散" : "和平利用"), plain_cell(other ? "1234567" : "12")}});
  }
  const std::string text = render_text(table, {40});
  const std::string usual = "2016-vienna-1  和平利用      12\n";
  CAPTURE(text.substr(0, 200));
  CHECK(text.find("\n" + usual + usual + "2016-santiago-de-chile-12\n") != std::string::npos);
  CHECK(text.find("和平利用  1234567\n" + std::string(15, ' ') + "与不扩散\n" + usual) != std::string::npos);
}

}  // namespace daybook::text_test
