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

Sheet::CellIndex Sheet::add_text(const Text& text) {
  texts_.push_back(text);
  return static_cast<CellIndex>(texts_.size() - 1);
}

Sheet::CellIndex Sheet::add_cell(const Cell& cell, bool made_row) {
  const Runs& runs = cell.runs;
  const bool shared = runs.empty() || runs.shared();
  if (shared)
    if (const auto known = shared_.find(runs.identity()); known != shared_.end()) return known->second;
  CellIndex index = 0;
  const bool plain = runs.size() == 1 && runs[0].mark.empty() && runs[0].edit == Edit::none;
  if (const Measure whole = plain ? measure(runs[0].text) : Measure{0, false}; whole.clean)
    index = add_text({runs[0].text, whole.width, whole.width, false, 0});
  else
    index = add_text(made_of(runs));
  if (made_row && runs.keeps()) kept_.push_back(runs);
  if (shared) {
    shared_.emplace(runs.identity(), index);
    texts_.back().shared = shared_count();
  }
  return index;
}

Sheet::Text Sheet::made_of(const Runs& runs) {
  std::string& line = made_.emplace_back();
  int width = 0;
  int paragraph = 0;
  int widest = 0;
  for (const Run& run : runs) {
    const std::string edited = run.edit == Edit::none ? std::string() : signed_text(run);
    const std::string_view text = run.edit == Edit::none ? run.text : edited;
    for (std::size_t from = 0;;) {
      const std::size_t end = std::min(text.find('\n', from), text.size());
      const bool last = end == text.size();
      const int added = append_marked(line, text.substr(from, end - from), last ? run.mark : "");
      width += added;
      paragraph += added;
      widest = std::max(widest, paragraph);
      if (last) break;
      line += paragraph_break;
      ++width;
      paragraph = 0;
      from = end + 1;
    }
  }
  return {line, width, widest, true, 0};
}

Sheet::Sheet(const Table& table) : columns_(table.columns.size()), contents_(columns_) {
  rows_.reserve((count_rows(table) + 1) * columns_);
  add_headings(table);
  for (const Section& section : table.sections)
    add_rows(section, 0, section.size());
}

Sheet::Sheet(const Table& table, const Section& section, std::size_t first, std::size_t count)
    : columns_(table.columns.size()), contents_(columns_) {
  rows_.reserve((count + 1) * columns_);
  add_headings(table);
  add_rows(section, first, count);
}

void Sheet::add_headings(const Table& table) {
  for (std::size_t i = 0; i < columns_; ++i) {
    std::string& heading = made_.emplace_back();
    const int width = append_marked(heading, full_heading(table, i), table.columns[i].mark);
    rows_.push_back(add_text({heading, width, width, true, 0}));
    contents_[i].add_heading(width);
  }
}

// When a sixteenth of many rows has been taken in, there is made room for the texts of the rest, which are
// much alike.
void Sheet::add_rows(const Section& section, std::size_t first, std::size_t count) {
  constexpr std::size_t sample_share = 16;
  const std::size_t sample = std::max<std::size_t>(count / sample_share, 100);
  const Cell none;
  RowReader reader(section);
  const bool made = reader.maker() != nullptr;
  if (made) makers_.push_back(reader.maker());
  for (std::size_t done = 0; done < count; ++done) {
    if (done == sample) reserve_large(texts_, texts_.size() * (sample_share + 1));
    const std::vector<Cell>& cells = reader.row(first + done).cells;
    for (std::size_t i = 0; i < columns_; ++i) {
      rows_.push_back(add_cell(i < cells.size() ? cells[i] : none, made));
      contents_[i].add_cell(texts_[rows_.back()].widest);
    }
  }
}

}  // namespace daybook
