#include "sheet.h"

#include <algorithm>

#include "visible.h"

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

Sheet::Sheet(const Table& table) : columns_(table.columns.size()), contents_(columns_) {
  text_.reserve(count_bytes(table));
  cells_.reserve((count_rows(table) + 1) * columns_);
  for (std::size_t i = 0; i < columns_; ++i) {
    const std::size_t from = text_.size();
    const int width = append_marked(text_, table.columns[i].heading, table.columns[i].mark);
    cells_.push_back({from, text_.size(), width});
    contents_[i].add_heading(width);
  }
  for (const Section& section : table.sections) {
    for (const Row& row : section.rows) {
      for (std::size_t i = 0; i < columns_; ++i) {
        const std::size_t from = text_.size();
        int width = 0;
        if (i < row.cells.size())
          for (const Run& run : row.cells[i].runs)
            width += run.edit == Edit::none ? append_marked(text_, run.text, run.mark)
                                            : append_marked(text_, signed_text(run), run.mark);
        cells_.push_back({from, text_.size(), width});
        contents_[i].add_cell(width);
      }
    }
  }
}

}  // namespace daybook
