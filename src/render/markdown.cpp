#include <algorithm>
#include <cstddef>
#include <string_view>

#include "daybook/base/utf8.h"
#include "daybook/base/visible.h"
#include "daybook/render/render.h"

#include "labels.h"

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

void append_rows(std::string& out, const Table& table, const std::vector<Row>& rows) {
  out += '|';
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    append_table_cell(out, escaped(full_heading(table, i)) + raised(table.columns[i].mark));
  out += "\n|";
  for (const Column& column : table.columns)
    out += column.align == Align::right ? " ---: |" : " --- |";
  for (const Row& row : rows) {
    out += "\n|";
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      append_table_cell(out, i < row.cells.size() ? cell_text(row.cells[i]) : std::string());
  }
  out += "\n\n";
}

void append_tables(std::string& out, const Table& table) {
  for (const Table& further : table.tables) {
    out += "## " + escaped(further.title) + "\n\n";
    for (const Section& section : further.sections)
      append_rows(out, further, section.rows);
  }
}

}  // namespace

std::string render_markdown(const Table& table) {
  const Labels labels = labels_of(table);
  const std::string none = std::string(labels.no_rows) + "\n\n";
  std::string out;
  if (!table.title.empty()) out += "# " + escaped(table.title) + "\n\n";
  for (const Section& section : table.sections) {
    if (!section.heading.empty()) out += "## " + escaped(section.heading) + raised(section.mark) + "\n\n";
    if (!table.columns.empty()) append_rows(out, table, section.rows);
    if (section.rows.empty()) out += none;
  }
  if (table.sections.empty() && !table.columns.empty()) {
    append_rows(out, table, {});
    out += none;
  }
  if (!table.abbreviations.empty()) out += escaped_line(table.abbreviations) + "\n\n";
  for (const Footnote& footnote : table.footnotes)
    out += raised(footnote.mark) + " " + escaped(footnote.text) + "\n\n";
  append_tables(out, table);
  if (!table.notes.empty()) {
    out += "**" + std::string(labels.notes) + "**\n\n";
    for (const std::string& note : table.notes)
      out += "- " + escaped_line(note) + "\n";
  }
  while (out.ends_with("\n\n"))
    out.pop_back();
  return out;
}

}  // namespace daybook
