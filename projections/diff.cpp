#include "daybook/projections/diff.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "daybook/base/utf8.h"

namespace daybook {

namespace {

struct NumberedRow {
  std::size_t number = 0;  // from 1, through all sections
  const Section* section = nullptr;
  const Row* row = nullptr;
};

std::vector<NumberedRow> rows_of(const Table& table) {
  std::vector<NumberedRow> rows;
  for (const Section& section : table.sections)
    for (const Row& row : section.rows)
      rows.push_back({rows.size() + 1, &section, &row});
  return rows;
}

std::string words_of(const Row& row) {
  std::string words;
  for (const Cell& cell : row.cells)
    if (const std::string text = plain_text(cell); !text.empty())
      words += (words.empty() ? "" : " | ") + text;
  return words;
}

// Of numbers that are all different, those of a longest ascending run, not necessarily next to each other.
std::vector<std::size_t> longest_ascending(const std::vector<std::size_t>& numbers) {
  std::vector<std::size_t> tails;  // indices: the smallest end of an ascending run of each length
  std::vector<std::size_t> before(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const auto at =
        std::lower_bound(tails.begin(), tails.end(), numbers[i],
                         [&](std::size_t tail, std::size_t number) { return numbers[tail] < number; });
    before[i] = at == tails.begin() ? i : *(at - 1);
    if (at == tails.end())
      tails.push_back(i);
    else
      *at = i;
  }
  std::vector<std::size_t> run;
  for (std::size_t i = tails.empty() ? 0 : tails.back(); run.size() < tails.size(); i = before[i])
    run.push_back(numbers[i]);
  std::reverse(run.begin(), run.end());
  return run;
}

std::vector<std::string_view> characters_of(std::string_view text) {
  std::vector<std::string_view> characters;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
      ++end;
    characters.push_back(text.substr(at, end - at));
    at = end;
  }
  return characters;
}

// REQUIRES: where the last run is edited alike, the character stands behind it.
void add_character(std::vector<Run>& runs, Edit edit, std::string_view character) {
  if (runs.empty() || runs.back().edit != edit)
    runs.push_back({character, {}, edit});
  else
    runs.back().text = {runs.back().text.data(), runs.back().text.size() + character.size()};
}

void compare_cells(const Table& before, const Table& after, const Row& old_row, const Row& new_row,
                   std::vector<RowDifference>& changed) {
  const std::size_t cells = std::max(old_row.cells.size(), new_row.cells.size());
  const auto& columns = after.columns.size() >= before.columns.size() ? after.columns : before.columns;
  for (std::size_t i = 0; i < cells; ++i) {
    const std::string was = i < old_row.cells.size() ? plain_text(old_row.cells[i]) : std::string();
    const std::string is = i < new_row.cells.size() ? plain_text(new_row.cells[i]) : std::string();
    if (was != is)
      changed.push_back({new_row.id, i < columns.size() ? columns[i].heading : std::string(), was, is, {}});
  }
}

// Common rows that are no part of the longest run in the same order, and those that changed their section.
void find_moved(const std::vector<std::pair<NumberedRow, NumberedRow>>& common, Diff& diff) {
  std::vector<std::size_t> order;
  for (const auto& rows : common)
    order.push_back(rows.second.number);
  const auto stayed = longest_ascending(order);
  for (const auto& [was, is] : common) {
    const bool same_section = was.section->heading == is.section->heading;
    if (same_section && std::binary_search(stayed.begin(), stayed.end(), is.number)) continue;
    diff.moved.push_back(
        {is.row->id,
         {},
         same_section ? fmt::format("{}", was.number)
                      : fmt::format("{} ({})", was.number, was.section->heading),
         same_section ? fmt::format("{}", is.number) : fmt::format("{} ({})", is.number, is.section->heading),
         {}});
  }
}

}  // namespace

