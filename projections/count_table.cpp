#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "daybook/projections/count.h"

namespace daybook {

namespace {

constexpr std::size_t grid_columns_max = 12;

bool has_codes(Facet facet) {
  switch (facet) {
    case Facet::year:
    case Facet::month:
    case Facet::annex:
      return false;
    default:
      return true;
  }
}

std::string total_word(Language language) {
  return language == Language::zh ? "合计" : "Total";
}
std::string count_word(Language language) {
  return language == Language::zh ? "活动数" : "Activities";
}

Cell number(std::uint64_t n) {
  return plain_cell(fmt::format("{}", n));
}

std::string title_of(const CountQuestion& question) {
  std::string title = question.language == Language::zh ? "活动数" : "Activities";
  if (question.grouped)
    title = question.language == Language::zh ? "归并后的活动数" : "Activities as grouped";
  for (std::size_t i = 0; i < question.by.size(); ++i) {
    if (question.language == Language::zh)
      title += (i == 0 ? "，按" : "和") + label(question.by[i], question.language);
    else
      title += (i == 0 ? " by " : " and ") + label(question.by[i], question.language);
  }
  return title;
}

// The codes and names of the facets' values, then the count.
Table list_of(const Counts& counts, const CountQuestion& question, const Vocabulary& vocabulary) {
  Table table;
  for (const Facet facet : question.by) {
    table.columns.push_back({label(facet, question.language), {}, Align::left});
    if (has_codes(facet)) table.columns.push_back({std::string(name_of(facet)), {}, Align::left});
  }
  table.columns.push_back({count_word(question.language), {}, Align::right});
  Section section;
  for (const CountLine& line : counts.lines) {
    Row row;
    for (std::size_t i = 0; i < question.by.size(); ++i) {
      row.cells.push_back(plain_cell(label(question.by[i], line.values[i], question.language, vocabulary)));
      if (has_codes(question.by[i])) row.cells.push_back(plain_cell(line.values[i]));
    }
    row.cells.push_back(number(line.count));
    section.rows.push_back(std::move(row));
  }
  Row total;
  total.cells.resize(table.columns.size());
  total.cells.front() = plain_cell(total_word(question.language));
  total.cells.back() = number(counts.total);
  section.rows.push_back(std::move(total));
  table.sections.push_back(std::move(section));
  return table;
}

// One row a value of the first facet, one column a value of the second.
Table grid_of(const Counts& counts, const CountQuestion& question, const Vocabulary& vocabulary,
              const std::vector<std::string>& across) {
  Table table;
  table.columns.push_back({label(question.by[0], question.language), {}, Align::left});
  for (const std::string& value : across)
    table.columns.push_back({label(question.by[1], value, question.language, vocabulary), {}, Align::right});
  Section section;
  std::map<std::string, std::size_t> row_of;
  for (const CountLine& line : counts.lines) {
    const auto [index, added] = row_of.try_emplace(line.values[0], section.rows.size());
    if (added) {
      Row row;
      row.cells.resize(table.columns.size());
      row.cells.front() = plain_cell(label(question.by[0], line.values[0], question.language, vocabulary));
      section.rows.push_back(std::move(row));
    }
    const auto column = std::find(across.begin(), across.end(), line.values[1]) - across.begin() + 1;
    section.rows[index->second].cells[static_cast<std::size_t>(column)] = number(line.count);
  }
  table.sections.push_back(std::move(section));
  return table;
}

std::vector<std::string> second_values(const Counts& counts) {
  std::vector<std::string> values;
  for (const CountLine& line : counts.lines)
    if (std::find(values.begin(), values.end(), line.values[1]) == values.end())
      values.push_back(line.values[1]);
  return values;
}

void add_notes(Table& table, const Counts& counts, const CountQuestion& question, bool total_shown) {
  const bool zh = question.language == Language::zh;
  if (!total_shown)
    table.notes.push_back(
        fmt::format(fmt::runtime(zh ? "合计{}项活动。" : "{} activities in all."), counts.total));
  if (counts.without > 0)
    table.notes.push_back(fmt::format(fmt::runtime(zh ? "其中{}项没有这样的值，不在表中。"
                                                      : "{} of them have no such value and stand in no row."),
                                      counts.without));
  std::uint64_t sum = 0;
  for (const CountLine& line : counts.lines)
    sum += line.count;
  if (sum > counts.total - counts.without)
    table.notes.emplace_back(
        zh ? "一项活动可有几个值，各行之和因此大于合计。"
           : "An activity may have several values, so that the rows add up to more than the total.");
}

}  // namespace

Table count_table(const Counts& counts, const CountQuestion& question, const Vocabulary& vocabulary) {
  auto across = question.by.size() == 2 ? second_values(counts) : std::vector<std::string>();
  const bool grid = question.by.size() == 2 && across.size() <= grid_columns_max;
  if (grid && (question.by[1] == Facet::year || question.by[1] == Facet::month))
    std::sort(across.begin(), across.end());
  Table table = grid ? grid_of(counts, question, vocabulary, across) : list_of(counts, question, vocabulary);
  table.language = tag(question.language);
  table.title = title_of(question);
  add_notes(table, counts, question, !grid);
  return table;
}

Value count_value(const Counts& counts, const CountQuestion& question, const Vocabulary& vocabulary) {
  Value::List by;
  for (const Facet facet : question.by)
    by.push_back({std::string(name_of(facet))});
  Value::List lines;
  for (const CountLine& line : counts.lines) {
    Value::Object object;
    std::string words;
    for (std::size_t i = 0; i < question.by.size(); ++i) {
      object.emplace_back(std::string(name_of(question.by[i])), Value{line.values[i]});
      words += (i == 0 ? "" : " / ") + label(question.by[i], line.values[i], question.language, vocabulary);
    }
    object.emplace_back("label", Value{std::move(words)});
    object.emplace_back("count", Value{static_cast<std::int64_t>(line.count)});
    lines.push_back({std::move(object)});
  }
  return {Value::Object{{"by", Value{std::move(by)}},
                        {"total", Value{static_cast<std::int64_t>(counts.total)}},
                        {"without", Value{static_cast<std::int64_t>(counts.without)}},
                        {"counts", Value{std::move(lines)}}}};
}

}  // namespace daybook
