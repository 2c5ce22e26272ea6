#include "wrap.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "daybook/base/utf8.h"

namespace daybook {

namespace {

constexpr std::u32string_view never_first = U"、，；：。．！？）〕】〗》〉」』］｝”’)]}>,.;:!?%％‰·—…～~/-";
constexpr std::u32string_view never_last = U"（〔【〖《〈「『［｛“‘([{<#$￥";

enum Ends : std::uint8_t { not_first = 1, not_last = 2 };

// By character: at which ends of a line it may not stand. All of them are below U+10000.
constexpr auto ends = [] {
  std::array<std::uint8_t, 0x10000> table{};
  for (const char32_t c : never_first)
    table[c] |= not_first;
  for (const char32_t c : never_last)
    table[c] |= not_last;
  return table;
}();

struct Character {
  char32_t code = 0;
  int width = 0;
  std::size_t next = 0;  // where the next character begins
};

bool is_ideograph(char32_t c) {
  return c >= 0x4E00 && c <= 0x9FFF;
}

bool is_bound(char32_t c, Ends end) {
  return !is_ideograph(c) && c < ends.size() && (ends[c] & end) != 0;
}

[[gnu::noinline]] Character other_character_at(std::string_view text, std::size_t at) {
  Character c;
  c.next = at;
  c.code = next_code_point(text, c.next);
  c.width = display_width(c.code);
  return c;
}

// Most characters are of one byte, or ideographs of three. This and what calls it are inline so that what
// they answer stays in registers: the processor waits where what was stored in parts is loaded whole.
[[gnu::always_inline]] inline Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
  };
  const char32_t first = byte(0);
  if ((first >= 0x20 && first < 0x7F) || first == static_cast<char32_t>(glue_space))
    return {first, 1, at + 1};
  if (first >= 0xE4 && first <= 0xE9 && text.size() - at >= 3) {
    const char32_t c = (first & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    if (is_ideograph(c)) return {c, 2, at + 3};
  }
  return other_character_at(text, at);
}

bool is_space(char32_t c) {
  return c == ' ' || c == 0x3000;
}
bool is_digit(char32_t c) {
  return c >= '0' && c <= '9';
}

// At these a line never ends, nor begins: the mark's space, the no-break space, combining marks and joiners.
bool is_joiner(const Character& c) {
  return c.width == 0 || c.code == static_cast<char32_t>(glue_space) || c.code == 0xA0;
}

// REQUIRES: neither is a space.
bool may_break(const Character& before, const Character& after) {
  if (before.code < 0x80 && after.code < 0x80) {
    const bool divides = before.code == '-' || before.code == '/';
    return divides && after.code > ' ' && !is_digit(after.code) && !is_bound(after.code, not_first);
  }
  if (is_ideograph(before.code) && is_ideograph(after.code)) return true;
  if (is_joiner(after)) return false;
  if (is_joiner(before)) return before.code == 0x200B || (before.width == 0 && after.width == 2);
  if (is_bound(after.code, not_first) || is_bound(before.code, not_last)) return false;
  // 第1540(2004)号, 2016年5月12日: a number stays with the word that makes it one.
  if (is_digit(after.code) && before.code == U'第') return false;
  if (after.width == 2 && is_digit(before.code)) return false;
  if (after.code == U'号' && before.code == U')') return false;
  return before.width == 2 || after.width == 2 || before.code == '-' || before.code == '/';
}

// An ideograph of three bytes: U+4E00 to U+9FFF. REQUIRES: visible text, so that no character is cut.
bool is_ideograph_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  return (first >= 0xE5 && first <= 0xE9) ||
         (first == 0xE4 && static_cast<unsigned char>(text[at + 1]) >= 0xB8);
}

// How many ideographs stand in a row at `at`.
std::size_t ideographs_at(std::string_view text, std::size_t at) {
  const std::size_t from = at;
  while (at + 3 <= text.size() && is_ideograph_at(text, at))
    at += 3;
  return (at - from) / 3;
}

// Most of Chinese text: ideographs in a row, each of which is a piece of its own. Takes all but the last,
// which may be held by what follows it, and answers where that begins.
[[gnu::always_inline]] inline std::size_t wrap_ideographs(std::string_view text, std::size_t at, int width,
                                                          Line& line, std::vector<Line>& lines) {
  std::size_t left = ideographs_at(text, at);
  if (left < 2) return at;
  --left;
  if (line.to == line.from) line.from = line.to = at;
  for (;;) {
    const std::size_t taken = std::min(left, static_cast<std::size_t>(width - line.width) / 2);
    at += 3 * taken;
    if (taken > 0) line.to = at;
    line.width += static_cast<int>(2 * taken);
    left -= taken;
    if (left == 0) return at;
    lines.emplace_back(line.from, line.to, line.width);
    line.from = line.to = at;
    line.width = 0;
  }
}

struct Piece {
  int gap = 0;  // columns of the spaces before it, which count only within a line
  Line text;
};

// The piece that begins at or after `at`, which moves past it; empty when only spaces are left.
[[gnu::always_inline]] inline Piece next_piece(std::string_view text, std::size_t& at) {
  Piece piece;
  Character before;
  while (at < text.size() && is_space((before = character_at(text, at)).code)) {
    piece.gap += before.width;
    at = before.next;
  }
  piece.text.from = piece.text.to = at;
  if (at >= text.size()) return piece;
  piece.text.width = before.width;
  at = before.next;
  while (at < text.size()) {
    const Character c = character_at(text, at);
    if (is_space(c.code) || may_break(before, c)) break;
    piece.text.width += c.width;
    at = c.next;
    before = c;
  }
  piece.text.to = at;
  return piece;
}

// Cuts a piece that fills more than a line into full lines; returns the rest of it.
Line cut(std::string_view text, const Line& piece, int width, std::vector<Line>& lines) {
  Line line{piece.from, piece.from, 0};
  while (line.to < piece.to) {
    const Character c = character_at(text, line.to);
    if (c.width > 0 && line.width + c.width > width && line.to > line.from) {
      lines.push_back(line);
      line = Line{line.to, line.to, 0};
    }
    line.to = c.next;
    line.width += c.width;
  }
  return line;
}

}  // namespace

void wrap(std::string_view text, int width, std::vector<Line>& lines) {
  Line line;
  for (std::size_t at = 0; at < text.size();) {
    if (width >= 2) at = wrap_ideographs(text, at, width, line, lines);
    const Piece piece = next_piece(text, at);
    if (piece.text.to == piece.text.from) break;
    const bool empty = line.to == line.from;
    if (!empty && line.width + piece.gap + piece.text.width <= width) {
      line.to = piece.text.to;
      line.width += piece.gap + piece.text.width;
      continue;
    }
    if (!empty) lines.emplace_back(line.from, line.to, line.width);
    line.from = piece.text.from;
    line.to = piece.text.to;
    line.width = piece.text.width;
    if (line.width > width) line = cut(text, piece.text, width, lines);
  }
  lines.emplace_back(line.from, line.to, line.width);
}

void wrap_paragraphs(std::string_view text, int width, std::vector<Line>& lines) {
  for (std::size_t from = 0;;) {
    const std::size_t end = std::min(text.find(paragraph_break, from), text.size());
    const std::size_t first = lines.size();
    wrap(text.substr(from, end - from), width, lines);
    for (std::size_t i = first; i < lines.size(); ++i)
      lines[i].from += from, lines[i].to += from;
    if (end == text.size()) return;
    from = end + 1;
  }
}

}  // namespace daybook
