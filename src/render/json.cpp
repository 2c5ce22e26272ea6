#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "daybook/base/large_pages.h"
#include "daybook/base/side_by_side.h"
#include "daybook/base/utf8.h"
#include "daybook/base/visible.h"
#include "daybook/render/render.h"

#include "growing.h"

namespace daybook {

namespace {

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(text, at);
    if (c == '"' || c == '\\')
      (out += '\\') += static_cast<char>(c);
    else if (c == '\n')
      out += "\\n";
    else if (c == '\t')
      out += "\\t";
    else if (is_unprintable(c))
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
    else if (c == 0xFFFD)
      out += "\xEF\xBF\xBD";
    else
      out += text.substr(from, at - from);
  }
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  if (text.find_first_of("\"\\") == std::string_view::npos && measure(text).clean)
    out += text;
  else
    append_escaped(out, text);
  out += '"';
}

void append_key(std::string& out, std::string_view key) {
  append_string(out, key);
  out += ": ";
}

// `write` is called for each item, with commas between the calls.
template <class Items, class Write>
void append_joined(std::string& out, const Items& items, std::string_view comma, Write write) {
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += comma;
    first = false;
    write(item);
  }
}

void append_strings(std::string& out, const std::vector<std::string>& texts) {
  out += '[';
  append_joined(out, texts, ", ", [&](const std::string& text) { append_string(out, text); });
  out += ']';
}

void append_row(std::string& out, const Row& row, std::size_t columns) {
  out += "{\"id\": ";
  append_string(out, row.id);
  out += ", \"cells\": [";
  for (std::size_t i = 0; i < columns; ++i) {
    if (i > 0) out += ", ";
    append_string(out, i < row.cells.size() ? plain_text(row.cells[i]) : std::string());
  }
  out += "]}";
}

void append_section(std::string& out, const Section& section, std::size_t columns) {
  out += "{\"heading\": ";
  append_string(out, section.heading);
  out += ", \"mark\": ";
  append_string(out, section.mark);
  out += ", \"rows\": [";
  if (!section.rows.empty()) {
    out += "\n      ";
    append_joined(out, section.rows, ",\n      ", [&](const Row& row) { append_row(out, row, columns); });
    out += "\n    ";
  }
  out += "]}";
}

void append_columns(std::string& out, const std::vector<Column>& columns) {
  out += "  \"columns\": [";
  append_joined(out, columns, ", ", [&](const Column& column) { append_string(out, column.heading); });
  out += "],\n  \"column_marks\": {";
  std::vector<const Column*> marked;
  for (const Column& column : columns)
    if (!column.mark.empty()) marked.push_back(&column);
  append_joined(out, marked, ", ", [&](const Column* column) {
    append_key(out, column->heading);
    append_string(out, column->mark);
  });
  out += "},\n";
}

void append_footnotes(std::string& out, const std::vector<Footnote>& footnotes) {
  out += "  \"footnotes\": {";
  if (!footnotes.empty()) {
    out += "\n    ";
    append_joined(out, footnotes, ",\n    ", [&](const Footnote& footnote) {
      append_key(out, footnote.mark);
      append_string(out, footnote.text);
    });
    out += "\n  ";
  }
  out += "},\n";
}

// A further table, in one line.
void append_table(std::string& out, const Table& table) {
  out += "{\"title\": ";
  append_string(out, table.title);
  std::vector<std::string> heads;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    heads.push_back(full_heading(table, i));
  out += ", \"columns\": ";
  append_strings(out, heads);
  out += ", \"rows\": [";
  std::vector<const Row*> rows;
  for (const Section& section : table.sections)
    for (const Row& row : section.rows)
      rows.push_back(&row);
  append_joined(out, rows, ", ", [&](const Row* row) {
    std::vector<std::string> cells;
    for (const Cell& cell : row->cells)
      cells.push_back(plain_text(cell));
    append_strings(out, cells);
  });
  out += "]}";
}

void append_member(std::string& out, std::string_view key, std::string_view text) {
  out += "  ";
  append_key(out, key);
  append_string(out, text);
  out += ",\n";
}

void append_made(std::string& out, const MadeList& list, std::string_view comma);