Diff diff(const Table& before, const Table& after,
          const std::function<std::vector<HistoryEntry>(const std::string& id)>& events_of) {
  Diff diff;
  std::map<std::string, NumberedRow> news;
  for (const NumberedRow& row : rows_of(after))
    news.emplace(row.row->id, row);
  std::vector<std::pair<NumberedRow, NumberedRow>> common;
  for (const NumberedRow& was : rows_of(before)) {
    const auto is = news.find(was.row->id);
    if (is == news.end()) {
      diff.removed.push_back({was.row->id, {}, words_of(*was.row), {}, {}});
      continue;
    }
    common.emplace_back(was, is->second);
    compare_cells(before, after, *was.row, *is->second.row, diff.changed);
    news.erase(is);
  }
  for (const NumberedRow& row : rows_of(after))
    if (news.contains(row.row->id)) diff.added.push_back({row.row->id, {}, {}, words_of(*row.row), {}});
  find_moved(common, diff);
  for (auto* rows : {&diff.added, &diff.removed, &diff.moved, &diff.changed})
    for (RowDifference& row : *rows)
      row.events = events_of(row.id);
  return diff;
}

Cell marked_difference(std::string_view before, std::string_view after) {
  const auto a = characters_of(before);
  const auto b = characters_of(after);
  // common[i][j] = length of the longest common part of a from i on and b from j on.
  std::vector<std::vector<std::uint32_t>> common(a.size() + 1, std::vector<std::uint32_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;)
      common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
  std::vector<Run> runs;
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      add_character(runs, Edit::none, a[i++]);
      ++j;
    } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
      add_character(runs, Edit::removed, a[i++]);
    } else {
      add_character(runs, Edit::added, b[j++]);
    }
  }
  return {runs};
}

Table diff_table(const Diff& diff, std::string title, Language language) {
  const bool zh = language == Language::zh;
  Table table;
  table.language = tag(language);
  table.title = std::move(title);
  for (const char* heading :
       zh ? std::array{"编号", "栏目", "变动", "事件"} : std::array{"Id", "Cell", "Change", "Events"})
    table.columns.push_back({heading, {}, {}});
  table.columns.front().whole = true;
  const auto add = [&](const char* heading_zh, const char* heading_en,
                       const std::vector<RowDifference>& rows) {
    if (rows.empty()) return;
    Section section{fmt::format("{} ({})", zh ? heading_zh : heading_en, rows.size()), {}, {}};
    for (const RowDifference& row : rows) {
      std::string events;
      for (const HistoryEntry& entry : row.events)
        events += fmt::format("{}{} {} {}{}", events.empty() ? "" : "; ", entry.position, entry.event.type,
                              entry.event.actor, entry.event.reason.empty() ? "" : ": " + entry.event.reason);
      const bool moved = &rows == &diff.moved;
      section.rows.push_back({{},
                              {plain_cell(row.id), plain_cell(row.cell),
                               moved ? plain_cell(row.old_words + " → " + row.new_words)
                                     : marked_difference(row.old_words, row.new_words),
                               plain_cell(std::move(events))}});
    }
    table.sections.push_back(std::move(section));
  };
  add("增加", "Added", diff.added);
  add("删去", "Removed", diff.removed);
  add("移动", "Moved", diff.moved);
  add("更改", "Changed", diff.changed);
  return table;
}

Value diff_value(const Diff& diff) {
  const auto rows_value = [](const std::vector<RowDifference>& rows) {
    Value::List list;
    for (const RowDifference& row : rows) {
      Value::List events;
      for (const HistoryEntry& entry : row.events)
        events.push_back({Value::Object{{"event", Value{entry.event.id}},
                                        {"position", Value{std::int64_t{entry.position}}},
                                        {"type", Value{entry.event.type}},
                                        {"recorded_at", Value{entry.event.recorded_at}},
                                        {"actor", Value{entry.event.actor}},
                                        {"reason", Value{entry.event.reason}}}});
      list.push_back({Value::Object{{"id", Value{row.id}},
                                    {"cell", Value{row.cell}},
                                    {"old", Value{row.old_words}},
                                    {"new", Value{row.new_words}},
                                    {"events", Value{std::move(events)}}}});
    }
    return Value{std::move(list)};
  };
  return {Value::Object{{"between", Value{Value::List{Value{diff.between[0]}, Value{diff.between[1]}}}},
                        {"added", rows_value(diff.added)},
                        {"removed", rows_value(diff.removed)},
                        {"moved", rows_value(diff.moved)},
                        {"changed", rows_value(diff.changed)}}};
}

}  // namespace daybook
