// The text of headings and cells, made visible and measured.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
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

  struct Text {
    std::string_view bytes;  // the cell on one line, its paragraphs joined by a paragraph_break
    int width = 0;           // of that line
    int widest = 0;          // of its paragraphs
    bool made = false;       // here; what is as the table has it contains no mark of wrap.h

    bool has_paragraphs() const { return widest != width; }
  };

  // Of the headings. Refers to the table's texts.
  explicit Sheet(const Table& table);
  explicit Sheet(Table&& table) = delete;
  Sheet(Sheet&&) noexcept = default;
  Sheet& operator=(Sheet&&) noexcept = default;
  // Adds `count` rows from `first` on. Their makers stay with the sheet.
  void add_rows(RowReader& rows, std::size_t first, std::size_t count);
  // Forgets the rows, but not what their columns hold, nor what occurs again.
  void clear_rows();

  std::size_t row_count() const { return columns_ == 0 ? 0 : rows_.size() / columns_ - 1; }
  // Headings are row 0; the rows follow in order. Returns one cell for each column; cells that share their
  // runs are one.
  const CellIndex* row(std::size_t index) const { return rows_.data() + index * columns_; }
  const Text& text(CellIndex cell) const {
    return is_shared(cell) ? shared_texts_[shared_number(cell)] : texts_[cell];
  }
  // What occurs again has a number of its own, from 0 up to shared_count().
  static bool is_shared(CellIndex cell) { return cell >= first_shared; }
  static std::size_t shared_number(CellIndex cell) { return cell - first_shared; }
  std::size_t shared_count() const { return shared_texts_.size(); }
  const std::vector<Content>& contents() const { return contents_; }

 private:
  // What texts refer to, as long as they do.
  struct Kept {
    std::deque<std::string> made;
    std::vector<Runs> runs;  // of made rows
  };

  CellIndex add_cell(const Cell& cell, bool made_row);
  static void make_text(const Runs& runs, Text& text, std::string& line);

  std::size_t columns_ = 0;
  static constexpr CellIndex first_shared = CellIndex{1} << 31;
  std::vector<Text> texts_;         // by cell: the headings, then the rows' own
  std::vector<Text> shared_texts_;  // by number
  std::deque<std::string> headings_;
  Kept kept_;
  Kept kept_shared_;
  std::vector<std::shared_ptr<RowMaker>> makers_;  // of the texts
  std::vector<CellIndex> rows_;
  std::vector<Content> contents_;
  boost::unordered_flat_map<const void*, CellIndex> shared_;  // by the identity of the runs
};

// All rows of a table, or of one with very many about a thousand, spread evenly: enough to see how wide its
// columns should be.
Sheet sample_of(const Table& table);

}  // namespace daybook
