#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "daybook/render/render.h"

#include "columns.h"
#include "labels.h"
#include "print_rows.h"
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
  TextPrinter(const Table& table, int width, Outlet& outlet)
      : table_(table), labels_(labels_of(table)), outlet_(outlet), out_(outlet.text()) {
    layout_.width = width;
  }

  void print() {
    if (!table_.title.empty()) {
      append_plain_paragraph(out_, table_.title, layout_.width);
      out_ += '\n';
    }
    if (!table_.columns.empty()) print_table();
    print_foot();
    for (const Table& further : table_.tables) {
      begin_part();
      TextPrinter(further, layout_.width, outlet_).print();
    }
  }

 private:
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
      TextRows(table_, Section(), layout_).print_headings(out_);
      print_rule(rule);
    }
    print_sections();
    print_rule(rule);
  }

  void measure_rows() {
    if (layout_.width == 0) {
      for (const Content& content : contents_of_all_rows())
        layout_.widths.push_back(std::min(content.widest, unwrapped_width_max));
      return;
    }
    const Sheet sample = sample_of(table_);
    layout_.widths = fit_columns(sample.contents(), layout_.width);
    // Rows of several lines run into each other unless something stands between them; a few long names in a
    // list of short ones do not need that.
    const std::size_t many = sample.row_count() / 8 + 1;
    layout_.spaced = layout_.widths.empty() || rows_that_wrap(sample, layout_, many) == many;
  }

  std::vector<Content> contents_of_all_rows() const {
    constexpr std::size_t together = RowReader::rows_together;
    Sheet sheet(table_);
    for (const Section& section : table_.sections) {
      RowReader rows(section);
      for (std::size_t first = 0; first < section.size(); first += together) {
        sheet.clear_rows();
        sheet.add_rows(rows, first, std::min(together, section.size() - first));
      }
    }
    return sheet.contents();
  }

  void print_rule(int width) {
    out_.append(static_cast<std::size_t>(width), '-');
    out_ += '\n';
  }

  void print_sections() {
    for (const Section& section : table_.sections) {
      const bool top = &section == &table_.sections.front();
      if (!section.heading.empty()) {
        if (!top) out_ += '\n';
        std::string heading;
        append_marked(heading, section.heading, section.mark);
        append_paragraph(out_, heading, layout_.width, 0);
        if (layout_.spaced) out_ += '\n';
      }
      if (section.size() == 0)
        print_no_rows();
      else
        print_section(section, top || !section.heading.empty());
    }
    if (table_.sections.empty()) print_no_rows();
  }

  // `first`: nothing stands above the rows that they are to be kept apart from.
  void print_section(const Section& section, bool first) {
    print_rows(section.size(), outlet_, [&] {
      return [&, rows = TextRows(table_, section, layout_)](std::size_t row, std::string& out) mutable {
        if (layout_.spaced && (row > 0 || !first)) out += '\n';
        rows.print(row, out);
      };
    });
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
  Outlet& outlet_;
  std::string& out_;  // of the outlet
};

}  // namespace

void render_text(const Table& table, const TextOptions& options, const TakeText& take) {
  Outlet out(take);
  TextPrinter(table, std::max(options.width, 0), out).print();
  out.finish();
}

std::string render_text(const Table& table, const TextOptions& options) {
  return whole_text([&](const TakeText& take) { render_text(table, options, take); });
}

}  // namespace daybook
