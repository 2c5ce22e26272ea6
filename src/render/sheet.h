// The text of every heading and cell of a table, made visible and measured once, in one piece of memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "daybook/table/table.h"

#include "columns.h"
#include "wrap.h"

namespace daybook {

// Appends `text` as one visible line (white space becomes a space) and returns its width.
int append_visible_line(std::string& out, std::string_view text);

// The text and, after a space that is never broken, its mark.
int append_marked(std::string& out, std::string_view text, std::string_view mark);

// When a sixteenth of many rows has been taken in, what grows with them is given room for the rest at once:
// rows are much alike, and to make a long text longer by doubling copies it and asks for twice the memory.
constexpr std::size_t sample_share = 16;
constexpr bool is_sample(std::size_t done, std::size_t rows) {
  return done >= 100 && done == rows / sample_share;
}
template <class Growing>
void reserve_as_sampled(Growing& growing) {
  growing.reserve(growing.size() * (sample_share + 1));
}

class Sheet {
 public:
  using CellIndex = std::uint32_t;

  // Of the headings and all rows, or of the headings and some rows of one section.
  explicit Sheet(const Table& table);
  Sheet(const Table& table, std::span<const Row> rows);

  // Headings are row 0; the rows follow in order. Returns one cell for each column; cells
  // that share their runs are one.
  const CellIndex* row(std::size_t index) const { return rows_.data() + index * columns_; }
  CellIndex cell_count() const { return static_cast<CellIndex>(lines_.size()); }
  // The cell on one line, its paragraphs joined by a paragraph_break.
  const Line& line(CellIndex cell) const { return lines_[cell]; }
  bool has_paragraphs(CellIndex cell) const { return widest_[cell] != lines_[cell].width; }
  std::string_view text(const Line& line) const {
    return std::string_view(text_).substr(line.from, line.to - line.from);
  }
  std::string_view text(CellIndex cell) const { return text(lines_[cell]); }
  const std::vector<Content>& contents() const { return contents_; }

 private:
  void add_headings(const Table& table);
  void add_rows(std::span<const Row> rows);
  CellIndex add_cell(const Cell& cell);
  CellIndex add_line(std::size_t from, int width, int widest);

  std::size_t columns_;
  std::string text_;
  std::vector<Line> lines_;  // by cell
  std::vector<int> widest_;  // by cell: the width of its widest paragraph
  std::vector<CellIndex> rows_;
  std::vector<Content> contents_;
  boost::unordered_flat_map<const void*, CellIndex> shared_;  // by the identity of the runs
};

}  // namespace daybook
