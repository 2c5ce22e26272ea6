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

Sheet::CellIndex Sheet::add_line(std::size_t from, int width, int widest) {
  lines_.push_back({from, text_.size(), width});
  widest_.push_back(widest);
  return cell_count() - 1;
}

Sheet::CellIndex Sheet::add_cell(const Cell& cell) {
  const bool shared = cell.runs.empty() || cell.runs.shared();
  if (shared)
    if (const auto known = shared_.find(cell.runs.identity()); known != shared_.end()) return known->second;
  const std::size_t from_byte = text_.size();
  int width = 0;
  int paragraph = 0;
  int widest = 0;
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
  const CellIndex index = add_line(from_byte, width, widest);
  if (shared) shared_.emplace(cell.runs.identity(), index);
  return index;
}

Sheet::Sheet(const Table& table) : columns_(table.columns.size()), contents_(columns_) {
  rows_.reserve((count_rows(table) + 1) * columns_);
  add_headings(table);
  for (const Section& section : table.sections)
    add_rows(section.rows);
}

Sheet::Sheet(const Table& table, std::span<const Row> rows)
    : columns_(table.columns.size()), contents_(columns_) {
  rows_.reserve((rows.size() + 1) * columns_);
  add_headings(table);
  add_rows(rows);
}

void Sheet::add_headings(const Table& table) {
  for (std::size_t i = 0; i < columns_; ++i) {
    const std::size_t from = text_.size();
    const int width = append_marked(text_, full_heading(table, i), table.columns[i].mark);
    rows_.push_back(add_line(from, width, width));
    contents_[i].add_heading(width);
  }
}

void Sheet::add_rows(std::span<const Row> rows) {
  const Cell none;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    const Row& row = rows[at];
    for (std::size_t i = 0; i < columns_; ++i) {
      rows_.push_back(add_cell(i < row.cells.size() ? row.cells[i] : none));
      contents_[i].add_cell(widest_[rows_.back()]);
    }
    if (is_sample(at + 1, rows.size())) {
      reserve_as_sampled(text_);
      reserve_as_sampled(lines_);
      reserve_as_sampled(widest_);
    }
  }
}

}  // namespace daybook
