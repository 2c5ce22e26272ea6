#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "daybook/render/render.h"

#include "columns.h"
#include "labels.h"
#include "sheet.h"
#include "wrap.h"

namespace daybook {

namespace {

// Without a terminal's width a column is as wide as its longest cell, but one cell of thousands of characters
// must not fill every other row with that many spaces: past this its row alone runs on.
constexpr int unwrapped_width_max = 100;
constexpr int hanging_indent = 2;

// On a very narrow terminal even the space of a mark can come to stand at the end of a line.
void end_line(std::string& out) {
  while (out.ends_with(' ') || out.ends_with(glue_space))
    out.pop_back();
  out += '\n';
}

// One paragraph, whose lines after the first are indented.
void append_paragraph(std::string& out, std::string_view marked, int width, int indent) {
  if (width == 0) {
    out += marked;
    end_line(out);
    return;
  }
  if (width < 2 * indent + 2) indent = 0;
  std::vector<Line> lines;
  // The first line may be longer by the indent; wrapping it apart keeps the rest even.
  wrap(marked, width, lines);
  if (lines.size() > 1 && indent > 0) {
    const std::size_t from = lines[1].from;
    lines.resize(1);
    wrap(marked.substr(from), width - indent, lines);
    for (std::size_t i = 1; i < lines.size(); ++i)
      lines[i].from += from, lines[i].to += from;
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) out.append(static_cast<std::size_t>(indent), ' ');
    out += marked.substr(lines[i].from, lines[i].to - lines[i].from);
    end_line(out);
  }
}

void append_plain_paragraph(std::string& out, std::string_view text, int width) {
  std::string line;
  append_visible_line(line, text);
  append_paragraph(out, line, width, 0);
}

// The lines that a cell is wrapped into.
struct Wrapped {
  std::size_t first = 0;
  std::size_t lines = 0;
  int width = 0;  // of the column that they are for
};

// What stands around the rows is the same whether they are printed in columns or in blocks.
class TextPrinter {
 public:
  TextPrinter(const Table& table, int width)
      : table_(table), labels_(labels_of(table)), width_(width), sheet_(table) {}

  std::string print() && {
    if (!table_.title.empty()) {
      append_plain_paragraph(out_, table_.title, width_);
      out_ += '\n';
    }
    if (!table_.columns.empty()) print_table();
    print_foot();
    for (const Table& further : table_.tables) {
      begin_part();
      out_ += TextPrinter(further, width_).print();
    }
    for (const char mark : {paragraph_break, glue_space})
      for (std::size_t at = out_.find(mark); at != std::string::npos; at = out_.find(mark, at + 1))
        out_[at] = ' ';
    return std::move(out_);
  }

 private:
  void print_table() {
    const std::vector<Content>& contents = sheet_.contents();
    if (width_ == 0) {
      for (const Content& content : contents)
        widths_.push_back(std::min(content.widest, unwrapped_width_max));
    } else {
      widths_ = fit_columns(contents, width_);
    }
    int rule = width_;
    if (!widths_.empty()) {
      rule = column_gap * static_cast<int>(widths_.size() - 1);
      for (const int width : widths_)
        rule += width;
    }
    print_rule(rule);
    if (!widths_.empty() && prints_heads(table_)) {
      print_columns(0);
      print_rule(rule);
    }
    print_sections();
    print_rule(rule);
  }

  void print_rule(int width) {
    out_.append(static_cast<std::size_t>(width), '-');
    out_ += '\n';
  }

  bool fits(Sheet::CellIndex cell, std::size_t column) const {
    return sheet_.line(cell).width <= widths_[column] && !sheet_.has_paragraphs(cell);
  }
  bool fits(const Sheet::CellIndex* cells) const {
    for (std::size_t i = 0; i < widths_.size(); ++i)
      if (!fits(cells[i], i)) return false;
    return true;
  }

  // Rows of several lines run into each other unless something stands between them; a few long names in a
  // list of short ones do not need that.
  bool many_rows_wrap() const {
    if (width_ == 0) return false;
    std::size_t rows = 0;
    std::size_t wrapping = 0;
    for (const Section& section : table_.sections)
      for (std::size_t i = 0; i < section.rows.size(); ++i)
        wrapping += fits(sheet_.row(++rows)) ? 0 : 1;
    return wrapping * 8 > rows;
  }

