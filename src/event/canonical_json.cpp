#include "daybook/event/canonical_json.h"

#include <algorithm>
#include <cstring>

#include "daybook/event/canonical_skip.h"

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

// How many of the first bytes stand for themselves in a string: all that are no quotation mark, no backslash
// and no control character.
std::size_t plain_bytes(std::string_view text) {
  std::size_t at = 0;
#if defined(__SSE2__)
  const __m128i quote = _mm_set1_epi8('"');
  const __m128i slash = _mm_set1_epi8('\\');
  const __m128i control = _mm_set1_epi8(0x1F);
  for (; text.size() - at >= 16; at += 16) {
    __m128i block;
    std::memcpy(&block, text.data() + at, 16);
    const __m128i is_control = _mm_cmpeq_epi8(_mm_min_epu8(block, control), block);
    const int hits = _mm_movemask_epi8(
        _mm_or_si128(is_control, _mm_or_si128(_mm_cmpeq_epi8(block, quote), _mm_cmpeq_epi8(block, slash))));
    if (hits != 0) return at + static_cast<std::size_t>(__builtin_ctz(static_cast<unsigned>(hits)));
  }
#endif
  while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x20 && text[at] != '"' &&
         text[at] != '\\')
    ++at;
  return at;
}

bool is_key(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return c > 0x20 && c < 0x7F && c != '"' && c != '\\'; });
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

// In canonical JSON `,"` and a letter begin a member: after a string's end comes none of them, and within a
// string the quotation mark is escaped. So a closing bracket in front of them stands outside any string.
const char* skip_flat(const char* at, const char* end, char close) {
  const auto* found = at;
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi8(close);
  int hits = 0;
  while (hits == 0) {
    if (end - found < 16) return skip_value(at, end);
    __m128i block;
    std::memcpy(&block, found, 16);
    hits = _mm_movemask_epi8(_mm_cmpeq_epi8(block, wanted));
    found += hits == 0 ? 16 : __builtin_ctz(static_cast<unsigned>(hits));
  }
#else
  found = std::find(at, end, close);
#endif
  const bool certain =
      end - found > 3 && found[1] == ',' && found[2] == '"' && found[3] >= 'a' && found[3] <= 'z';
  const bool opens = *at == (close == ']' ? '[' : '{');
  return certain && opens ? found + 1 : skip_value(at, end);
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

void write_integer(std::string& out, std::int64_t value) {
  const fmt::format_int written(value);
  out.append(written.data(), written.size());
}

void write_date(std::string& out, CivilDate value) {
  write_string(out, value.iso());
}

void write_range(std::string& out, DateRange value) {
  out += '[';
  write_date(out, value.first);
  out += ',';
  write_date(out, value.last);
  out += ']';
}

void write_map(std::string& out, const StringMap& map) {
  char before = '{';
  for (const auto& [key, text] : map) {
    out += before;
    before = ',';
    write_string(out, key);
    out += ':';
    write_string(out, text);
  }
  out += before == '{' ? "{}" : "}";
}

result<std::size_t> read_name(std::string_view bytes, std::span<const std::string_view> names) {
  if (bytes.size() >= 2 && bytes.front() == '"' && bytes.back() == '"') {
    const std::string_view name = unquoted(bytes);
    for (std::size_t i = 0; i < names.size(); ++i)
      if (name.size() == names[i].size() && std::memcmp(name.data(), names[i].data(), name.size()) == 0)
        return i;
  }
  return bad(fmt::format("{} is not one of: {}", bytes, fmt::join(names, ", ")));
}

result<void> read_string(std::string_view bytes, std::string& value) {
  if (bytes.size() < 2 || bytes.front() != '"' || bytes.back() != '"') return bad("a string is expected");
  const std::string_view text = unquoted(bytes);
  value = text;
  const std::size_t plain = plain_bytes(text);
  if (plain == text.size()) return {};
  value.resize(plain);
  for (std::size_t i = plain; i < text.size();) {
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
  return {};
}

result<void> read_map(std::string_view bytes, StringMap& map) {
  map.clear();
  if (bytes.size() < 2 || bytes.front() != '{' || bytes.back() != '}') return bad("an object is expected");
  const char* at = bytes.data() + 1;
  const char* const end = bytes.data() + bytes.size() - 1;
  while (at < end) {
    const char* colon = skip_value(at, end);
    if (colon == nullptr || colon == end || *colon != ':') return bad("an object is broken");
    const char* past = skip_value(colon + 1, end);
    if (past == nullptr) return bad("an object is broken");
    std::string key;
    if (auto done = read_string({at, static_cast<std::size_t>(colon - at)}, key); !done) return done;
    if (!is_key(key)) return bad("a key is not of visible ASCII");
    if (!map.empty() && !(map.rbegin()->first < key)) return bad("keys are out of order or stand twice");
    std::string& text = map.emplace_hint(map.end(), std::move(key), std::string())->second;
    if (auto done = read_string({colon + 1, static_cast<std::size_t>(past - colon - 1)}, text); !done)
      return done;
    if (past == end) break;
    if (*past != ',' || past + 1 == end) return bad("an object is broken");
    at = past + 1;
  }
  return {};
}

result<void> read_integer(std::string_view bytes, std::int64_t& value) {
  const auto [past, code] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), value);
  if (code != std::errc()) return bad("an integer is expected");
  if (value > integer_max || value < -integer_max) return bad("an integer of at most 2^53 - 1 is expected");
  const fmt::format_int written(value);
  if (std::string_view(written.data(), written.size()) != bytes) return bad("an integer is expected");
  return {};
}

