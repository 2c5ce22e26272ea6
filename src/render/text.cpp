#include <algorithm>
#include <atomic>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "daybook/base/side_by_side.h"
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
  // The rows of a section, on one sheet or, where they are many, on one for each processor. Each takes the
  // next few when it is done with those before, for no two processors are equally quick.
  struct Sheets {
    struct Place {
      std::size_t sheet = 0;
      std::size_t row = 0;  // of the first of these rows
    };
    static constexpr std::size_t rows_at_a_time = 512;

    const Section* section = nullptr;
    std::vector<Sheet> sheets;
    std::vector<Place> places;
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
      TextRows(table_, headings_, layout_).print(0, out_);
      print_rule(rule);
    }
    print_sections();
    print_rule(rule);
  }

  void measure_rows() {
    std::vector<Content> contents = headings_.contents();
    for (const Section& section : table_.sections) {
      sections_.push_back(measured(section));
      for (const Sheet& sheet : sections_.back().sheets)
        for (std::size_t i = 0; i < contents.size(); ++i)
          contents[i].add(sheet.contents()[i]);
    }
    if (layout_.width == 0) {
      for (const Content& content : contents)
        layout_.widths.push_back(std::min(content.widest, unwrapped_width_max));
    } else {
      layout_.widths = fit_columns(contents, layout_.width);
    }
    layout_.spaced = layout_.widths.empty() || many_rows_wrap();
  }

  Sheets measured(const Section& section) const {
    const std::size_t rows = section.size();
    const std::size_t count = pieces_of(rows, rows_worth_a_thread);
    const std::size_t room = std::min(rows, 2 * rows / count);
    constexpr std::size_t step = Sheets::rows_at_a_time;
    Sheets made{&section, std::vector<Sheet>(count), std::vector<Sheets::Place>((rows + step - 1) / step)};
    std::atomic<std::size_t> next = 0;
    side_by_side(count, [&](std::size_t i) {
      Sheet sheet(table_, room);
      RowReader reader(section);
      for (std::size_t place = next++; place < made.places.size(); place = next++) {
        made.places[place] = {i, sheet.row_count() + 1};
        sheet.add_rows(reader, place * step, std::min(step, rows - place * step));
      }
      made.sheets[i] = std::move(sheet);
    });
    return made;
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
      all += section.size();
    const std::size_t many = all / 8 + 1;
    std::size_t wrapping = 0;
    for (const Sheets& section : sections_)
      for (const Sheet& sheet : section.sheets)
        wrapping += rows_that_wrap(sheet, layout_, many - wrapping);
    return wrapping >= many;
  }

  void print_sections() {
    for (const Sheets& sheets : sections_) {
      const Section& section = *sheets.section;
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
        print_section(sheets, top || !section.heading.empty());
    }
    if (table_.sections.empty()) print_no_rows();
  }

  // `first`: nothing stands above the rows that they are to be kept apart from.
  void print_section(const Sheets& sheets, bool first) {
    print_rows(sheets.section->size(), outlet_, [&] {
      std::vector<TextRows> printers;
      for (const Sheet& sheet : sheets.sheets)
        printers.emplace_back(table_, sheet, layout_);
      return [&, printers = std::move(printers)](std::size_t row, std::string& out) mutable {
        if (layout_.spaced && (row > 0 || !first)) out += '\n';
        const Sheets::Place& place = sheets.places[row / Sheets::rows_at_a_time];
        printers[place.sheet].print(place.row + row % Sheets::rows_at_a_time, out);
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
  const Sheet headings_{table_, 0};
  std::vector<Sheets> sections_;
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
