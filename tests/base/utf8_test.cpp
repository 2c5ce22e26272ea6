#include "daybook/base/utf8.h"

#include <random>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "tests/base/outcome.h"

namespace daybook::utf8_test {

using namespace test;

namespace {

struct Broken {
  const char* what;
  std::string bytes;
};

const std::vector<Broken>& broken_texts() {
  static const std::vector<Broken> texts{
      {"a continuation byte alone", "\x80"},
      {"the last continuation byte alone", "\xBF"},
      {"two bytes, the second missing", "\xC3"},
      {"two bytes, then a letter", "\xC3z"},
      {"three bytes, one given", "\xE7"},
      {"three bytes, two given", "\xE7\xBB"},
      {"four bytes, three given", "\xF0\x9F\x98"},
      {"a slash in two bytes", "\xC0\xAF"},
      {"an overlong NUL", {"\xC0\x80", 2}},
      {"a letter in two bytes", "\xC1\x81"},
      {"a slash in three bytes", "\xE0\x80\xAF"},
      {"a slash in four bytes", "\xF0\x80\x80\xAF"},
      {"U+07FF in three bytes", "\xE0\x9F\xBF"},
      {"U+FFFF in four bytes", "\xF0\x8F\xBF\xBF"},
      {"the first high surrogate", "\xED\xA0\x80"},
      {"the last low surrogate", "\xED\xBF\xBF"},
      {"a surrogate pair (CESU-8)", "\xED\xA0\xBD\xED\xB8\x80"},
      {"U+110000", "\xF4\x90\x80\x80"},
      {"a lead byte of the old five-byte form", "\xF8\x88\x80\x80\x80"},
      {"a lead byte of the old six-byte form", "\xFC\x84\x80\x80\x80\x80"},
      {"a byte that never occurs", "\xFE"},
      {"another byte that never occurs", "\xFF"},
      {"UTF-16 with its byte-order mark", {"\xFF\xFE\x2D\x4E", 4}},
      {"中国 in GBK", "\xD6\xD0\xB9\xFA"},
      {"é in Latin-1", "caf\xE9"},
  };
  return texts;
}

}  // namespace

TEST_CASE("Texts of all the languages of the record are taken") {
  for (const std::string text : {"", "Vienna", "在维也纳举行的会议", "Türkiye", "Côte d'Ivoire (la)",
                                 "Российская Федерация", "الجزائر", "two lines\nand a\ttab", "😀 U+1F600",
                                 "\xEF\xBF\xBD stands for itself", "\xF4\x8F\xBF\xBF"}) {
    CAPTURE(text);
    CHECK(said(check_text(text)) == "no error");
    CHECK(is_utf8(text));
    CHECK(take(to_nfc(text)) == text);
  }
}

TEST_CASE("Bytes that are not UTF-8 are E-TEXT, and the first of them is named") {
  for (const auto& [what, bytes] : broken_texts())
    for (const std::string before : {"", "abc", "中国", "é"})
      for (const std::string after : {"", "abc", "中国"}) {
        CAPTURE(what);
        CAPTURE(before);
        CAPTURE(after);
        const std::string text = before + bytes + after;
        CHECK_FALSE(is_utf8(text));
        CHECK(code_of(to_nfc(text)) == ErrorCode::text);
        const Error error = error_of(check_text(text));
        CHECK(error.code == ErrorCode::text);
        const std::size_t first = before.size() + (bytes.starts_with("caf") ? 3 : 0);
        CHECK(error.sentence == "byte " + std::to_string(first) + " is not UTF-8");
      }
}

TEST_CASE("Control characters but the tab and the line feed are E-TEXT") {
  for (unsigned c = 0; c < 0x20; ++c) {
    CAPTURE(c);
    const std::string text = "a" + std::string(1, static_cast<char>(c)) + "b";
    const bool good = c == '\t' || c == '\n';
    CHECK(check_text(text).has_value() == good);
    CHECK(to_nfc(text).has_value() == good);
    CHECK(is_utf8(text));
  }
  CHECK(said(check_text("a\x7F")) == "E-TEXT: byte 1 is the control character U+007F");
  CHECK(said(check_text("中\xC2\x80")) == "E-TEXT: byte 3 is the control character U+0080");
  CHECK(said(check_text("\xC2\x9F")) == "E-TEXT: byte 0 is the control character U+009F");
  CHECK(said(check_text("\xC2\xA0")) == "no error");
}

TEST_CASE("A text out of normal form is refused by the check, and brought into it by the reader") {
  struct Case {
    std::string typed;
    std::string normal;
  };
  for (const auto& [typed, normal] : {
           Case{"Tu\xCC\x88rkiye", "Türkiye"}, Case{"Co\xCC\x82te d'Ivoire", "Côte d'Ivoire"},
           Case{"\xE2\x84\xAB", "Å"},                           // the ångström sign
           Case{"\xEF\xA4\x80", "豈"},                          // a compatibility ideograph
           Case{"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB", "한"},  // conjoining jamo
           Case{"q\xCC\x87\xCC\xA3", "q\xCC\xA3\xCC\x87"},      // marks in the other order
       }) {
    CAPTURE(typed);
    CHECK(said(check_text(typed)) == "E-TEXT: the text is not in Unicode's normal form NFC");
    CHECK(take(to_nfc(typed)) == normal);
    CHECK(said(check_text(normal)) == "no error");
  }
}

TEST_CASE("Full-width letters stay as they are typed: NFC does not fold them") {
  CHECK(take(to_nfc("ＯＳＣＥ（１５４０）")) == "ＯＳＣＥ（１５４０）");
}

TEST_CASE("Whatever the bytes, what comes out in normal form passes the check") {
  const auto seed = std::random_device()();
  CAPTURE(seed);
  std::mt19937 chance(seed);
  const std::vector<std::string> pieces{"a",
                                        "e",
                                        "\xCC\x81",
                                        "\xCC\xA3",
                                        "中",
                                        "\xE3\x80\x80",
                                        "\xE1\x84\x92",
                                        "\xE1\x85\xA1",
                                        "é",
                                        "\xE2\x84\xAB",
                                        "\n",
                                        "\x80",
                                        "\xE7\xBB",
                                        "\xF0\x9F"};
  for (int round = 0; round < 5'000; ++round) {
    std::string text;
    for (std::size_t count = chance() % 8; count > 0; --count)
      text += pieces[chance() % (chance() % 8 == 0 ? pieces.size() : pieces.size() - 3)];
    const auto normal = to_nfc(text);
    if (normal.has_value() != is_utf8(text)) FAIL_CHECK("taken and broken: " << text);
    if (normal && (!check_text(*normal) || take(to_nfc(*normal)) != *normal))
      FAIL_CHECK("not normal: " << text);
  }
}

TEST_CASE("Reading code points passes every byte once, and a broken one is U+FFFD") {
  std::size_t at = 0;
  const std::string text =
      "a中\xFF\xE7\xBB"
      "😀";
  std::u32string points;
  while (at < text.size())
    points += next_code_point(text, at);
  CHECK(at == text.size());
  CHECK(points == U"a中\uFFFD\uFFFD\uFFFD😀");
}

TEST_CASE("Text stands as wide on a terminal as its characters") {
  struct Case {
    std::string text;
    int columns;
  };
  for (const auto& [text, columns] : {
           Case{"", 0}, Case{"Vienna", 6}, Case{"维也纳", 6}, Case{"（视频会议）", 12},
           Case{"2016年5月4日", 12}, Case{"ＯＳＣＥ", 8}, Case{"、，。《》", 10}, Case{"Türkiye", 7},
           Case{"Tu\xCC\x88rkiye", 7}, Case{"Алжир", 5}, Case{"한국", 4}, Case{"\xE3\x80\x80", 2},
           Case{"a\xE2\x80\x8B"
                "b",
                2},  // a zero-width space
           Case{"\x1B", 0}, Case{"\xFF", 1},
           Case{"\xF0\xA0\x80\x80", 2},  // a character outside the basic plane, U+20000
       }) {
    CAPTURE(text);
    CHECK(display_width(text) == columns);
  }
}

TEST_CASE("White space at both ends is taken off, the ideographic and the no-break space too") {
  struct Case {
    std::string text;
    std::string trimmed;
  };
  for (const auto& [text, trimmed] : {
           Case{"", ""}, Case{" ", ""}, Case{"\xE3\x80\x80\xC2\xA0 \t\r\n", ""}, Case{" 维也纳 ", "维也纳"},
           Case{"\xE3\x80\x80维也纳\xE3\x80\x80", "维也纳"},
           Case{"\xE3\x80\x80 \xE3\x80\x80维也纳 \xE3\x80\x80 ", "维也纳"},
           Case{"\xC2\xA0Wien\xC2\xA0", "Wien"}, Case{"\t\r\nWien\r\n", "Wien"}, Case{"两个 词", "两个 词"},
           Case{"à", "à"},  // its last byte is that of the no-break space
       }) {
    CAPTURE(text);
    CHECK(trim(text) == trimmed);
  }
}

TEST_CASE("Only ASCII letters are made small") {
  CHECK(ascii_lower("OSCE") == "osce");
  CHECK(ascii_lower("@AZ[`az{") == "@az[`az{");
  CHECK(ascii_lower("Türkiye ÜБ 欧安组织") == "türkiye ÜБ 欧安组织");
}

TEST_CASE(
    "a text that is in NFC is taken, and one that is not is refused, whatever characters stand next to each "
    "other") {
  // A letter of Devanagari in front sends the text to the library, whatever follows: that is the reference.
  const std::string letter = "क";
  for (char32_t c = 0x20; c < 0x10000; ++c) {
    if (c >= 0x7F && c < 0xA0) continue;
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text;
    if (c < 0x80) {
      text += static_cast<char>(c);
    } else if (c < 0x800) {
      text += static_cast<char>(0xC0 | (c >> 6));
      text += static_cast<char>(0x80 | (c & 0x3F));
    } else {
      text += static_cast<char>(0xE0 | (c >> 12));
      text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
      text += static_cast<char>(0x80 | (c & 0x3F));
    }
    for (const std::string& around : {text, "abcdefgh" + text, text + "\xCC\x81", "中" + text + "文"}) {
      const auto reference = to_nfc(letter + around);
      REQUIRE(reference);
      const auto normal = to_nfc(around);
      if (!normal || letter + *normal != *reference) FAIL(fmt::format("U+{:04X}", static_cast<unsigned>(c)));
      if (check_text(around).has_value() != (*normal == around))
        FAIL(fmt::format("U+{:04X}", static_cast<unsigned>(c)));
    }
  }
}

TEST_CASE("A byte that no text may hold is found wherever it stands") {
  const std::string ascii(40, 'a');
  const std::string mixed = "a中b文c会d议e和f平g与h安i全j中文会议和平与安全";
  for (const std::string& text : {ascii, mixed})
    for (std::size_t at = 0; at <= text.size(); ++at) {
      CAPTURE(at);
      CHECK(check_text(text.substr(0, at) + "\t" + text.substr(at)).has_value() ==
            is_utf8(text.substr(0, at)));
      for (const char byte : {'\0', '\x1F', '\x7F', '\x80', '\xBF', '\xE4', '\xFF'})
        CHECK(!check_text(text.substr(0, at) + byte + text.substr(at)));
    }
  for (const std::string broken : {"\xE4\xB8", "\xE4\xB8z", "\xE0\x80\x80", "\xED\xA0\x80", "\xE4\xC0\x80",
                                   "\xE5\x80", "\xE5z\x80", "\xE8\x80\x7F", "\xE5\xC0\x80"})
    CHECK(!check_text("中" + broken));
}

}  // namespace daybook::utf8_test
