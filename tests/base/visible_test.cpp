#include "daybook/base/visible.h"

#include <random>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "daybook/base/utf8.h"

namespace daybook::visible_test {

namespace {

std::string utf8(char32_t c) {
  const auto byte = [](char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F))};
  if (c < 0x10000) return {byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F))};
  return {byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)),
          byte(0x80 | (c & 0x3F))};
}

}  // namespace

TEST_CASE("every character measures what the base layer says") {
  std::size_t differ = 0;
  std::size_t unclean = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const Measure measured = measure(utf8(c));
    if (measured.width != display_width(c)) ++differ;
    if (!measured.clean) ++unclean;
    if (measured.clean == (is_unprintable(c) || c == '\t' || c == '\n')) ++differ;
  }
  CHECK(differ == 0);
  CHECK(unclean == 32 + 33 + 3 + 7 + 4);  // C0, DEL and C1, three marks, U+2028..202E, U+2066..2069
}

TEST_CASE("a character measures the same in the middle of a long text, wherever it begins") {
  std::size_t differ = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string alone = utf8(c);
    std::string before(c % 16, 'a');
    before += "关于第1540(2004)号决议的国家";
    const Measure whole = measure(before + alone + before);
    if (whole.clean != measure(alone).clean || whole.width != 2 * measure(before).width + display_width(c))
      ++differ;
  }
  CHECK(differ == 0);
}

TEST_CASE("a long text measures what its characters do, and a byte that is out of place is found anywhere") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  static constexpr std::string_view characters[] = {"国", "不", "鿿", "、", "，", "（",
                                                    "a",  "7",  " ",  "é",  "“",  "—"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    int width = 0;
    for (auto n = random() % 80; n > 0; --n) {
      const std::string_view c = characters[random() % (random() % 2 == 0 ? 3 : std::size(characters))];
      text += c;
      width += measure(c).width;
    }
    const Measure whole = measure(text);
    REQUIRE(whole.clean);
    REQUIRE(whole.width == width);
    if (text.empty()) continue;
    const std::size_t at = random() % text.size();
    const bool part = (static_cast<unsigned char>(text[at]) & 0x80) != 0;
    text[at] = part ? 'a' : '\xBC';
    REQUIRE_FALSE(measure(text).clean);
  }
}

TEST_CASE("text that may be printed stays as it is") {
  CHECK(visible("") == "");
  CHECK(visible("裁军事务厅 1540(2004)") == "裁军事务厅 1540(2004)");
  CHECK(visible("a\tb\nc") == "a\tb\nc");
  CHECK(visible("\xEF\xBF\xBD") == "\xEF\xBF\xBD");
}

TEST_CASE("what a terminal would obey is spelled out") {
  CHECK(visible("\x1b[31mred") == "\\x1b[31mred");
  CHECK(visible(std::string("a\0b", 3)) == "a\\x00b");
  CHECK(visible("\r") == "\\x0d");
  CHECK(visible("\x7f") == "\\x7f");
  CHECK(visible("\xC2\x9B") == "\\x9b");
  CHECK(visible("\xE2\x80\xAE"
                "abc") == "\\u202eabc");
  CHECK(visible("\xE2\x81\xA6") == "\\u2066");
  CHECK(visible("\xE2\x80\xA8") == "\\u2028");
  CHECK(visible("\xD8\x9C") == "\\u061c");
}

TEST_CASE("bytes that are not UTF-8 become U+FFFD, one each") {
  CHECK(visible("\xFF") == "\xEF\xBF\xBD");
  CHECK(visible("\xE4\xB8") == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(visible("中\xE5"
                "a") ==
        "中\xEF\xBF\xBD"
        "a");
  CHECK_FALSE(measure("\xE5"
                      "ab")
                  .clean);
  CHECK_FALSE(measure("\xE5\x9B").clean);
}

}  // namespace daybook::visible_test
