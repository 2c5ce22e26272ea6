// Rows of one section as text, in columns or, where those would be too narrow, each as a block of lines.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/table/table.h"

#include "labels.h"
#include "sheet.h"
#include "wrap.h"

namespace daybook {

// One paragraph, whose lines after the first are indented. A width of 0 does not wrap.
void append_paragraph(std::string& out, std::string_view marked, int width, int indent);

inline constexpr int hanging_indent = 2;

// What all rows of a table are printed by.
struct TextLayout {
  int width = 0;            // of the page; 0 = each row on one line
  std::vector<int> widths;  // of the columns; empty when each row is a block
  bool spaced = false;      // an empty line between two rows
};

// How many rows, but no more than `most`, fill more than a line each.
std::size_t rows_that_wrap(const Sheet& sheet, const TextLayout& layout, std::size_t most);

// Prints the rows of a section.
class TextRows {
 public:
  // All three must live as long as it does.
  TextRows(const Table& table, const Section& section, const TextLayout& layout);

  void print_headings(std::string& out) { print_cells(sheet_.row(0), out); }
  // Quick for rows in their order.
  void print(std::size_t row, std::string& out);

 private:
  // The lines that a cell is wrapped into. 16 bytes, none of them unused, so that it is answered in
  // registers.
  struct Wrapped {
    std::uint32_t first = 0;
    std::uint32_t lines = 0;
    int width = -1;            // of the column that they are for
    std::uint32_t shared = 0;  // 1: they are among those that are kept
  };

  // A cell of the row that is being printed.
  struct InColumn {
    const char* text = nullptr;
    const Line* lines = nullptr;
    Wrapped wrapped = {};
    int width = 0;  // of the column
    bool right = false;
    bool made = false;  // see Sheet::Text
  };

  void print_cells(const Sheet::CellIndex* cells, std::string& out);
  void print_columns(const Sheet::CellIndex* cells, std::string& out);
  void print_block(const Sheet::CellIndex* cells, std::string& out) const;
  Wrapped wrapped(Sheet::CellIndex cell, int width);
  static Wrapped append_lines(const Sheet::Text& text, int width, std::vector<Line>& lines);

  const Table& table_;
  const Section& section_;
  const TextLayout& layout_;
  RowReader reader_;
  Sheet sheet_;            // of some rows
  std::size_t first_ = 0;  // of them
  Labels labels_;
  std::vector<Wrapped> wrapped_;  // by number of what occurs again, as far as it was printed
  std::vector<Line> shared_lines_;
  std::vector<InColumn> row_;
  std::vector<Line> row_lines_;
  std::string together_;  // where the lines of a row are put together
};

}  // namespace daybook
