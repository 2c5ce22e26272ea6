#include "text_rows.h"

#include <algorithm>

#include "daybook/base/fetch_ahead.h"
#include "daybook/base/large_pages.h"

#include "columns.h"
#include "growing.h"

namespace daybook {

namespace {

bool is_mark_of_wrap(char c) {
  return c == glue_space || c == paragraph_break;
}

bool fits_in(const Sheet::Text& text, int width) {
  return text.width <= width && !text.has_paragraphs();
}

// Puts spaces for the marks of wrap.h. On a very narrow terminal even one of those can come to stand at the
// end.
void append_line(std::string& out, std::string_view line) {
  const std::size_t from = out.size();
  out += line;
  std::replace_if(out.begin() + static_cast<std::ptrdiff_t>(from), out.end(), is_mark_of_wrap, ' ');
  while (!out.empty() && out.back() == ' ')
    out.pop_back();
  out += '\n';
}

}  // namespace

void append_paragraph(std::string& out, std::string_view marked, int width, int indent) {
  if (width == 0) {
    append_line(out, marked);
    return;
  }
  if (width < 2 * indent + 2) indent = 0;
  std::vector<Line> lines;
  // The first line may be longer by the indent; wrapping it apart keeps the rest even.
  wrap(marked, width, lines);
  if (lines.size() > 1 && indent > 0) {
    const std::size_t from = lines[1].from;
    lines.resize(1);
    wrap(marked.substr(from), width - indent, lines);
    for (std::size_t i = 1; i < lines.size(); ++i)
      lines[i].from += from, lines[i].to += from;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) out.append(static_cast<std::size_t>(indent), ' ');
    append_line(out, marked.substr(lines[i].from, lines[i].to - lines[i].from));
  }
}

TextRows::TextRows(const Table& table, std::span<const Row> rows)
    : table_(table), labels_(labels_of(table)), rows_(rows.size()), sheet_(table, rows) {
  wrapped_.resize(sheet_.shared_count() + 1);
  row_.resize(table.columns.size());
}

bool TextRows::fits(const TextLayout& layout, const Sheet::CellIndex* cells) const {
  for (std::size_t i = 0; i < layout.widths.size(); ++i)
    if (!fits_in(sheet_.text(cells[i]), layout.widths[i])) return false;
  return true;
}

std::size_t TextRows::wrapping(const TextLayout& layout, std::size_t most) const {
  std::size_t found = 0;
  for (std::size_t index = 1; index <= rows_ && found < most; ++index)
    found += fits(layout, sheet_.row(index)) ? 0 : 1;
  return found;
}

void TextRows::print_headings(const TextLayout& layout, std::string& out) {
  print_columns(layout, 0, out);
}

void TextRows::print(const TextLayout& layout, bool first, std::size_t times, std::string& out) {
  constexpr std::size_t ahead = 4;
  const std::size_t before = out.size();
  const std::size_t columns = table_.columns.size();
  for (std::size_t index = 1; index <= rows_; ++index) {
    if (!first && layout.spaced) out += '\n';
    first = false;
    if (index + ahead <= rows_)
      for (std::size_t i = 0; i < columns; ++i)
        fetch_ahead(sheet_.text(sheet_.row(index + ahead)[i]).bytes);
    layout.widths.empty() ? print_block(layout, index, out) : print_columns(layout, index, out);
    if (is_sample(index, rows_))
      reserve_large(out, before + (out.size() - before) * (sample_share * times + 1));
  }
}

// An id that has no room in its column stands above its row, on a line of its own. The lines are put together
// apart, where there is room for all of them: a text that is made longer piece by piece is asked each time
// whether it has room.
void TextRows::print_columns(const TextLayout& layout, std::size_t index, std::string& out) {
  const Sheet::CellIndex* cells = sheet_.row(index);
  const std::size_t columns = layout.widths.size();
  row_lines_.clear();
  std::size_t height = 0;
  std::size_t line_bytes = 1;
  std::size_t text_bytes = 0;
  for (std::size_t i = 0; i < columns; ++i) {
    const Sheet::Text& text = sheet_.text(cells[i]);
    if (table_.columns[i].whole && layout.width != 0 && text.width > layout.widths[i]) {
      append_line(out, text.bytes);
      row_[i] = {};
    } else {
      row_[i] = wrapped(text, layout.width == 0 ? 0 : layout.widths[i]);
    }
    height = std::max<std::size_t>(height, row_[i].lines);
    line_bytes += static_cast<std::size_t>(layout.widths[i] + column_gap);
    text_bytes += text.bytes.size();
  }
  const std::size_t room = height * line_bytes + text_bytes;
  if (room > together_.size()) together_.resize(2 * room);
  char* at = together_.data();
  for (std::size_t line = 0; line < height; ++line) {
    const char* const begin = at;
    int spaces = 0;
    for (std::size_t i = 0; i < columns; ++i) {
      const Wrapped& cell = row_[i];
      const int width = layout.widths[i];
      const Line text =
          line < cell.lines ? (cell.shared != 0 ? shared_lines_ : row_lines_)[cell.first + line] : Line{};
      if (text.to == text.from) {
        spaces += width + column_gap;
        continue;
      }
      const int padding = std::max(width - text.width, 0);
      const bool right = table_.columns[i].align == Align::right;
      at = std::fill_n(at, spaces + (right ? padding : 0), ' ');
      const Sheet::Text& whole = sheet_.text(cells[i]);
      at = std::copy(whole.bytes.data() + text.from, whole.bytes.data() + text.to, at);
      if (whole.made) std::replace_if(at - (text.to - text.from), at, is_mark_of_wrap, ' ');
      spaces = (right ? 0 : padding) + column_gap;
    }
    while (at != begin && at[-1] == ' ')
      --at;
    *at++ = '\n';
  }
  out.append(together_.data(), static_cast<std::size_t>(at - together_.data()));
}

// Those of a cell that occurs again are found once. Only where it occurs in columns of different widths they
// are found again.
TextRows::Wrapped TextRows::wrapped(const Sheet::Text& text, int width) {
  if (text.shared == 0) return append_lines(text, width, row_lines_);
  Wrapped& known = wrapped_[text.shared];
  if (known.width != width) known = append_lines(text, width, shared_lines_);
  known.shared = 1;
  return known;
}

TextRows::Wrapped TextRows::append_lines(const Sheet::Text& text, int width, std::vector<Line>& lines) {
  const std::size_t first = lines.size();
  if (width == 0 || fits_in(text, width))
    lines.push_back({0, text.bytes.size(), text.width});
  else if (text.has_paragraphs())
    wrap_paragraphs(text.bytes, width, lines);
  else
    wrap(text.bytes, width, lines);
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(lines.size() - first), width, 0};
}

void TextRows::print_block(const TextLayout& layout, std::size_t index, std::string& out) const {
  const Sheet::CellIndex* headings = sheet_.row(0);
  const Sheet::CellIndex* cells = sheet_.row(index);
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    if (sheet_.text(cells[i]).bytes.empty()) continue;
    std::string line(sheet_.text(headings[i]).bytes);
    if (!line.empty()) line += labels_.colon;
    line += sheet_.text(cells[i]).bytes;
    append_paragraph(out, line, layout.width, hanging_indent);
  }
}

}  // namespace daybook
