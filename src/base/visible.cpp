#include "daybook/base/visible.h"

#include <cstddef>
#include <cstring>
#include <iterator>

#include <fmt/format.h>

#include "daybook/base/utf8.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace daybook {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

// Three bytes that are surely one character of two columns: U+3000..3029, U+4E00..9FFF, U+FF01..FF3F.
bool is_common_wide(unsigned char first, unsigned char second, unsigned char third) {
  if (!is_continuation(second) || !is_continuation(third)) return false;
  if (first >= 0xE5 && first <= 0xE9) return true;
  if (first == 0xE4) return second >= 0xB8;
  if (first == 0xE3) return second == 0x80 && third <= 0xA9;
  return first == 0xEF && second == 0xBC && third >= 0x81;
}

#if defined(__SSE2__)
// Most text has only two kinds of characters: printable ASCII, and what is_common_wide() knows. Measures
// blocks of 16 bytes of these, as many as there are from `at` on, and moves `at` past them.
int measure_blocks(std::string_view text, std::size_t& at) {
  constexpr std::size_t block_bytes = 16;
  constexpr unsigned all = 0xFFFF;
  // Bytes are compared as signed: those from 0x80 on keep their order and are below all others.
  const auto every = [](int byte) { return _mm_set1_epi8(static_cast<char>(byte)); };
  const auto above = [&](__m128i bytes, int byte) { return _mm_cmpgt_epi8(bytes, every(byte)); };
  const auto below = [&](__m128i bytes, int byte) { return _mm_cmplt_epi8(bytes, every(byte)); };
  const auto equal = [&](__m128i bytes, int byte) { return _mm_cmpeq_epi8(bytes, every(byte)); };
  const auto where = [](__m128i mask) { return static_cast<unsigned>(_mm_movemask_epi8(mask)); };
  const auto both = [](__m128i a, __m128i b) { return _mm_and_si128(a, b); };
  const auto either = [](__m128i a, __m128i b) { return _mm_or_si128(a, b); };
  const std::size_t from = at;
  __m128i wides = _mm_setzero_si128();
  while (text.size() - at >= block_bytes + 2) {
    const auto bytes_from = [&](std::size_t offset) {
      __m128i bytes;
      std::memcpy(&bytes, text.data() + at + offset, block_bytes);
      return bytes;
    };
    const __m128i first = bytes_from(0);
    const __m128i second = bytes_from(1);
    const __m128i third = bytes_from(2);
    const __m128i ideograph =
        either(both(above(first, 0xE4), below(first, 0xEA)), both(equal(first, 0xE4), above(second, 0xB7)));
    const __m128i punctuation = both(both(equal(first, 0xE3), equal(second, 0x80)), below(third, 0xAA));
    const __m128i full_width = both(both(equal(first, 0xEF), equal(second, 0xBC)), above(third, 0x80));
    const __m128i begin = both(either(either(ideograph, punctuation), full_width),
                               both(below(second, 0xC0), below(third, 0xC0)));
    const unsigned begins = where(begin);
    const unsigned continues = where(below(first, 0xC0));
    const unsigned plain = where(both(above(first, 0x1F), below(first, 0x7F)));
    if ((begins | continues | plain) != all || continues != ((begins << 1 | begins << 2) & all)) break;
    wides = _mm_add_epi64(wides, _mm_sad_epu8(both(begin, every(1)), _mm_setzero_si128()));
    at += block_bytes + (begins >> 15 != 0 ? 2 : begins >> 14);  // the last of them may reach beyond
  }
  // Three bytes make two columns, one makes one.
  const int wide = _mm_cvtsi128_si32(wides) + _mm_cvtsi128_si32(_mm_unpackhi_epi64(wides, wides));
  return static_cast<int>(at - from) - wide;
}
#endif

bool is_broken(char32_t c, std::size_t bytes) {
  return c == 0xFFFD && bytes != replacement.size();
}

}  // namespace

bool is_unprintable(char32_t c) {
  if (c < 0x20) return c != '\t' && c != '\n';
  return (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

Measure measure(std::string_view text) {
  Measure total;
#if defined(__SSE2__)
  std::size_t next_block = 0;
#endif
  for (std::size_t at = 0; at < text.size();) {
#if defined(__SSE2__)
    if (at >= next_block) {
      total.width += measure_blocks(text, at);
      next_block = at + 16;  // one at least begins with something else
      if (at == text.size()) break;
    }
#endif
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      ++total.width;
      ++at;
      continue;
    }
    if (byte >= 0xE3 && at + 2 < text.size() &&
        is_common_wide(byte, static_cast<unsigned char>(text[at + 1]),
                       static_cast<unsigned char>(text[at + 2]))) {
      total.width += 2;
      at += 3;
      continue;
    }
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (c < 0x20 || is_unprintable(c) || is_broken(c, at - from)) total.clean = false;
    total.width += display_width(c);
  }
  return total;
}

std::string visible(std::string_view text) {
  if (measure(text).clean) return std::string(text);
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (is_broken(c, at - from))
      shown += replacement;
    else if (!is_unprintable(c))
      shown += text.substr(from, at - from);
    else if (c < 0x100)
      fmt::format_to(std::back_inserter(shown), "\\x{:02x}", static_cast<unsigned>(c));
    else
      fmt::format_to(std::back_inserter(shown), "\\u{:04x}", static_cast<unsigned>(c));
  }
  return shown;
}

}  // namespace daybook
