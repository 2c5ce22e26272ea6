#include "text_rows.h"

#include <algorithm>

#include "columns.h"

namespace daybook {

namespace {

// On a very narrow terminal even the space of a mark can come to stand at the end of a line.
void end_line(std::string& out) {
  while (out.ends_with(' ') || out.ends_with(glue_space))
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

void TextRows::print(const TextLayout& layout, bool first, std::string& out) {
  const std::size_t before = out.size();
  for (std::size_t index = 1; index <= rows_; ++index) {
    if (!first && layout.spaced) out += '\n';
    first = false;
    layout.widths.empty() ? print_block(layout, index, out) : print_columns(layout, index, out);
    if (is_sample(index, rows_)) {
      out.reserve(before + (out.size() - before) * (sample_share + 1));
      reserve_as_sampled(lines_);
    }
  }
}

void TextRows::print_columns(const TextLayout& layout, std::size_t index, std::string& out) {
  const Sheet::CellIndex* cells = sheet_.row(index);
  const std::size_t columns = layout.widths.size();
  if (layout.width == 0 || fits(layout, cells)) {
    print_line(layout, [&](std::size_t column) { return &sheet_.line(cells[column]); }, out);
    return;
  }
  std::size_t height = 0;
  for (std::size_t i = 0; i < columns; ++i)
    height = std::max<std::size_t>(height, wrapped(layout, cells[i], i).lines);
  for (std::size_t line = 0; line < height; ++line)
    print_line(
        layout,
        [&](std::size_t column) {
          const Wrapped& cell = wrapped_[cells[column]];
          return line < cell.lines ? &lines_[cell.first + line] : nullptr;
        },
        out);
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

// `line_of(column)` is nullptr where the cell has no more lines.
template <class LineOf>
void TextRows::print_line(const TextLayout& layout, LineOf line_of, std::string& out) const {
  int spaces = 0;
  for (std::size_t i = 0; i < layout.widths.size(); ++i) {
    const int width = layout.widths[i];
    const Line* const line = line_of(i);
    if (line == nullptr || line->to == line->from) {
      spaces += width + column_gap;
      continue;
    }
    const int padding = std::max(width - line->width, 0);
    const bool right = table_.columns[i].align == Align::right;
    if (right) spaces += padding;
    out.append(static_cast<std::size_t>(spaces), ' ');
    out += sheet_.text(*line);
    spaces = (right ? 0 : padding) + column_gap;
  }
  end_line(out);
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
