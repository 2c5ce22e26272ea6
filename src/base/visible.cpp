#include "daybook/base/visible.h"

#include <cstddef>
#include <iterator>

#include <fmt/format.h>

#include "daybook/base/utf8.h"

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
  for (std::size_t at = 0; at < text.size();) {
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
