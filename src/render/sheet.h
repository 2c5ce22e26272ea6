// The text of every heading and cell of a table, made visible and measured once, in one piece of memory.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

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
  explicit Sheet(const Table& table);

  // Headings are row 0; the rows of all sections follow in order. Returns one line for each column.
  const Line* row(std::size_t index) const { return cells_.data() + index * columns_; }
  std::string_view text(const Line& line) const {
    return std::string_view(text_).substr(line.from, line.to - line.from);
  }
  const std::vector<Content>& contents() const { return contents_; }

 private:
  // Appends it and answers its width on one line; `widest` becomes that of its widest paragraph.
  int append_cell(const Cell& cell, int& widest);

  std::size_t columns_;
  std::string text_;
  std::vector<Line> cells_;
  std::vector<Content> contents_;
};

}  // namespace daybook
