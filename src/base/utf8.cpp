#include "daybook/base/utf8.h"

#include <cstdint>
#include <cstring>

#include <fmt/format.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

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

// How many bytes at `at` are from 0x20 to 0x7E, one after the other.
std::size_t plain_bytes(std::string_view text, std::size_t at) {
  const std::size_t from = at;
#if defined(__SSE2__)
  // Bytes are compared as signed, so those from 0x80 on are below 0x20 as well.
  const __m128i below = _mm_set1_epi8(0x1F);
  const __m128i above = _mm_set1_epi8(0x7F);
  for (; text.size() - at >= 16; at += 16) {
    __m128i block;
    std::memcpy(&block, text.data() + at, 16);
    const __m128i plain = _mm_and_si128(_mm_cmpgt_epi8(block, below), _mm_cmplt_epi8(block, above));
    const auto others = static_cast<unsigned>(_mm_movemask_epi8(plain)) ^ 0xFFFFU;
    if (others != 0) return at - from + static_cast<std::size_t>(__builtin_ctz(others));
  }
#endif
  while (at < text.size() && text[at] >= 0x20 && text[at] < 0x7F)
    ++at;
  return at - from;
}

// Whether the three bytes at `at` are one character from U+1000 to U+CFFF, and which: most of what is written
// in Chinese. None of these has a second spelling, and none is a surrogate. REQUIRES: three bytes are there.
bool is_three_bytes(const char* at, char32_t& c) {
  const auto byte = [&](int i) { return static_cast<unsigned>(static_cast<unsigned char>(at[i])); };
  if (byte(0) < 0xE1 || byte(0) > 0xEC || (byte(1) & 0xC0) != 0x80 || (byte(2) & 0xC0) != 0x80) return false;
  c = (byte(0) & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  return true;
}

// How many bytes at `at` are characters from U+5000 to U+8FFF, one after the other: nearly all that is
// written in Chinese, and all of it ideographs.
std::size_t ideographs(std::string_view text, std::size_t at) {
  const std::size_t from = at;
  const auto byte = [&](std::size_t i) {
    return static_cast<unsigned>(static_cast<unsigned char>(text[at + i]));
  };
  while (text.size() - at >= 3 && byte(0) - 0xE5 <= 3 && (byte(1) & 0xC0) == 0x80 && (byte(2) & 0xC0) == 0x80)
    at += 3;
  return at - from;
}

// Whether the text is certainly in NFC. Errors: E-TEXT.
result<bool> check_code_points(std::string_view text) {
  bool normal = true;
  for (std::size_t at = 0; at < text.size();) {
    at += ideographs(text, at);
    if (at == text.size()) break;
    const std::size_t from = at;
    char32_t c = 0;
    if (text.size() - at >= 3 && is_three_bytes(text.data() + at, c)) {
      at += 3;
    } else if (const std::size_t plain = plain_bytes(text, at); plain > 0) {
      at += plain;
      continue;
    } else {
      c = next_code_point(text, at);
    }
    if (c == 0xFFFD && text.substr(from, at - from) != replacement_character)
      return fail(ErrorCode::text, fmt::format("byte {} is not UTF-8", from), "save the file as UTF-8");
    if (is_control(c))
      return fail(ErrorCode::text,
                  fmt::format("byte {} is the control character U+{:04X}", from, static_cast<unsigned>(c)));
    normal = normal && is_always_normal(c);
  }
  return normal;
}

constexpr std::string_view ideographic_space = "\xE3\x80\x80";
constexpr std::string_view no_break_space = "\xC2\xA0";

bool is_ascii_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// How many bytes of white space the text begins with: one character's, or none.
std::size_t space_at_begin(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_space(text.front())) return 1;
  if (text.front() == ideographic_space.front() && text.starts_with(ideographic_space)) return 3;
  return text.front() == no_break_space.front() && text.starts_with(no_break_space) ? 2 : 0;
}

std::size_t space_at_end(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_space(text.back())) return 1;
  if (text.back() == ideographic_space.back() && text.ends_with(ideographic_space)) return 3;
  return text.back() == no_break_space.back() && text.ends_with(no_break_space) ? 2 : 0;
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
  if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x3029) || (c >= 0xFF01 && c <= 0xFF3F)) return 2;
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
  while (const std::size_t space = space_at_begin(text))
    text.remove_prefix(space);
  while (const std::size_t space = space_at_end(text))
    text.remove_suffix(space);
  return text;
}

std::string fold_case(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t without_case = ideographs(text, at); without_case > 0) {
      folded += text.substr(at, without_case);
      at += without_case;
      continue;
    }
    const std::size_t from = at;
    const char32_t as_written = next_code_point(text, at);
    if (as_written >= 0x3000 && as_written <= 0x9FFF) {  // nor have the other ideographs and their marks
      folded += text.substr(from, at - from);
      continue;
    }
    const auto c = u_foldCase(static_cast<UChar32>(as_written), U_FOLD_CASE_DEFAULT);
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
