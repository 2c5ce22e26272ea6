#include "daybook/base/utf8.h"

#include <cstdint>
#include <cstring>

#include <fmt/format.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace daybook {

namespace {

constexpr std::string_view replacement_character = "\xEF\xBF\xBD";  // U+FFFD, when it is really there

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0);
}

const icu::Normalizer2& nfc() {
  UErrorCode code = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(code);
}

// Characters that stand in NFC whatever is around them, as long as it is of these too: what the annexes are
// made of. A test holds the ranges against Unicode's own data.
bool is_always_normal(char32_t c) {
  return c < 0x300 || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x3029) ||
         (c >= 0x2010 && c <= 0x205E) || (c >= 0xFF01 && c <= 0xFF5E);
}

// Eight bytes from 0x20 to 0x7E.
bool is_plain_word(const char* at) {
  constexpr std::uint64_t ones = 0x0101'0101'0101'0101ULL;
  constexpr std::uint64_t tops = 0x8080'8080'8080'8080ULL;
  std::uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  const std::uint64_t below_space = (word - ones * 0x20) & ~word;
  const std::uint64_t not_delete = word ^ (ones * 0x7F);
  const std::uint64_t is_delete = (not_delete - ones) & ~not_delete;
  return ((word | below_space | is_delete) & tops) == 0;
}

// Whether the text is certainly in NFC. Errors: E-TEXT.
result<bool> check_code_points(std::string_view text) {
  bool normal = true;
  for (std::size_t at = 0; at < text.size();) {
    if (text.size() - at >= 8 && is_plain_word(text.data() + at)) {
      at += 8;
      continue;
    }
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (c == 0xFFFD && text.substr(from, at - from) != replacement_character)
      return fail(ErrorCode::text, fmt::format("byte {} is not UTF-8", from), "save the file as UTF-8");
    if (is_control(c))
      return fail(ErrorCode::text,
                  fmt::format("byte {} is the control character U+{:04X}", from, static_cast<unsigned>(c)));
    normal = normal && is_always_normal(c);
  }
  return normal;
}

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

}  // namespace

result<void> check_text(std::string_view text) {
  const auto normal = check_code_points(text);
  if (!normal) return fail(normal.error());
  if (*normal) return {};
  UErrorCode code = U_ZERO_ERROR;
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (!nfc().isNormalizedUTF8(piece, code) || U_FAILURE(code))
    return fail(ErrorCode::text, "the text is not in Unicode's normal form NFC");
  return {};
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    if (next_code_point(text, at) == 0xFFFD && text.substr(from, at - from) != replacement_character)
      return false;
  }
  return true;
}

result<std::string> to_nfc(std::string_view text) {
  const auto already = check_code_points(text);
  if (!already) return fail(already.error());
  if (*already) return std::string(text);
  std::string normal;
  icu::StringByteSink<std::string> sink(&normal);
  UErrorCode code = U_ZERO_ERROR;
  nfc().normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
                      code);
  if (U_FAILURE(code)) return fail(ErrorCode::text, "the text cannot be normalized");
  return normal;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  auto i = static_cast<std::int32_t>(at);
  UChar32 c = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  // The macro is ICU's.
  // NOLINTNEXTLINE(bugprone-inc-dec-in-conditions)
  U8_NEXT(bytes, i, static_cast<std::int32_t>(text.size()), c);
  if (c < 0) {
    ++at;
    return 0xFFFD;
  }
  at = static_cast<std::size_t>(i);
  return static_cast<char32_t>(c);
}

int display_width(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  const auto point = static_cast<UChar32>(c);
  switch (u_charType(point)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();)
    width += display_width(next_code_point(text, at));
  return width;
}

std::string_view trim(std::string_view text) {
  static constexpr std::string_view wide[] = {"\xE3\x80\x80", "\xC2\xA0", " ", "\t", "\n", "\r"};
  for (bool again = true; again;) {
    again = false;
    for (const auto space : wide) {
      while (text.starts_with(space)) {
        text.remove_prefix(space.size());
        again = true;
      }
      while (text.ends_with(space)) {
        text.remove_suffix(space.size());
        again = true;
      }
    }
  }
  return text;
}

std::string fold_case(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  std::string folded;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = u_foldCase(static_cast<UChar32>(next_code_point(text, at)), U_FOLD_CASE_DEFAULT);
    char bytes[U8_MAX_LENGTH];
    std::size_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, c);
    folded.append(bytes, length);
  }
  return folded;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

}  // namespace daybook
