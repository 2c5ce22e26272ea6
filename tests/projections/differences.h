// Where a rebuilt annex departs from the edition that a document printed: every cell, every row at another
// place, every row missing or extra, and whatever stands around the rows.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "daybook/table/table.h"

namespace daybook {

struct Difference {
  std::string annex;
  std::string row;  // the printed number; empty for what stands around the rows, or for an extra row
  std::string
      column;  // its heading; "order", "section", "missing", "extra", "title" … where it is not a cell
  std::string printed;
  std::string rebuilt;
  friend auto operator<=>(const Difference&, const Difference&) = default;
};

// Which of `places` stand elsewhere: all but a longest run of places that ascend; of those that are equally
// long, the one that keeps what is printed first.
inline std::vector<bool> moved(const std::vector<std::size_t>& places) {
  std::vector<std::size_t> length(places.size(), 1);
  for (std::size_t i = places.size(); i-- > 0;)
    for (std::size_t j = i + 1; j < places.size(); ++j)
      if (places[i] < places[j]) length[i] = std::max(length[i], length[j] + 1);
  std::size_t wanted = length.empty() ? 0 : *std::max_element(length.begin(), length.end());
  std::vector<bool> answer(places.size(), true);
  std::size_t above = 0;
  bool any = false;
  for (std::size_t i = 0; i < places.size() && wanted > 0; ++i) {
    if (length[i] != wanted || (any && places[i] < above)) continue;
    answer[i] = false;
    above = places[i];
    any = true;
    --wanted;
  }
  return answer;
}

// Two lists of names: those that stand elsewhere in the second. Names that are not in both are left out.
struct Move {
  std::string name;
  std::string after_printed;  // what stands before it; empty = it is the first
  std::string after_rebuilt;
};

inline std::vector<Move> moves(std::vector<std::string> printed, std::vector<std::string> rebuilt) {
  const auto keep_common = [](std::vector<std::string>& names, const std::vector<std::string>& others) {
    std::erase_if(names, [&](const auto& name) {
      return std::find(others.begin(), others.end(), name) == others.end();
    });
  };
  keep_common(printed, rebuilt);
  keep_common(rebuilt, printed);
  std::vector<std::size_t> places;
  for (const auto& name : printed)
    places.push_back(
        static_cast<std::size_t>(std::find(rebuilt.begin(), rebuilt.end(), name) - rebuilt.begin()));
  const auto elsewhere = moved(places);
  std::vector<Move> found;
  for (std::size_t i = 0; i < printed.size(); ++i)
    if (elsewhere[i])
      found.push_back(
          {printed[i], i == 0 ? "" : printed[i - 1], places[i] == 0 ? "" : rebuilt[places[i] - 1]});
  return found;
}

inline std::string after(const std::string& what) {
  return what.empty() ? "first" : "after " + what;
}

// The row's printed number, heading of its section, and cells.
struct PlacedRow {
  std::size_t number = 0;
  std::string section;
  const Row* row = nullptr;
};

inline std::map<std::string, PlacedRow> rows_by_id(const Table& table, std::vector<std::string>& order) {
  std::map<std::string, PlacedRow> rows;
  std::size_t number = 0;
  for (const Section& section : table.sections)
    for (const Row& row : section.rows) {
      rows[row.id] = {++number, section.heading, &row};
      order.push_back(row.id);
    }
  return rows;
}

// `12.` before a row says where the row stands, which its order tells.
inline bool is_row_number(const std::string& text) {
  return text.size() > 1 && text.ends_with('.') && text.find_first_not_of("0123456789") == text.size() - 1;
}

inline void compare_rows(const Table& printed, const Table& rebuilt, std::vector<Difference>& found) {
  std::vector<std::string> order_printed;
  std::vector<std::string> order_rebuilt;
  const auto in_print = rows_by_id(printed, order_printed);
  const auto in_rebuilt = rows_by_id(rebuilt, order_rebuilt);
  const auto add = [&](const std::string& row, std::string column, std::string a, std::string b) {
    found.push_back({printed.annex, row, std::move(column), std::move(a), std::move(b)});
  };
  const auto row_name = [&](const std::string& id) {
    return id.empty() ? id : fmt::format("row {}", in_print.at(id).number);
  };
  for (const auto& id : order_printed) {
    const PlacedRow& was = in_print.at(id);
    const std::string number = fmt::format("{}", was.number);
    const auto now = in_rebuilt.find(id);
    if (now == in_rebuilt.end()) {
      add(number, "missing", plain_text(was.row->cells.front()), "");
      continue;
    }
    if (was.section != now->second.section) add(number, "section", was.section, now->second.section);
    for (std::size_t i = 0; i < printed.columns.size(); ++i) {
      const std::string a = i < was.row->cells.size() ? plain_text(was.row->cells[i]) : "";
      const std::string b = i < now->second.row->cells.size() ? plain_text(now->second.row->cells[i]) : "";
      if (a == b || (is_row_number(a) && is_row_number(b))) continue;
      const std::string& heading = printed.columns[i].heading;
      add(number, heading.empty() ? fmt::format("cell {}", i + 1) : heading, a, b);
    }
  }
  for (const auto& id : order_rebuilt)
    if (!in_print.contains(id)) add("", "extra", "", id);
  for (const Move& move : moves(order_printed, order_rebuilt))
    add(fmt::format("{}", in_print.at(move.name).number), "order", after(row_name(move.after_printed)),
        after(row_name(move.after_rebuilt)));
}

// `简称：short，full；short，full。`, or `缩略语：short：full；short：full。`, taken apart; the short form
// leads to the full one.
inline std::map<std::string, std::string> abbreviations_of(std::string line, std::vector<std::string>& order,
                                                           std::string& style) {
  std::map<std::string, std::string> entries;
  const std::string colon = "：";
  const std::string stop = "。";
  const auto begin = line.find(colon);
  if (begin == std::string::npos) return entries;
  style = line.substr(0, begin + colon.size());
  line = line.substr(begin + colon.size());
  if (line.ends_with(stop)) line = line.substr(0, line.size() - stop.size());
  const std::string semicolon = "；";
  const std::string between = style == "简称：" ? "，" : colon;
  style += "short" + between + "full";
  for (std::size_t from = 0; from < line.size();) {
    const auto end = std::min(line.find(semicolon, from), line.size());
    const std::string entry = line.substr(from, end - from);
    const auto at = std::min(entry.find(between), entry.size());
    entries[entry.substr(0, at)] = at == entry.size() ? "" : entry.substr(at + between.size());
    order.push_back(entry.substr(0, at));
    from = end + semicolon.size();
  }
  return entries;
}

inline void compare_abbreviations(const Table& printed, const Table& rebuilt,
                                  std::vector<Difference>& found) {
  std::vector<std::string> order_printed;
  std::vector<std::string> order_rebuilt;
  std::string style_printed;
  std::string style_rebuilt;
  const auto in_print = abbreviations_of(printed.abbreviations, order_printed, style_printed);
  const auto in_rebuilt = abbreviations_of(rebuilt.abbreviations, order_rebuilt, style_rebuilt);
  const auto add = [&](std::string a, std::string b) {
    found.push_back({printed.annex, "", "abbreviations", std::move(a), std::move(b)});
  };
  if (style_printed != style_rebuilt) add(style_printed, style_rebuilt);
  for (const auto& [name, full] : in_print)
    if (const auto now = in_rebuilt.find(name); now == in_rebuilt.end())
      add(name + "，" + full, "");
    else if (now->second != full)
      add(name + "，" + full, name + "，" + now->second);
  for (const auto& [name, full] : in_rebuilt)
    if (!in_print.contains(name)) add("", name + "，" + full);
  for (const Move& move : moves(order_printed, order_rebuilt))
    add(move.name + " " + after(move.after_printed), move.name + " " + after(move.after_rebuilt));
}

// The tables under the rows, cell by cell. `row` is "table 1", `column` the heads of row and column.
inline void compare_tables(const Table& printed, const Table& rebuilt, std::vector<Difference>& found) {
  for (std::size_t t = 0; t < std::max(printed.tables.size(), rebuilt.tables.size()); ++t) {
    const Table none;
    const Table& was = t < printed.tables.size() ? printed.tables[t] : none;
    const Table& is = t < rebuilt.tables.size() ? rebuilt.tables[t] : none;
    const auto compare = [&](const std::string& what, const std::string& a, const std::string& b) {
      if (a != b) found.push_back({printed.annex, fmt::format("table {}", t + 1), what, a, b});
    };
    compare("title", was.title, is.title);
    for (std::size_t i = 0; i < std::max(was.columns.size(), is.columns.size()); ++i)
      compare(fmt::format("head {}", i + 1), i < was.columns.size() ? full_heading(was, i) : "",
              i < is.columns.size() ? full_heading(is, i) : "");
    const auto cell = [](const Table& table, std::size_t row, std::size_t column) {
      if (table.sections.empty() || row >= table.sections[0].rows.size()) return std::string();
      const Row& of = table.sections[0].rows[row];
      return column < of.cells.size() ? plain_text(of.cells[column]) : std::string();
    };
    for (std::size_t row = 0; row < 16; ++row)
      for (std::size_t column = 0; column < 16; ++column)
        compare(cell(was, row, 0) + " / " + (column < was.columns.size() ? full_heading(was, column) : ""),
                cell(was, row, column), cell(is, row, column));
  }
}

inline std::vector<Difference> differences(const Table& printed, const Table& rebuilt) {
  std::vector<Difference> found;
  const auto compare = [&](const std::string& what, const std::string& a, const std::string& b) {
    if (a != b) found.push_back({printed.annex, "", what, a, b});
  };
  compare("title", printed.title, rebuilt.title);
  for (std::size_t i = 0; i < std::max(printed.columns.size(), rebuilt.columns.size()); ++i) {
    const auto head = [i](const Table& table) {
      return i < table.columns.size() ? table.columns[i].heading + " " + table.columns[i].mark : "";
    };
    compare(fmt::format("head {}", i + 1), head(printed), head(rebuilt));
  }
  for (std::size_t i = 0; i < std::max(printed.footnotes.size(), rebuilt.footnotes.size()); ++i) {
    const auto note = [i](const Table& table) {
      return i < table.footnotes.size() ? table.footnotes[i].mark + " " + table.footnotes[i].text : "";
    };
    compare(fmt::format("footnote {}", i + 1), note(printed), note(rebuilt));
  }
  for (std::size_t i = 0; i < std::max(printed.sections.size(), rebuilt.sections.size()); ++i) {
    const auto head = [i](const Table& table) {
      return i < table.sections.size() ? table.sections[i].heading + " " + table.sections[i].mark : "";
    };
    compare(fmt::format("section {}", i + 1), head(printed), head(rebuilt));
  }
  compare_rows(printed, rebuilt, found);
  compare_abbreviations(printed, rebuilt, found);
  compare_tables(printed, rebuilt, found);
  return found;
}

}  // namespace daybook