  void print_sections() {
    const bool spaced = widths_.empty() || many_rows_wrap();
    std::size_t index = 1;
    bool first = true;
    for (const Section& section : table_.sections) {
      if (!section.heading.empty()) {
        if (!first) out_ += '\n';
        std::string heading;
        append_marked(heading, section.heading, section.mark);
        append_paragraph(out_, heading, width_, 0);
        if (spaced) out_ += '\n';
        first = true;
      }
      for (std::size_t i = 0; i < section.rows.size(); ++i, ++index) {
        if (!first && spaced) out_ += '\n';
        first = false;
        widths_.empty() ? print_block(index) : print_columns(index);
      }
      if (section.rows.empty()) print_no_rows();
      first = false;
    }
    if (table_.sections.empty()) print_no_rows();
  }

  void print_no_rows() { append_plain_paragraph(out_, labels_.no_rows, width_); }

  void print_columns(std::size_t index) {
    const Sheet::CellIndex* cells = sheet_.row(index);
    if (width_ == 0 || fits(cells)) {
      print_line([&](std::size_t column) { return sheet_.line(cells[column]); });
      return;
    }
    std::size_t height = 0;
    for (std::size_t i = 0; i < widths_.size(); ++i)
      height = std::max<std::size_t>(height, wrapped(cells[i], i).lines);
    for (std::size_t line = 0; line < height; ++line)
      print_line([&](std::size_t column) {
        const Wrapped& cell = wrapped_[cells[column]];
        return line < cell.lines ? lines_[cell.first + line] : Line{};
      });
  }

  // The lines of a cell within its column; they are found once, however often the cell occurs. Only where it
  // occurs in columns of different widths they are found again.
  const Wrapped& wrapped(Sheet::CellIndex cell, std::size_t column) {
    wrapped_.resize(sheet_.cell_count());
    Wrapped& known = wrapped_[cell];
    if (known.width == widths_[column]) return known;
    known = {lines_.size(), 1, widths_[column]};
    const Line& whole = sheet_.line(cell);
    const std::string_view text = sheet_.text(whole);
    if (fits(cell, column) && !text.starts_with(' ')) {
      lines_.push_back(whole);
      return known;
    }
    wrap_paragraphs(text, widths_[column], lines_);
    known.lines = lines_.size() - known.first;
    for (std::size_t i = known.first; i < lines_.size(); ++i)
      lines_[i].from += whole.from, lines_[i].to += whole.from;
    return known;
  }

  template <class LineOf>
  void print_line(LineOf line_of) {
    int spaces = 0;
    for (std::size_t i = 0; i < widths_.size(); ++i) {
      const Line line = line_of(i);
      const int padding = std::max(widths_[i] - line.width, 0);
      const bool right = table_.columns[i].align == Align::right;
      if (right) spaces += padding;
      if (line.to > line.from) {
        out_.append(static_cast<std::size_t>(spaces), ' ');
        out_ += sheet_.text(line);
        spaces = 0;
      }
      if (!right) spaces += padding;
      spaces += column_gap;
    }
    end_line(out_);
  }

  void print_block(std::size_t index) {
    const Sheet::CellIndex* headings = sheet_.row(0);
    const Sheet::CellIndex* cells = sheet_.row(index);
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      if (sheet_.text(cells[i]).empty()) continue;
      std::string line(sheet_.text(headings[i]));
      if (!line.empty()) line += labels_.colon;
      line += sheet_.text(cells[i]);
      append_paragraph(out_, line, width_, hanging_indent);
    }
  }

  void print_foot() {
    if (!table_.abbreviations.empty()) {
      begin_part();
      append_plain_paragraph(out_, table_.abbreviations, width_);
    }
    if (!table_.footnotes.empty()) begin_part();
    for (const Footnote& footnote : table_.footnotes)
      print_item(footnote.mark, footnote.text);
    if (table_.notes.empty()) return;
    begin_part();
    append_plain_paragraph(out_, std::string(labels_.notes) + std::string(labels_.colon), width_);
    for (const std::string& note : table_.notes)
      print_item("-", note);
  }

  void begin_part() {
    if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
  }

  void print_item(std::string_view mark, std::string_view text) {
    std::string line;
    append_visible_line(line, mark);
    line += ' ';
    append_visible_line(line, text);
    append_paragraph(out_, line, width_, hanging_indent);
  }

  const Table& table_;
  Labels labels_;
  int width_;
  Sheet sheet_;
  std::vector<int> widths_;       // of the columns; empty when each row is a block
  std::vector<Wrapped> wrapped_;  // by cell
  std::vector<Line> lines_;
  std::string out_;
};

}  // namespace

std::string render_text(const Table& table, const TextOptions& options) {
  return TextPrinter(table, std::max(options.width, 0)).print();
}

}  // namespace daybook
