#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

#include <fmt/format.h>

#include "daybook/base/utf8.h"
#include "daybook/base/visible.h"
#include "daybook/render/render.h"

#include "print_rows.h"

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

void append_section(Outlet& out, const Section& section, std::size_t columns) {
  std::string& text = out.text();
  text += "{\"heading\": ";
  append_string(text, section.heading);
  text += ", \"mark\": ";
  append_string(text, section.mark);
  text += ", \"rows\": [";
  print_rows(section.size(), out, [&] {
    return [&, reader = RowReader(section)](std::size_t index, std::string& line) mutable {
      line += index > 0 ? ",\n      " : "\n      ";
      append_row(line, reader.row(index), columns);
    };
  });
  text += section.size() == 0 ? "]}" : "\n    ]}";
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
  bool first = true;
  for (const Section& section : table.sections) {
    RowReader reader(section);
    for (std::size_t i = 0; i < section.size(); ++i) {
      if (!first) out += ", ";
      first = false;
      std::vector<std::string> cells;
      for (const Cell& cell : reader.row(i).cells)
        cells.push_back(plain_text(cell));
      append_strings(out, cells);
    }
  }
  out += "]}";
}

void append_member(std::string& out, std::string_view key, std::string_view text) {
  out += "  ";
  append_key(out, key);
  append_string(out, text);
  out += ",\n";
}

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
    for (std::size_t i = 0; i < made->size; ++i) {
      if (i > 0) out += ", ";
      append_inline(out, made->object(i));
    }
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

// A list of objects has one object a line, `indent` being that of the line it begins on.
void append_list(Outlet& out, const Value& value, std::string_view indent) {
  const auto* list = std::get_if<Value::List>(&value.data);
  const auto* made = std::get_if<MadeList>(&value.data);
  if ((list == nullptr || !holds_objects(*list)) && (made == nullptr || made->size == 0)) {
    append_inline(out.text(), value);
    return;
  }
  const std::string line = fmt::format("\n{}  ", indent);
  out.text() += '[';
  print_rows(list != nullptr ? list->size() : made->size, out, [&] {
    return [&](std::size_t index, std::string& text) {
      if (index > 0) text += ',';
      text += line;
      if (list != nullptr)
        append_inline(text, (*list)[index]);
      else
        append_inline(text, made->object(index));
    };
  });
  out.text() += fmt::format("\n{}]", indent);
}

}  // namespace

void render_json(const Table& table, const TakeText& take) {
  Outlet out(take);
  std::string& text = out.text();
  text += "{\n";
  append_member(text, "annex", table.annex);
  append_member(text, "edition", table.edition);
  append_member(text, "title", table.title);
  append_columns(text, table.columns);
  text += "  \"sections\": [";
  if (!table.sections.empty()) {
    text += "\n    ";
    append_joined(text, table.sections, ",\n    ",
                  [&](const Section& section) { append_section(out, section, table.columns.size()); });
    text += "\n  ";
  }
  text += "],\n";
  append_footnotes(text, table.footnotes);
  append_member(text, "abbreviations", table.abbreviations);
  text += "  \"notes\": ";
  append_strings(text, table.notes);
  if (!table.tables.empty()) {
    text += ",\n  \"tables\": [\n    ";
    append_joined(text, table.tables, ",\n    ", [&](const Table& further) { append_table(text, further); });
    text += "\n  ]";
  }
  text += "\n}\n";
  out.finish();
}

void render_json(const Value& value, const TakeText& take) {
  Outlet out(take);
  std::string& text = out.text();
  const auto* object = std::get_if<Value::Object>(&value.data);
  if (object == nullptr || object->empty()) {
    append_list(out, value, "");
    text += '\n';
  } else {
    text += "{\n  ";
    append_joined(text, *object, ",\n  ", [&](const Member& member) {
      append_key(text, member.name);
      append_list(out, member.value, "  ");
    });
    text += "\n}\n";
  }
  out.finish();
}

std::string render_json(const Table& table) {
  return whole_text([&](const TakeText& take) { render_json(table, take); });
}

std::string render_json(const Value& value) {
  return whole_text([&](const TakeText& take) { render_json(value, take); });
}

}  // namespace daybook