void append_inline(std::string& out, const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value.data)) {
    append_string(out, *text);
  } else if (const auto* number = std::get_if<std::int64_t>(&value.data)) {
    out += std::to_string(*number);
  } else if (const auto* list = std::get_if<Value::List>(&value.data)) {
    out += '[';
    append_joined(out, *list, ", ", [&](const Value& item) { append_inline(out, item); });
    out += ']';
  } else if (const auto* made = std::get_if<MadeList>(&value.data)) {
    out += '[';
    append_made(out, *made, ", ");
    out += ']';
  } else if (const auto* object = std::get_if<Value::Object>(&value.data)) {
    out += '{';
    append_joined(out, *object, ", ", [&](const Member& member) {
      append_key(out, member.name);
      append_inline(out, member.value);
    });
    out += '}';
  } else {
    out += "null";
  }
}

bool holds_objects(const Value::List& list) {
  return std::any_of(list.begin(), list.end(),
                     [](const Value& item) { return std::holds_alternative<Value::Object>(item.data); });
}

// Many are made and printed on several threads.
void append_made(std::string& out, const MadeList& list, std::string_view comma) {
  const std::size_t pieces = pieces_of(list.size, rows_worth_a_thread);
  std::vector<std::string> texts(pieces);
  side_by_side(pieces, [&](std::size_t piece) {
    const std::size_t first = list.size * piece / pieces;
    const std::size_t end = list.size * (piece + 1) / pieces;
    std::string& text = texts[piece];
    for (std::size_t i = first; i < end; ++i) {
      if (i > 0) text += comma;
      append_inline(text, list.object(i));
      if (is_sample(i + 1 - first, end - first)) reserve_as_sampled(text);
    }
  });
  std::size_t bytes = out.size() + 8;  // and what the caller ends it with
  for (const std::string& text : texts)
    bytes += text.size();
  reserve_large(out, bytes);
  for (std::string& text : texts) {
    out += text;
    text = {};
  }
}

// A list of objects has one object a line, `indent` being that of the line it begins on.
void append_list(std::string& out, const Value& value, std::string_view indent) {
  const auto* list = std::get_if<Value::List>(&value.data);
  const auto* made = std::get_if<MadeList>(&value.data);
  if ((list == nullptr || !holds_objects(*list)) && (made == nullptr || made->size == 0)) {
    append_inline(out, value);
    return;
  }
  const std::string line = fmt::format("\n{}  ", indent);
  out += '[';
  out += line;
  if (made != nullptr)
    append_made(out, *made, "," + line);
  else
    append_joined(out, *list, "," + line, [&](const Value& item) { append_inline(out, item); });
  out += fmt::format("\n{}]", indent);
}

}  // namespace

std::string render_json(const Table& table) {
  std::string out = "{\n";
  append_member(out, "annex", table.annex);
  append_member(out, "edition", table.edition);
  append_member(out, "title", table.title);
  append_columns(out, table.columns);
  out += "  \"sections\": [";
  if (!table.sections.empty()) {
    out += "\n    ";
    append_joined(out, table.sections, ",\n    ",
                  [&](const Section& section) { append_section(out, section, table.columns.size()); });
    out += "\n  ";
  }
  out += "],\n";
  append_footnotes(out, table.footnotes);
  append_member(out, "abbreviations", table.abbreviations);
  out += "  \"notes\": ";
  append_strings(out, table.notes);
  if (!table.tables.empty()) {
    out += ",\n  \"tables\": [\n    ";
    append_joined(out, table.tables, ",\n    ", [&](const Table& further) { append_table(out, further); });
    out += "\n  ]";
  }
  out += "\n}\n";
  return out;
}

std::string render_json(const Value& value) {
  std::string out;
  const auto* object = std::get_if<Value::Object>(&value.data);
  if (object == nullptr || object->empty()) {
    append_list(out, value, "");
    out += '\n';
    return out;
  }
  out += "{\n  ";
  append_joined(out, *object, ",\n  ", [&](const Member& member) {
    append_key(out, member.name);
    append_list(out, member.value, "  ");
  });
  out += "\n}\n";
  return out;
}

}  // namespace daybook
