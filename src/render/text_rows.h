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

// Objects of one table may be used side by side: each has a sheet of its own.
class TextRows {
 public:
  // The table and the rows must live as long as it does.
  TextRows(const Table& table, std::span<const Row> rows);

  const std::vector<Content>& contents() const { return sheet_.contents(); }
  // How many rows, but no more than `most`, fill more than a line each.
  std::size_t wrapping(const TextLayout& layout, std::size_t most) const;

  void print_headings(const TextLayout& layout, std::string& out);
  // `first`: nothing stands above the rows that they are to be kept apart from. `times`: as many rows as
  // these, so often, will come to stand in `out`.
  void print(const TextLayout& layout, bool first, std::size_t times, std::string& out);

 private:
  // The lines that a cell is wrapped into. 16 bytes, none of them unused, so that it is answered in
  // registers.
  struct Wrapped {
    std::uint32_t first = 0;
    std::uint32_t lines = 0;
    int width = -1;            // of the column that they are for
    std::uint32_t shared = 0;  // 1: they are among those that are kept
  };

  bool fits(const TextLayout& layout, const Sheet::CellIndex* cells) const;
  void print_columns(const TextLayout& layout, std::size_t index, std::string& out);
  void print_block(const TextLayout& layout, std::size_t index, std::string& out) const;
  Wrapped wrapped(const Sheet::Text& text, int width);
  static Wrapped append_lines(const Sheet::Text& text, int width, std::vector<Line>& lines);

  const Table& table_;
  Labels labels_;
  std::size_t rows_;
  Sheet sheet_;
  std::vector<Wrapped> wrapped_;  // by number of what is shared
  std::vector<Line> shared_lines_;
  std::vector<Wrapped> row_;  // by column, of the row that is being printed
  std::vector<Line> row_lines_;
  std::string together_;  // where the lines of a row are put together
};

}  // namespace daybook
