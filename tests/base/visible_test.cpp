#include "daybook/base/visible.h"

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
