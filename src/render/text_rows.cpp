#include "text_rows.h"

#include <algorithm>

#include "columns.h"

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

std::size_t rows_that_wrap(const Sheet& sheet, const TextLayout& layout, std::size_t most) {
  const auto fits = [&](const Sheet::CellIndex* cells) {
    for (std::size_t i = 0; i < layout.widths.size(); ++i)
      if (!fits_in(sheet.text(cells[i]), layout.widths[i])) return false;
    return true;
  };
  std::size_t found = 0;
  for (std::size_t row = 1; row <= sheet.row_count() && found < most; ++row)
    found += fits(sheet.row(row)) ? 0 : 1;
  return found;
}

TextRows::TextRows(const Table& table, const Section& section, const TextLayout& layout)
    : table_(table),
      section_(section),
      layout_(layout),
      reader_(section),
      sheet_(table),
      labels_(labels_of(table)) {
  for (std::size_t i = 0; i < layout.widths.size(); ++i)
    row_.push_back({.width = layout.widths[i], .right = table.columns[i].align == Align::right});
}

// A few rows at a time: what was measured is in the cache still when it is printed.
void TextRows::print(std::size_t row, std::string& out) {
  if (row - first_ >= sheet_.row_count()) {
    sheet_.clear_rows();
    sheet_.add_rows(reader_, row, std::min(RowReader::rows_together, section_.size() - row));
    first_ = row;
  }
  print_cells(sheet_.row(1 + row - first_), out);
}

void TextRows::print_cells(const Sheet::CellIndex* cells, std::string& out) {
  layout_.widths.empty() ? print_block(cells, out) : print_columns(cells, out);
}

// An id that has no room in its column stands above its row, on a line of its own; a number is longer than
// its column rather than broken. The lines are put together apart, where there is room for all of them: a
// text that is made longer piece by piece is asked each time whether it has room.
void TextRows::print_columns(const Sheet::CellIndex* cells, std::string& out) {
  row_lines_.clear();
  const bool heads = cells == sheet_.row(0);
  std::size_t height = 0;
  std::size_t line_bytes = 1;
  std::size_t text_bytes = 0;
  for (std::size_t i = 0; i < row_.size(); ++i) {
    const Sheet::Text& text = sheet_.text(cells[i]);
    const int width = layout_.widths[i];
    InColumn& cell = row_[i];
    cell.text = text.bytes.data();
    cell.made = text.made;
    if (table_.columns[i].whole && layout_.width != 0 && text.width > width) {
      append_line(out, text.bytes);
      cell.wrapped = {};
    } else {
      const bool one_line = layout_.width == 0 || (cell.right && !heads);
      cell.wrapped = wrapped(cells[i], one_line ? 0 : width);
    }
    height = std::max<std::size_t>(height, cell.wrapped.lines);
    line_bytes += static_cast<std::size_t>(width + column_gap);
    text_bytes += text.bytes.size();
  }
  for (InColumn& cell : row_)
    cell.lines = (cell.wrapped.shared != 0 ? shared_lines_ : row_lines_).data() + cell.wrapped.first;
  const std::size_t room = height * line_bytes + text_bytes;
  if (room > together_.size()) together_.resize(2 * room);
  char* at = together_.data();
  for (std::size_t line = 0; line < height; ++line) {
    const char* const begin = at;
    int spaces = 0;
    for (const InColumn& cell : row_) {
      if (line >= cell.wrapped.lines) {
        spaces += cell.width + column_gap;
        continue;
      }
      const Line& text = cell.lines[line];
      const int padding = std::max(cell.width - text.width, 0);
      at = std::fill_n(at, spaces + (cell.right ? padding : 0), ' ');
      char* const from = at;
      at = std::copy(cell.text + text.from, cell.text + text.to, at);
      if (cell.made) std::replace_if(from, at, is_mark_of_wrap, ' ');
      spaces = (cell.right ? 0 : padding) + column_gap;
    }
    while (at != begin && at[-1] == ' ')
      --at;
    *at++ = '\n';
  }
  out.append(together_.data(), static_cast<std::size_t>(at - together_.data()));
}

// Those of a cell that occurs again are found once. Only where it occurs in columns of different widths they
// are found again.
TextRows::Wrapped TextRows::wrapped(Sheet::CellIndex cell, int width) {
  if (!Sheet::is_shared(cell)) return append_lines(sheet_.text(cell), width, row_lines_);
  if (Sheet::shared_number(cell) >= wrapped_.size()) wrapped_.resize(sheet_.shared_count());
  Wrapped& known = wrapped_[Sheet::shared_number(cell)];
  if (known.width != width) known = append_lines(sheet_.text(cell), width, shared_lines_);
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

void TextRows::print_block(const Sheet::CellIndex* cells, std::string& out) const {
  const Sheet::CellIndex* headings = sheet_.row(0);
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    if (sheet_.text(cells[i]).bytes.empty()) continue;
    std::string line(sheet_.text(headings[i]).bytes);
    if (!line.empty()) line += labels_.colon;
    line += sheet_.text(cells[i]).bytes;
    append_paragraph(out, line, layout_.width, hanging_indent);
  }
}

}  // namespace daybook
