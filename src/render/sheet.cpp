#include "sheet.h"

#include <algorithm>

#include "daybook/base/visible.h"

namespace daybook {

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

Sheet::CellIndex Sheet::add_cell(const Cell& cell, bool made_row) {
  const Runs& runs = cell.runs;
  const bool shared = runs.empty() || runs.shared();
  if (shared)
    if (const auto known = shared_.find(runs.identity()); known != shared_.end()) return known->second;
  std::vector<Text>& texts = shared ? shared_texts_ : texts_;
  Kept& kept = shared ? kept_shared_ : kept_;
  const auto index = static_cast<CellIndex>(texts.size()) + (shared ? first_shared : 0);
  Text& text = texts.emplace_back();
  const bool plain = runs.size() == 1 && runs[0].mark.empty() && runs[0].edit == Edit::none;
  if (const Measure whole = plain ? measure(runs[0].text) : Measure{0, false}; whole.clean) {
    text.bytes = runs[0].text;
    text.width = text.widest = whole.width;
  } else {
    make_text(runs, text, kept.made.emplace_back());
  }
  if (made_row && runs.keeps()) kept.runs.push_back(runs);
  if (shared) shared_.emplace(runs.identity(), index);
  return index;
}

void Sheet::make_text(const Runs& runs, Text& made, std::string& line) {
  int paragraph = 0;
  for (const Run& run : runs) {
    const std::string edited = run.edit == Edit::none ? std::string() : signed_text(run);
    const std::string_view text = run.edit == Edit::none ? run.text : edited;
    for (std::size_t from = 0;;) {
      const std::size_t end = std::min(text.find('\n', from), text.size());
      const bool last = end == text.size();
      const int added = append_marked(line, text.substr(from, end - from), last ? run.mark : "");
      made.width += added;
      paragraph += added;
      made.widest = std::max(made.widest, paragraph);
      if (last) break;
      line += paragraph_break;
      ++made.width;
      paragraph = 0;
      from = end + 1;
    }
  }
  made.bytes = line;
  made.made = true;
}

Sheet::Sheet(const Table& table) : columns_(table.columns.size()), contents_(columns_) {
  for (std::size_t i = 0; i < columns_; ++i) {
    std::string& heading = headings_.emplace_back();
    const int width = append_marked(heading, full_heading(table, i), table.columns[i].mark);
    rows_.push_back(static_cast<CellIndex>(texts_.size()));
    texts_.push_back({heading, width, width, true});
    contents_[i].add_heading(width);
  }
}

void Sheet::add_rows(RowReader& rows, std::size_t first, std::size_t count) {
  const Cell none;
  const bool made = rows.maker() != nullptr;
  if (made && (makers_.empty() || makers_.back() != rows.maker())) makers_.push_back(rows.maker());
  for (std::size_t row = first; row < first + count; ++row) {
    const std::vector<Cell>& cells = rows.row(row).cells;
    for (std::size_t i = 0; i < columns_; ++i) {
      rows_.push_back(add_cell(i < cells.size() ? cells[i] : none, made));
      contents_[i].add_cell(text(rows_.back()).widest);
    }
  }
}

void Sheet::clear_rows() {
  rows_.resize(columns_);
  texts_.resize(columns_);
  kept_.made.clear();
  kept_.runs.clear();
}

Sheet sample_of(const Table& table) {
  constexpr std::size_t most = 1'024;
  constexpr std::size_t stretch = 32;  // rows
  std::size_t all = 0;
  for (const Section& section : table.sections)
    all += section.size();
  const std::size_t step = std::max(stretch, all * stretch / most);
  Sheet sheet(table);
  for (const Section& section : table.sections) {
    RowReader rows(section, stretch);
    for (std::size_t first = 0; first < section.size(); first += step)
      sheet.add_rows(rows, first, std::min(stretch, section.size() - first));
  }
  return sheet;
}

}  // namespace daybook
