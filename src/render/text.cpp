#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "daybook/base/side_by_side.h"
#include "daybook/render/render.h"

#include "columns.h"
#include "labels.h"
#include "text_rows.h"

namespace daybook {

namespace {

// Without a terminal's width a column is as wide as its longest cell, but one cell of thousands of characters
// must not fill every other row with that many spaces: past this its row alone runs on.
constexpr int unwrapped_width_max = 100;

void append_plain_paragraph(std::string& out, std::string_view text, int width) {
  std::string line;
  append_visible_line(line, text);
  append_paragraph(out, line, width, 0);
}

// What stands around the rows is the same whether they are printed in columns or in blocks.
class TextPrinter {
 public:
  TextPrinter(const Table& table, int width) : table_(table), labels_(labels_of(table)) {
    layout_.width = width;
  }

  std::string print() && {
    if (!table_.title.empty()) {
      append_plain_paragraph(out_, table_.title, layout_.width);
      out_ += '\n';
    }
    if (!table_.columns.empty()) print_table();
    print_foot();
    for (const Table& further : table_.tables) {
      begin_part();
      out_ += TextPrinter(further, layout_.width).print();
    }
    return std::move(out_);
  }

 private:
  // The rows of a section, in one piece or, where they are many, a piece for each processor.
  struct Pieces {
    const Section* section = nullptr;
    std::vector<TextRows> rows;
  };

  void print_table() {
    measure_rows();
    int rule = layout_.width;
    if (!layout_.widths.empty()) {
      rule = column_gap * static_cast<int>(layout_.widths.size() - 1);
      for (const int width : layout_.widths)
        rule += width;
    }
    print_rule(rule);
    if (!layout_.widths.empty() && prints_heads(table_)) {
      TextRows(table_, {}).print_headings(layout_, out_);
      print_rule(rule);
    }
    print_sections();
    print_rule(rule);
  }

  void measure_rows() {
    std::vector<Content> contents = TextRows(table_, {}).contents();
    for (const Section& section : table_.sections) {
      sections_.push_back({&section, measured(section.rows)});
      for (const TextRows& rows : sections_.back().rows)
        for (std::size_t i = 0; i < contents.size(); ++i)
          contents[i].add(rows.contents()[i]);
    }
    if (layout_.width == 0) {
      for (const Content& content : contents)
        layout_.widths.push_back(std::min(content.widest, unwrapped_width_max));
    } else {
      layout_.widths = fit_columns(contents, layout_.width);
    }
    layout_.spaced = layout_.widths.empty() || many_rows_wrap();
  }

  std::vector<TextRows> measured(std::span<const Row> rows) const {
    const std::size_t pieces = pieces_of(rows.size(), rows_worth_a_thread);
    std::vector<std::optional<TextRows>> made(pieces);
    side_by_side(pieces, [&](std::size_t i) {
      const std::size_t first = rows.size() * i / pieces;
      made[i].emplace(table_, rows.subspan(first, rows.size() * (i + 1) / pieces - first));
    });
    std::vector<TextRows> in_order;
    in_order.reserve(pieces);
    for (auto& piece : made)
      in_order.push_back(std::move(*piece));
    return in_order;
  }

  void print_rule(int width) {
    out_.append(static_cast<std::size_t>(width), '-');
    out_ += '\n';
  }

  // Rows of several lines run into each other unless something stands between them; a few long names in a
  // list of short ones do not need that.
  bool many_rows_wrap() const {
    if (layout_.width == 0) return false;
    std::size_t all = 0;
    for (const Section& section : table_.sections)
      all += section.rows.size();
    const std::size_t many = all / 8 + 1;
    std::size_t wrapping = 0;
    for (const Pieces& pieces : sections_)
      for (const TextRows& rows : pieces.rows)
        wrapping += rows.wrapping(layout_, many - wrapping);
    return wrapping >= many;
  }

  void print_sections() {
    for (Pieces& pieces : sections_) {
      const Section& section = *pieces.section;
      const bool top = &section == &table_.sections.front();
      if (!section.heading.empty()) {
        if (!top) out_ += '\n';
        std::string heading;
        append_marked(heading, section.heading, section.mark);
        append_paragraph(out_, heading, layout_.width, 0);
        if (layout_.spaced) out_ += '\n';
      }
      if (section.rows.empty())
        print_no_rows();
      else
        print_rows(pieces.rows, top || !section.heading.empty());
    }
    if (table_.sections.empty()) print_no_rows();
  }

  void print_rows(std::vector<TextRows>& pieces, bool first) {
    std::vector<std::string> further(pieces.size() - 1);
    side_by_side(pieces.size(), [&](std::size_t i) {
      if (i == 0)
        pieces[0].print(layout_, first, pieces.size(), out_);
      else
        pieces[i].print(layout_, false, 1, further[i - 1]);
    });
    for (const std::string& text : further)
      out_ += text;
  }

  void print_no_rows() { append_plain_paragraph(out_, labels_.no_rows, layout_.width); }

  void print_foot() {
    if (!table_.abbreviations.empty()) {
      begin_part();
      append_plain_paragraph(out_, table_.abbreviations, layout_.width);
    }
    if (!table_.footnotes.empty()) begin_part();
    for (const Footnote& footnote : table_.footnotes)
      print_item(footnote.mark, footnote.text);
    if (table_.notes.empty()) return;
    begin_part();
    append_plain_paragraph(out_, std::string(labels_.notes) + std::string(labels_.colon), layout_.width);
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
    append_paragraph(out_, line, layout_.width, hanging_indent);
  }

  const Table& table_;
  Labels labels_;
  TextLayout layout_;
  std::vector<Pieces> sections_;
  std::string out_;
};

}  // namespace

std::string render_text(const Table& table, const TextOptions& options) {
  return TextPrinter(table, std::max(options.width, 0)).print();
}

}  // namespace daybook
