#include "src/render/wrap.h"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "daybook/base/utf8.h"

namespace daybook::wrap_test {

namespace {

std::string wrapped(std::string_view text, int width) {
  std::vector<Line> lines;
  wrap(text, width, lines);
  std::string joined;
  for (const Line& line : lines) {
    if (&line != lines.data()) joined += '|';
    joined += text.substr(line.from, line.to - line.from);
  }
  return joined;
}

std::string without_spaces(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ') out += c;
  return out;
}

}  // namespace

TEST_CASE("Chinese breaks between any two characters") {
  CHECK(wrapped("裁军事务厅", 10) == "裁军事务厅");
  CHECK(wrapped("裁军事务厅", 9) == "裁军事务|厅");
  CHECK(wrapped("裁军事务厅", 4) == "裁军|事务|厅");
}

TEST_CASE("closing marks do not begin a line and opening ones do not end it") {
  CHECK(wrapped("一二三，四五", 6) == "一二|三，四|五");
  CHECK(wrapped("一二三。", 6) == "一二|三。");
  CHECK(wrapped("一二（三四）", 6) == "一二|（三|四）");
  CHECK(wrapped("一二《三》", 6) == "一二|《三》");
  CHECK(wrapped("一二“三”", 5) == "一二|“三”");
  CHECK(wrapped("美洲反恐委/美洲组织", 10) == "美洲反恐|委/美洲组|织");
  CHECK(wrapped("细菌(生物)", 6) == "细菌|(生物)");
}

TEST_CASE("numbers, dates and symbols stay whole") {
  CHECK(wrapped("关于第1540(2004)号决议", 16) == "关于|第1540(2004)号决|议");
  CHECK(wrapped("2016年5月12-13日，马德里", 12) == "2016年5月|12-13日，马|德里");
  CHECK(wrapped("2016年6月28日-7月1日", 10) == "2016年6月|28日-7月|1日");
  CHECK(wrapped("见S/2022/899", 10) == "见|S/2022/899");
}

TEST_CASE("Latin text breaks at spaces, which are dropped, and after hyphens") {
  CHECK(wrapped("one two  three", 7) == "one two|three");
  CHECK(wrapped("one two  three", 8) == "one two|three");
  CHECK(wrapped("  one", 5) == "one");
  CHECK(wrapped("one  ", 4) == "one");
  CHECK(wrapped("non-proliferation", 13) == "non-|proliferation");
  CHECK(wrapped("and/or", 4) == "and/|or");
}

TEST_CASE("a mark stays with its word") {
  CHECK(wrapped("裁军事务厅\x01"
                "d/联合国",
                10) ==
        "裁军事务|厅\x01"
        "d/联合|国");
}

TEST_CASE("a piece wider than the line is cut") {
  CHECK(wrapped("abcdefghij", 4) == "abcd|efgh|ij");
  CHECK(wrapped("一 abcdefgh", 4) == "一|abcd|efgh");
  CHECK(wrapped("一，", 2) == "一|，");
  CHECK(wrapped("一二", 1) == "一|二");  // too wide for the line, and still one a line
}

TEST_CASE("combining marks go with their letter") {
  CHECK(wrapped("e\xCC\x81"
                "e\xCC\x81",
                1) == "e\xCC\x81|e\xCC\x81");
  CHECK(wrapped("ab\xE2\x80\x8B"
                "cd",
                3) == "ab\xE2\x80\x8B|cd");  // the zero-width space is a place to break
}

TEST_CASE("there is always a line") {
  CHECK(wrapped("", 5) == "");
  CHECK(wrapped("   ", 5) == "");
  std::vector<Line> lines;
  wrap("", 5, lines);
  CHECK(lines.size() == 1);
}

TEST_CASE("no line is too wide and nothing but spaces is lost") {
  static constexpr std::string_view pieces[] = {"国", "国国国国国", "，", "、", "（", "）", "“",
                                                "”",  "a",          "b",  "1",  "2",  "-",  "/",
                                                "(",  ")",          "第", "号", " ",  "  ", "e\xCC\x81"};
  for (unsigned seed = 0; seed < 3000; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::string text;
    for (auto n = random() % 60; n > 0; --n)
      text += pieces[random() % std::size(pieces)];
    const int width = 2 + static_cast<int>(random() % 20);
    std::vector<Line> lines;
    wrap(text, width, lines);
    std::string all;
    for (const Line& line : lines) {
      const auto part = std::string_view(text).substr(line.from, line.to - line.from);
      all += part;
      REQUIRE(line.width == display_width(part));
      REQUIRE(line.width <= width);
    }
    REQUIRE(without_spaces(all) == without_spaces(text));
    // A line ends before two ideographs in a row only where the first of them has no room.
    for (std::size_t i = 1; i < lines.size(); ++i)
      if (lines[i - 1].to == lines[i].from &&
          std::string_view(text).substr(lines[i].from).starts_with("国国"))
        REQUIRE(lines[i - 1].width + 2 > width);
  }
}

// Common ideographs are wrapped several at a time, those of extension A (U+3400 on) one by one.
TEST_CASE("common ideographs break where rare ones do") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int round = 0; round < 2'000; ++round) {
    std::string common;
    std::string rare;
    for (auto n = random() % 60; n > 0; --n) {
      if (random() % 5 == 0) {
        static constexpr std::string_view others[] = {"，", "。", "（", "）",   "a",
                                                      "1",  " ",  "-",  "\x01", "\u0301"};
        const std::string_view other = others[random() % std::size(others)];
        common += other;
        rare += other;
        continue;
      }
      const auto which = static_cast<char>(0x80 + random() % 0x40);
      common += std::string("\xE5\xA4") + which;  // U+5900 on, among them neither 第 nor 号
      rare += std::string("\xE3\xA4") + which;
    }
    const int width = 1 + static_cast<int>(random() % 24);
    std::vector<Line> lines;
    std::vector<Line> expected;
    wrap(common, width, lines);
    wrap(rare, width, expected);
    const auto same = [](const Line& a, const Line& b) {
      return a.from == b.from && a.to == b.to && a.width == b.width;
    };
    CAPTURE(common);
    CAPTURE(width);
    REQUIRE(std::equal(lines.begin(), lines.end(), expected.begin(), expected.end(), same));
  }
}

}  // namespace daybook::wrap_test
