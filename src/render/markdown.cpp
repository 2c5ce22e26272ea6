#include <algorithm>
#include <cstddef>
#include <string_view>

#include "daybook/base/utf8.h"
#include "daybook/base/visible.h"
#include "daybook/render/render.h"

#include "labels.h"
#include "print_rows.h"

namespace daybook {

namespace {

// Inline text that GitHub shows as it stands. `$` would open a formula, `~` a deletion.
std::string escaped(std::string_view text) {
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
      case '\n':
        out += "<br>";
        break;
      case '\t':
        out += ' ';
        break;
      default:
        if (std::string_view("\\`*_[]|~$#").find(c) != std::string_view::npos) out += '\\';
        out += c;
    }
  }
  return out;
}

// The same where a line begins, where `- `, `1. ` or `===` would open a list or make a heading of the line
// above.
std::string escaped_line(std::string_view text) {
  std::string out = escaped(trim(text));
  const std::size_t digits = std::min(out.find_first_not_of("0123456789"), out.size());
  if (digits < out.size() && (out[digits] == '.' || out[digits] == ')') && digits > 0)
    out.insert(digits, 1, '\\');
  else if (!out.empty() && std::string_view("-+=").find(out[0]) != std::string_view::npos)
    out.insert(0, 1, '\\');
  return out;
}

std::string raised(std::string_view mark) {
  return mark.empty() ? std::string() : "<sup>" + escaped(mark) + "</sup>";
}

std::string cell_text(const Cell& cell) {
  std::string out;
  for (const Run& run : cell.runs)
    out += escaped(signed_text(run)) + raised(run.mark);
  return out;
}

void append_table_cell(std::string& out, std::string_view text) {
  out += ' ';
  out += text;
  out += text.empty() ? "|" : " |";
}

void append_table(Outlet& out, const Table& table, const Section& section) {
  std::string& text = out.text();
  text += '|';
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    append_table_cell(text, escaped(full_heading(table, i)) + raised(table.columns[i].mark));
  text += "\n|";
  for (const Column& column : table.columns)
    text += column.align == Align::right ? " ---: |" : " --- |";
  print_rows(section.size(), out, [&] {
    return [&, reader = RowReader(section)](std::size_t index, std::string& line) mutable {
      const Row& row = reader.row(index);
      line += "\n|";
      for (std::size_t i = 0; i < table.columns.size(); ++i)
        append_table_cell(line, i < row.cells.size() ? cell_text(row.cells[i]) : std::string());
    };
  });
  text += "\n\n";
}

void append_further(Outlet& out, const Table& table) {
  for (const Table& further : table.tables) {
    out.text() += "## " + escaped(further.title) + "\n\n";
    for (const Section& section : further.sections)
      append_table(out, further, section);
  }
}

}  // namespace

void render_markdown(const Table& table, const TakeText& take) {
  const Labels labels = labels_of(table);
  const std::string none = std::string(labels.no_rows) + "\n\n";
  Outlet out(take);
  std::string& text = out.text();
  if (!table.title.empty()) text += "# " + escaped(table.title) + "\n\n";
  for (const Section& section : table.sections) {
    if (!section.heading.empty()) text += "## " + escaped(section.heading) + raised(section.mark) + "\n\n";
    if (!table.columns.empty()) append_table(out, table, section);
    if (section.size() == 0) text += none;
  }
  if (table.sections.empty() && !table.columns.empty()) {
    append_table(out, table, {});
    text += none;
  }
  if (!table.abbreviations.empty()) text += escaped_line(table.abbreviations) + "\n\n";
  for (const Footnote& footnote : table.footnotes)
    text += raised(footnote.mark) + " " + escaped(footnote.text) + "\n\n";
  append_further(out, table);
  if (!table.notes.empty()) {
    text += "**" + std::string(labels.notes) + "**\n\n";
    for (const std::string& note : table.notes)
      text += "- " + escaped_line(note) + "\n";
  }
  while (text.ends_with("\n\n"))
    text.pop_back();
  out.finish();
}

std::string render_markdown(const Table& table) {
  return whole_text([&](const TakeText& take) { render_markdown(table, take); });
}

}  // namespace daybook
