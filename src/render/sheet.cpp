#include "sheet.h"

#include <algorithm>

#include "daybook/base/visible.h"

namespace daybook {

namespace {

std::size_t count_rows(const Table& table) {
  std::size_t rows = 0;
  for (const Section& section : table.sections)
    rows += section.rows.size();
  return rows;
}

std::size_t count_bytes(const Table& table) {
  std::size_t bytes = 0;
  for (const Section& section : table.sections)
    for (const Row& row : section.rows)
      for (const Cell& cell : row.cells)
        for (const Run& run : cell.runs)
          bytes += run.text.size() + 1 + run.mark.size();
  return bytes;
}

}  // namespace

int append_visible_line(std::string& out, std::string_view text) {
  const Measure whole = measure(text);
  if (whole.clean) {
    out += text;
    return whole.width;
  }
  std::string shown = visible(text);
  std::replace(shown.begin(), shown.end(), '\n', ' ');
  std::replace(shown.begin(), shown.end(), '\t', ' ');
  out += shown;
  return measure(shown).width;
}

int append_marked(std::string& out, std::string_view text, std::string_view mark) {
  const int width = append_visible_line(out, text);
  if (mark.empty()) return width;
  out += glue_space;
  return width + 1 + append_visible_line(out, mark);
}

int Sheet::append_cell(const Cell& cell, int& widest) {
  int width = 0;
  int paragraph = 0;
  for (const Run& run : cell.runs) {
    const std::string edited = run.edit == Edit::none ? std::string() : signed_text(run);
    const std::string_view text = run.edit == Edit::none ? std::string_view(run.text) : edited;
    for (std::size_t from = 0;;) {
      const std::size_t end = std::min(text.find('\n', from), text.size());
      const bool last = end == text.size();
      const int added = append_marked(text_, text.substr(from, end - from), last ? run.mark : "");
      width += added;
      paragraph += added;
      widest = std::max(widest, paragraph);
      if (last) break;
      text_ += paragraph_break;
      ++width;
      paragraph = 0;
      from = end + 1;
    }
  }
  return width;
}

Sheet::Sheet(const Table& table) : columns_(table.columns.size()), contents_(columns_) {
  text_.reserve(count_bytes(table));
  cells_.reserve((count_rows(table) + 1) * columns_);
  for (std::size_t i = 0; i < columns_; ++i) {
    const std::size_t from = text_.size();
    const int width = append_marked(text_, full_heading(table, i), table.columns[i].mark);
    cells_.push_back({from, text_.size(), width});
    contents_[i].add_heading(width);
  }
  for (const Section& section : table.sections) {
    for (const Row& row : section.rows) {
      for (std::size_t i = 0; i < columns_; ++i) {
        const std::size_t from = text_.size();
        int widest = 0;
        const int width = i < row.cells.size() ? append_cell(row.cells[i], widest) : 0;
        cells_.push_back({from, text_.size(), width});
        contents_[i].add_cell(widest);
      }
    }
  }
}

}  // namespace daybook