result<void> read_date(std::string_view bytes, CivilDate& value) {
  if (bytes.size() != 12 || bytes.front() != '"' || bytes.back() != '"') return bad("a date is expected");
  const auto day = CivilDate::parse_iso(bytes.substr(1, 10));
  if (!day) return fail(day.error());
  value = *day;
  return {};
}

result<void> read_range(std::string_view bytes, DateRange& value) {
  constexpr std::size_t first_at = 2;
  constexpr std::size_t last_at = 15;
  constexpr std::size_t date_bytes = 10;
  const char* const at = bytes.data();
  if (bytes.size() != 27 || std::memcmp(at, "[\"", 2) != 0 || std::memcmp(at + 12, "\",\"", 3) != 0 ||
      std::memcmp(at + 25, "\"]", 2) != 0)
    return bad("a range of dates is expected: [\"first\",\"last\"]");
  const auto first = CivilDate::parse_iso({at + first_at, date_bytes});
  if (!first) return fail(first.error());
  const auto last = std::memcmp(at + first_at, at + last_at, date_bytes) == 0
                        ? first
                        : CivilDate::parse_iso({at + last_at, date_bytes});
  if (!last) return fail(last.error());
  value = {*first, *last};
  return {};
}

const char* pass_string(const char* at, const char* end) {
  if (at == end || *at != '"') return nullptr;
  ++at;
  at += plain_bytes({at, static_cast<std::size_t>(end - at)});
  return at != end && *at == '"' ? at + 1 : nullptr;
}

const char* pass_integer(const char* at, const char* end, std::int64_t& value) {
  const char* past = at;
  while (past != end && (*past == '-' || (*past >= '0' && *past <= '9')))
    ++past;
  return read_integer({at, static_cast<std::size_t>(past - at)}, value) ? past : nullptr;
}

const char* pass_map(const char* at, const char* end, StringMap& map) {
  map.clear();
  if (end - at < 2 || *at != '{') return nullptr;
  ++at;
  for (bool more = *at != '}'; more;) {
    const char* const colon = pass_string(at, end);
    if (colon == nullptr || colon == end || *colon != ':') return nullptr;
    const char* const past = pass_string(colon + 1, end);
    if (past == nullptr || past == end) return nullptr;
    const std::string_view key(at + 1, static_cast<std::size_t>(colon - at - 2));
    if (!is_key(key) || (!map.empty() && map.rbegin()->first >= key)) return nullptr;
    map.emplace_hint(map.end(), key, std::string_view(colon + 2, static_cast<std::size_t>(past - colon - 3)));
    more = *past == ',';
    at = past + (more ? 1 : 0);
  }
  return *at == '}' ? at + 1 : nullptr;
}

tl::unexpected<Failure> fail_in(std::string_view member, Error error) {
  auto& field = error.place.field;
  field = field.empty() ? std::string(member) : fmt::format("{}.{}", member, field);
  return fail(std::move(error));
}

}  // namespace daybook::json
