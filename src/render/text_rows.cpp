#include "text_rows.h"

#include <algorithm>

#include "columns.h"

namespace daybook {

namespace {

// On a very narrow terminal even the space of a mark can come to stand at the end of a line.
bool is_no_end(char c) {
  return c == ' ' || c == glue_space;
}

void end_line(std::string& out) {
  while (!out.empty() && is_no_end(out.back()))
    out.pop_back();
  out += '\n';
}

}  // namespace

void append_paragraph(std::string& out, std::string_view marked, int width, int indent) {
  if (width == 0) {
    out += marked;
    end_line(out);
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
    out += marked.substr(lines[i].from, lines[i].to - lines[i].from);
    end_line(out);
  }
}

TextRows::TextRows(const Table& table, std::span<const Row> rows)
    : table_(table), labels_(labels_of(table)), rows_(rows.size()), sheet_(table, rows) {}

bool TextRows::fits(const TextLayout& layout, Sheet::CellIndex cell, std::size_t column) const {
  return sheet_.line(cell).width <= layout.widths[column] && !sheet_.has_paragraphs(cell);
}

bool TextRows::fits(const TextLayout& layout, const Sheet::CellIndex* cells) const {
  for (std::size_t i = 0; i < layout.widths.size(); ++i)
    if (!fits(layout, cells[i], i)) return false;
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
  const std::size_t before = out.size();
  for (std::size_t index = 1; index <= rows_; ++index) {
    if (!first && layout.spaced) out += '\n';
    first = false;
    layout.widths.empty() ? print_block(layout, index, out) : print_columns(layout, index, out);
    if (is_sample(index, rows_)) {
      out.reserve(before + (out.size() - before) * (sample_share * times + 1));
      reserve_as_sampled(lines_);
    }
  }
}

void TextRows::print_columns(const TextLayout& layout, std::size_t index, std::string& out) {
  const Sheet::CellIndex* cells = sheet_.row(index);
  const std::size_t columns = layout.widths.size();
  if (layout.width == 0 || fits(layout, cells)) {
    print_lines(layout, 1, [&](std::size_t, std::size_t column) { return &sheet_.line(cells[column]); }, out);
    return;
  }
  std::size_t height = 0;
  for (std::size_t i = 0; i < columns; ++i)
    height = std::max<std::size_t>(height, wrapped(layout, cells[i], i).lines);
  const auto line_of = [&](std::size_t line, std::size_t column) {
    const Wrapped& cell = wrapped_[cells[column]];
    return line < cell.lines ? &lines_[cell.first + line] : nullptr;
  };
  print_lines(layout, height, line_of, out);
}

// The lines of a cell within its column; they are found once, however often the cell occurs. Only where it
// occurs in columns of different widths they are found again.
const TextRows::Wrapped& TextRows::wrapped(const TextLayout& layout, Sheet::CellIndex cell,
                                           std::size_t column) {
  wrapped_.resize(sheet_.cell_count());
  Wrapped& known = wrapped_[cell];
  const int width = layout.widths[column];
  if (known.width == width) return known;
  known = {lines_.size(), 1, width};
  const Line& whole = sheet_.line(cell);
  const std::string_view text = sheet_.text(whole);
  if (fits(layout, cell, column) && !text.starts_with(' ')) {
    lines_.push_back(whole);
    return known;
  }
  wrap_paragraphs(text, width, lines_);
  known.lines = lines_.size() - known.first;
  for (std::size_t i = known.first; i < lines_.size(); ++i)
    lines_[i].from += whole.from, lines_[i].to += whole.from;
  return known;
}

// `line_of(line, column)` is nullptr where the cell has no more lines. The lines are put together apart,
// where there is room for all of them: a text that is made longer piece by piece is asked each time whether
// it has room.
template <class LineOf>
void TextRows::print_lines(const TextLayout& layout, std::size_t height, LineOf line_of, std::string& out) {
  const std::size_t columns = layout.widths.size();
  std::size_t room = height;  // for the ends of the lines
  for (std::size_t i = 0; i < columns; ++i)
    for (std::size_t line = 0; line < height; ++line) {
      const Line* const text = line_of(line, i);
      room += static_cast<std::size_t>(layout.widths[i] + column_gap) +
              (text == nullptr ? 0 : text->to - text->from);
    }
  if (room > together_.size()) together_.resize(2 * room);
  char* at = together_.data();
  for (std::size_t line = 0; line < height; ++line) {
    const char* const begin = at;
    int spaces = 0;
    for (std::size_t i = 0; i < columns; ++i) {
      const int width = layout.widths[i];
      const Line* const text = line_of(line, i);
      if (text == nullptr || text->to == text->from) {
        spaces += width + column_gap;
        continue;
      }
      const int padding = std::max(width - text->width, 0);
      const bool right = table_.columns[i].align == Align::right;
      at = std::fill_n(at, spaces + (right ? padding : 0), ' ');
      const std::string_view bytes = sheet_.text(*text);
      at = std::copy_n(bytes.data(), bytes.size(), at);
      spaces = (right ? 0 : padding) + column_gap;
    }
    while (at != begin && is_no_end(at[-1]))
      --at;
    *at++ = '\n';
  }
  out.append(together_.data(), static_cast<std::size_t>(at - together_.data()));
}

void TextRows::print_block(const TextLayout& layout, std::size_t index, std::string& out) const {
  const Sheet::CellIndex* headings = sheet_.row(0);
  const Sheet::CellIndex* cells = sheet_.row(index);
  for (std::size_t i = 0; i < table_.columns.size(); ++i) {
    if (sheet_.text(cells[i]).empty()) continue;
    std::string line(sheet_.text(headings[i]));
    if (!line.empty()) line += labels_.colon;
    line += sheet_.text(cells[i]);
    append_paragraph(out, line, layout.width, hanging_indent);
  }
}

}  // namespace daybook
