#include "sheet.h"

#include <algorithm>

#include "daybook/base/large_pages.h"
#include "daybook/base/visible.h"

namespace daybook {

namespace {

std::size_t count_rows(const Table& table) {
  std::size_t rows = 0;
  for (const Section& section : table.sections)
    rows += section.size();
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

Sheet::CellIndex Sheet::add_cell(const Cell& cell, bool made_row) {
  const Runs& runs = cell.runs;
  const bool shared = runs.empty() || runs.shared();
  if (shared)
    if (const auto known = shared_.find(runs.identity()); known != shared_.end()) return known->second;
  std::vector<Text>& texts = shared ? shared_texts_ : texts_;
  const auto index = static_cast<CellIndex>(texts.size()) + (shared ? first_shared : 0);
  Text& text = texts.emplace_back();
  const bool plain = runs.size() == 1 && runs[0].mark.empty() && runs[0].edit == Edit::none;
  if (const Measure whole = plain ? measure(runs[0].text) : Measure{0, false}; whole.clean) {
    text.bytes = runs[0].text;
    text.width = text.widest = whole.width;
  } else {
    make_text(runs, text);
  }
  if (made_row && runs.keeps()) kept_.push_back(runs);
  if (shared) shared_.emplace(runs.identity(), index);
  return index;
}

void Sheet::make_text(const Runs& runs, Text& made) {
  std::string& line = made_.emplace_back();
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

Sheet::Sheet(const Table& table) : Sheet(table, count_rows(table)) {
  for (const Section& section : table.sections) {
    RowReader reader(section);
    add_rows(reader, 0, section.size());
  }
}

Sheet::Sheet(const Table& table, std::size_t room)
    : columns_(table.columns.size()), room_(room), contents_(columns_) {
  rows_.reserve((room + 1) * columns_);
  for (std::size_t i = 0; i < columns_; ++i) {
    std::string& heading = made_.emplace_back();
    const int width = append_marked(heading, full_heading(table, i), table.columns[i].mark);
    rows_.push_back(static_cast<CellIndex>(texts_.size()));
    texts_.push_back({heading, width, width, true});
    contents_[i].add_heading(width);
  }
}

// When a sixteenth of many rows has been taken in, there is made room for the texts of the rest, which are
// much alike.
void Sheet::add_rows(RowReader& rows, std::size_t first, std::size_t count) {
  constexpr std::size_t sample_share = 16;
  const std::size_t sample = std::max<std::size_t>(room_ / sample_share, 100);
  const Cell none;
  const bool made = rows.maker() != nullptr;
  if (made && (makers_.empty() || makers_.back() != rows.maker())) makers_.push_back(rows.maker());
  const std::size_t before = row_count();
  for (std::size_t done = 0; done < count; ++done) {
    if (before + done == sample) reserve_large(texts_, texts_.size() * (sample_share + 1));
    const std::vector<Cell>& cells = rows.row(first + done).cells;
    for (std::size_t i = 0; i < columns_; ++i) {
      rows_.push_back(add_cell(i < cells.size() ? cells[i] : none, made));
      contents_[i].add_cell(text(rows_.back()).widest);
    }
  }
}

}  // namespace daybook
