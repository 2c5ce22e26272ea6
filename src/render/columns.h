// How wide the columns of a table stand on a terminal.
#pragma once

#include <cstdint>
#include <vector>

namespace daybook {

inline constexpr int column_gap = 2;  // columns of the terminal between two columns of the table

// What a column holds, in columns of the terminal.
struct Content {
  int widest = 0;            // of cells and heading
  std::int64_t total = 0;    // sum over the cells
  std::int64_t squares = 0;  // sum of the squares

  void add_cell(int width);
  void add_heading(int width);
  void add(const Content& other);  // of other rows of the column
};

// A width for each column that sums, with the gaps, to `width` at most. Columns that are no wider than an
// even share keep what they need; the others divide the rest by the length of their usual text. Empty when
// the columns would come out too narrow to be read.
std::vector<int> fit_columns(const std::vector<Content>& contents, int width);

}  // namespace daybook
