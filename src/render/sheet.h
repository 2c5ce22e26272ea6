// The text of every heading and cell of a table, made visible and measured once, in one piece of memory.
#pragma once

#include <cstddef>
#include <cstdint>
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

class Sheet {
 public:
  using CellIndex = std::uint32_t;

  explicit Sheet(const Table& table);

  // Headings are row 0; the rows of all sections follow in order. Returns one cell for each column; cells
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
