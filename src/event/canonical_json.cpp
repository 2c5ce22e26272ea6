#include "daybook/event/canonical_json.h"

#include <algorithm>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace daybook::json {

namespace {

// Past the string whose opening quotation mark `at` points to.
const char* skip_string(const char* at, const char* end) {
  ++at;
#if defined(__SSE2__)
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i slash = _mm_set1_epi8('\\');
  while (end - at >= 16) {
    __m128i block;
    std::memcpy(&block, at, 16);
    const int hits =
        _mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(block, quote), _mm_cmpeq_epi8(block, slash)));
    if (hits == 0) {
      at += 16;
      continue;
    }
    at += __builtin_ctz(static_cast<unsigned>(hits));
    if (*at == '"') return at + 1;
    if (end - at < 2) return nullptr;
    at += 2;
  }
#endif
  while (at < end) {
    if (*at == '"') return at + 1;
    at += *at == '\\' ? 2 : 1;
  }
  return nullptr;
}

const char* skip_nested(const char* at, const char* end) {
  int depth = 0;
  while (at < end) {
    switch (*at) {
      case '"':
        at = skip_string(at, end);
        if (at == nullptr) return nullptr;
        continue;
      case '{':
      case '[':
        ++depth;
        break;
      case '}':
      case ']':
        if (--depth == 0) return at + 1;
        break;
      default:
        break;
    }
    ++at;
  }
  return nullptr;
}

void write_escape(std::string& out, unsigned char c) {
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
  }
}

// The character that the escape at `at` (after the backslash) stands for; moves past it. -1 = not an escape.
int read_escape(std::string_view text, std::size_t& at) {
  static constexpr std::string_view letters = "\"\\bfnrt";
  static constexpr std::string_view meanings = "\"\\\b\f\n\r\t";
  if (at >= text.size()) return -1;
  if (const auto which = letters.find(text[at]); which != std::string_view::npos) {
    ++at;
    return meanings[which];
  }
  if (text[at] != 'u' || text.size() - at < 5) return -1;
  unsigned code = 0;
  const char* last = text.data() + at + 5;
  if (std::from_chars(text.data() + at + 1, last, code, 16).ptr != last || code >= 0x20) return -1;
  at += 5;
  return static_cast<int>(code);
}

}  // namespace

const char* skip_value(const char* at, const char* end) {
  if (at >= end) return nullptr;
  if (*at == '"') return skip_string(at, end);
  if (*at == '{' || *at == '[') return skip_nested(at, end);
  if (*at == 'n') return end - at >= 4 && std::memcmp(at, "null", 4) == 0 ? at + 4 : nullptr;
  const char* past = at;
  while (past < end && ((*past >= '0' && *past <= '9') || *past == '-'))
    ++past;
  return past == at ? nullptr : past;
}

void write_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out.append(text, plain, i - plain);
    write_escape(out, c);
    plain = i + 1;
  }
  out.append(text, plain);
  out += '"';
}

result<std::string> read_string(std::string_view bytes) {
  if (bytes.size() < 2 || bytes.front() != '"' || bytes.back() != '"') return bad("a string is expected");
  const std::string_view text = bytes.substr(1, bytes.size() - 2);
  const auto is_plain = [](char c) { return c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20; };
  if (std::ranges::all_of(text, is_plain)) return std::string(text);
  std::string value;
  value.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i++];
    if (c == '"' || static_cast<unsigned char>(c) < 0x20) return bad("a string is broken");
    if (c != '\\') {
      value += c;
      continue;
    }
    const int meant = read_escape(text, i);
    if (meant < 0) return bad("a string has an escape that is not canonical");
    value += static_cast<char>(meant);
  }
  std::string again;
  write_string(again, value);
  if (again != bytes) return bad("a string is not written canonically");
  return value;
}

}  // namespace daybook::json
