#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "daybook/base/visible.h"
#include "daybook/render/render.h"

#include "columns.h"
#include "labels.h"
#include "print_rows.h"
#include "sheet.h"

namespace daybook {

namespace {

constexpr int page_width = 96;  // columns of a terminal that an A4 page is about as wide as

// Rules at the top, at the bottom and under the heads, none between rows and none upright, as the United
// Nations rules its tables. Song and Kai faces for the print, in the names that Windows, macOS and Linux give
// them.
constexpr std::string_view style = R"css(
:root { color-scheme: light; }
body { margin: 2rem auto; max-width: 72rem; padding: 0 1.5rem; color: #111; background: #fff;
  font: 1rem/1.6 "Times New Roman", "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC",
    SimSun, "AR PL UMing CN", serif; }
h1 { font-size: 1.2rem; line-height: 1.5; margin: 0 0 1.2rem; text-wrap: balance; }
table { min-width: 60%; border-collapse: collapse; border-top: 1px solid #111; border-bottom: 1.5px solid #111; }
table.full { width: 100%; }
th, td { padding: .3em .6em; text-align: start; vertical-align: top; overflow-wrap: anywhere; line-break: strict; }
th:first-child, td:first-child { padding-inline-start: 0; }
th:last-child, td:last-child { padding-inline-end: 0; }
thead { display: table-header-group; }
thead th { border-bottom: 1.5px solid #111; font-size: .85rem; font-weight: normal; font-style: normal;
  vertical-align: bottom; }
tbody tr { break-inside: avoid; }
tbody tr:first-child > * { padding-top: .6em; }
tbody tr:last-child > * { padding-bottom: .6em; }
tbody th { padding-top: .9em; font-weight: bold; break-after: avoid; }
tr:target { background: #fff3c4; }
.keep { white-space: nowrap; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
sup { font-size: .7em; font-style: italic; line-height: 0; margin-inline-start: .1em; }
footer { margin-top: .8rem; font-size: .85rem; line-height: 1.5; }
footer p { margin: .25rem 0; }
footer h2 { font-size: inherit; margin: 1rem 0 .25rem; }
@page { size: A4; margin: 20mm 18mm; }
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.45; }
  h1 { font-size: 12pt; break-after: avoid; }
  tr:target { background: none; }
}
)css";

std::string html(std::string_view text) {
  std::string out;
  for (const char c : visible(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

// With the lines of the text kept apart.
std::string html_lines(std::string_view text) {
  std::string out;
  for (const char c : html(text)) {
    if (c == '\n')
      out += "<br>";
    else
      out += c;
  }
  return out;
}

// Where the last character of the text begins.
std::size_t last_character(std::string_view text) {
  std::size_t at = text.size();
  bool inside = true;  // a character's later bytes are 10xxxxxx
  while (at > 0 && inside)
    inside = (static_cast<unsigned char>(text[--at]) & 0xC0) == 0x80;
  return at;
}

// The mark is kept with the character that it is raised on: at the head of a line it would be read with the
// next.
std::string marked(std::string_view text, std::string_view mark) {
  if (mark.empty()) return html_lines(text);
  std::string raised = "<sup>" + html(mark) + "</sup>";
  if (text.empty()) return raised;
  const std::size_t last = last_character(text);
  return html_lines(text.substr(0, last)) + "<span class=\"keep\">" + html_lines(text.substr(last)) + raised +
         "</span>";
}

std::string edited(std::string text, Edit edit) {
  if (edit == Edit::none) return text;
  return edit == Edit::removed ? "<del>" + text + "</del>" : "<ins>" + text + "</ins>";
}

class Page {
 public:
  Page(const Table& table, Outlet& outlet)
      : table_(table), labels_(labels_of(table)), outlet_(outlet), out_(outlet.text()) {}

  void print() {
    print_head();
    if (!table_.title.empty()) out_ += fmt::format("<h1>{}</h1>\n", html_lines(table_.title));
    if (!table_.columns.empty()) print_table();
    print_foot();
    for (const Table& further : table_.tables) {
      out_ += fmt::format("<h2>{}</h2>\n", html_lines(further.title));
      Page(further, outlet_).print_table();
    }
    out_ += "</body>\n</html>\n";
  }

 private:
  void print_head() {
    const std::string language = html(table_.language);
    out_ += fmt::format("<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n",
                        language, language == "ar" ? "rtl" : "ltr");
    out_ +=
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    out_ += fmt::format("<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n", html(table_.title), style);
  }

  void print_table() {
    print_columns();
    if (prints_heads(table_)) print_heads();
    for (const Section& section : table_.sections)
      print_section(section);
    if (table_.sections.empty()) print_section({});
    out_ += "</table>\n";
  }

  void print_heads() {
    out_ += "<thead>\n";
    if (has_groups()) print_groups();
    out_ += "<tr>";
    for (const Column& column : table_.columns)
      out_ +=
          fmt::format("<th scope=\"col\"{}>{}</th>", alignment(column), marked(column.heading, column.mark));
    out_ += "</tr>\n</thead>\n";
  }

  bool has_groups() const {
    return std::any_of(table_.columns.begin(), table_.columns.end(),
                       [](const Column& column) { return !column.group.empty(); });
  }

  void print_groups() {
    out_ += "<tr>";
    for (std::size_t i = 0, last = 0; i < table_.columns.size(); i = last) {
      const std::string& group = table_.columns[i].group;
      for (last = i + 1; last < table_.columns.size() && table_.columns[last].group == group;)
        ++last;
      out_ += fmt::format("<th scope=\"colgroup\" colspan=\"{}\">{}</th>", last - i, html(group));
    }
    out_ += "</tr>\n";
  }

  // Left to itself a browser squeezes the dates of an annex into a ladder. Text that fills no page has its
  // own width.
  void print_columns() {
    const Sheet sheet = sample_of(table_);
    const std::vector<int> widths = fit_columns(sheet.contents(), page_width);
    const int gaps = column_gap * static_cast<int>(widths.size());
    const double sum = std::accumulate(widths.begin(), widths.end(), gaps);
    const bool fits = std::all_of(widths.begin(), widths.end(), [&, i = std::size_t{0}](int width) mutable {
      return width >= sheet.contents()[i++].widest;
    });
    if (fits) {
      out_ += "<table>\n";
      return;
    }
    out_ += "<table class=\"full\">\n<colgroup>";
    for (const int width : widths)
      out_ += fmt::format("<col style=\"width: {:.1f}%\">", (width + column_gap) * 100 / sum);
    out_ += "</colgroup>\n";
  }

  void print_section(const Section& section) {
    out_ += "<tbody>\n";
    if (!section.heading.empty())
      out_ += fmt::format("<tr><th scope=\"rowgroup\" colspan=\"{}\">{}</th></tr>\n", table_.columns.size(),
                          marked(section.heading, section.mark));
    const std::vector<bool> names = names_rows(section.rows);
    print_rows(section.size(), outlet_, [&] {
      return [&, reader = RowReader(section)](std::size_t index, std::string& out) mutable {
        append_row(out, reader.row(index), index < names.size() && names[index]);
      };
    });
    if (section.size() == 0)
      out_ += fmt::format("<tr><td colspan=\"{}\">{}</td></tr>\n", table_.columns.size(), labels_.no_rows);
    out_ += "</tbody>\n";
  }

  // By row, whether it is the first of its id. Rows that are made have none.
  std::vector<bool> names_rows(const std::vector<Row>& rows) {
    std::vector<bool> names;
    names.reserve(rows.size());
    for (const Row& row : rows)
      names.push_back(!row.id.empty() && ids_.insert(row.id).second);
    return names;
  }

  void append_row(std::string& out, const Row& row, bool named) const {
    out += named ? fmt::format("<tr id=\"{}\">", html(row.id)) : "<tr>";
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      out += fmt::format("<td{}>", alignment(table_.columns[i]));
      if (i < row.cells.size())
        for (const Run& run : row.cells[i].runs)
          out += edited(marked(run.text, run.mark), run.edit);
      out += "</td>";
    }
    out += "</tr>\n";
  }

  void print_foot() {
    if (table_.abbreviations.empty() && table_.footnotes.empty() && table_.notes.empty()) return;
    out_ += "<footer>\n";
    if (!table_.abbreviations.empty()) print_paragraph(html_lines(table_.abbreviations));
    for (const Footnote& footnote : table_.footnotes)
      print_paragraph(marked({}, footnote.mark) + " " + html_lines(footnote.text));
    if (!table_.notes.empty()) out_ += fmt::format("<h2>{}</h2>\n", labels_.notes);
    for (const std::string& note : table_.notes)
      print_paragraph(html_lines(note));
    out_ += "</footer>\n";
  }

  void print_paragraph(std::string_view html) { out_ += fmt::format("<p>{}</p>\n", html); }

  static std::string_view alignment(const Column& column) {
    return column.align == Align::right ? " class=\"number\"" : "";
  }

  const Table& table_;
  Labels labels_;
  std::unordered_set<std::string_view> ids_;
  Outlet& outlet_;
  std::string& out_;  // of the outlet
};

}  // namespace

void render_html(const Table& table, const TakeText& take) {
  Outlet out(take);
  Page(table, out).print();
  out.finish();
}

std::string render_html(const Table& table) {
  return whole_text([&](const TakeText& take) { render_html(table, take); });
}

}  // namespace daybook
