// What every projection ends in and all that a renderer knows: a plain value.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace daybook {

enum class Edit { none, removed, added };  // of a text that is compared with another

// A piece of a cell's text, followed by a footnote mark or none. A cell `美洲反恐委/美洲组织、裁军事务厅
// d/联合国利马区域中心` is two runs: one that ends in the mark d, and the rest. The texts are kept by others:
// by the Runs that it is part of.
struct Run {
  std::string_view text;
  std::string_view mark;  // one letter, raised in print; empty = none
  Edit edit = Edit::none;
  friend bool operator==(const Run&, const Run&) = default;
};

// They never change once they are made, so cells that say the same can share them: in a long list most do.
class Runs {
 public:
  Runs() = default;
  // Keeps a copy of the texts.
  Runs(const std::vector<Run>& runs);
  Runs(std::initializer_list<Run> runs) : Runs(std::vector<Run>(runs)) {}
  explicit Runs(std::string text);
  // Refers to what is kept elsewhere, until the last copy of this is gone.
  static Runs referring(const Run& run) { return {{std::shared_ptr<const Run>(), &run}, 1, false}; }
  Runs referring() const { return {{std::shared_ptr<const Run>(), begin()}, size_, true}; }

  const Run* begin() const { return runs_.get(); }
  const Run* end() const { return begin() + size_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const Run& operator[](std::size_t i) const { return begin()[i]; }
  // Whether it has a part in keeping its texts.
  bool keeps() const { return runs_.use_count() > 0; }
  // Equal for those that are shared; nullptr where there are none.
  const void* identity() const { return runs_.get(); }
  bool shared() const { return shared_ || runs_.use_count() > 1; }
  friend bool operator==(const Runs& a, const Runs& b) {
    return a.runs_ == b.runs_ || std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  Runs(std::shared_ptr<const Run> runs, std::uint32_t size, bool shared)
      : runs_(std::move(runs)), size_(size), shared_(shared) {}

  std::shared_ptr<const Run> runs_;  // the first of them
  std::uint32_t size_ = 0;
  bool shared_ = false;  // though it keeps nothing
};

struct Cell {
  Runs runs;
  friend bool operator==(const Cell&, const Cell&) = default;
};

inline Cell plain_cell(std::string text) {
  return text.empty() ? Cell{} : Cell{Runs(std::move(text))};
}

// The run's text; what was removed stands in [-…-], what was added in {+…+}.
std::string signed_text(const Run& run);

// The cell as one line of text: a mark is a letter after a space.
std::string plain_text(const Cell& cell);

enum class Align { left, right };

struct Column {
  std::string heading;
  std::string mark;  // footnote letter on the heading
  Align align = Align::left;
  std::string group = {};  // head over this column and its neighbours of the same group
  bool whole = false;      // its cells are ids, to be copied: none is broken into lines
};

struct Row {
  std::string id;           // of the activity, or the stream of what else the row is about; empty in a count
  std::vector<Cell> cells;  // one a column; those that are missing at the end are empty. A line feed in
                            // a run begins a paragraph
};

// So many are worth a thread of their own, to whoever makes or prints them.
inline constexpr std::size_t rows_worth_a_thread = 2'000;

// Makes the rows of a long list when they are wanted. One thread at a time.
class RowMaker {
 public:
  virtual ~RowMaker() = default;
  // Makes row `first` and those that follow it over what `rows` hold. Their texts stay until the next call;
  // of cells that say they are shared, as long as the maker does.
  virtual void make(std::size_t first, std::span<Row> rows) = 0;
};

// Rows of a list that need never stand in memory as a whole. They have no ids.
struct MadeRows {
  std::size_t size = 0;
  std::function<std::shared_ptr<RowMaker>()> maker;  // one for whoever calls it, on any thread
};

struct Section {
  std::string heading;  // empty where the table has no sections
  std::string mark;
  std::vector<Row> rows;
  MadeRows made = {};                   // in place of `rows`
  std::shared_ptr<RowMaker> kept = {};  // who made `rows`, if they were made

  std::size_t size() const { return rows.size() + made.size; }
  // Has all rows stand in memory.
  void make_rows();
};

// The rows of a section one after another, there or made. One thread at a time; the section must outlive it.
class RowReader {
 public:
  static constexpr std::size_t rows_together = 128;

  // `together`: how many are made at a time, of those that are asked for next.
  explicit RowReader(const Section& section, std::size_t together = rows_together);
  // The row stays until the next call; see RowMaker for its texts. Quick for rows in their order.
  const Row& row(std::size_t index) {
    if (!maker_) return section_->rows[index];
    if (index - first_ >= made_.size()) make(index);
    return made_[index - first_];
  }
  // None where the rows are there.
  const std::shared_ptr<RowMaker>& maker() const { return maker_; }

 private:
  void make(std::size_t first);

  const Section* section_;
  std::size_t together_;
  std::shared_ptr<RowMaker> maker_;
  std::vector<Row> made_;
  std::size_t first_ = 0;
};

struct Footnote {
  std::string mark;
  std::string text;
};

struct Table {
  std::string annex;    // "xviii" for an annex; empty otherwise
  std::string edition;  // document symbol where an edition is reproduced; empty where the table is rebuilt
  std::string language = "zh";
  std::string title;
  std::vector<Column> columns;  // no heads are printed where all headings are empty
  std::vector<Section> sections;
  std::vector<Footnote> footnotes;
  std::string abbreviations;
  std::vector<std::string> notes;  // remarks of the program, printed under everything else
  std::vector<Table> tables;       // further ones, printed after it: the summaries of annex IV
};

// Whether the table prints heads.
bool prints_heads(const Table& table);
// The heading with that of its group before it, for formats with one line of heads; a group over columns
// without a heading of their own stands once.
std::string full_heading(const Table& table, std::size_t column);

// A tree of plain data for the JSON of answers that are no annex (lists, counts). Members keep their order.
struct Member;
struct Value;

// A list of objects that are made when they are printed, for one that is long: it never stands in memory as a
// whole.
struct MadeList {
  std::size_t size = 0;
  std::function<Value(std::size_t)> object;  // by index; on any thread, and on several at a time
};

struct Value {
  using List = std::vector<Value>;
  using Object = std::vector<Member>;
  std::variant<std::string, std::int64_t, List, Object, MadeList, std::monostate> data;  // the last is null
};

struct Member {
  std::string name;
  Value value;
};

}  // namespace daybook
