#include "list_table.h"

#include <fmt/format.h>

#include "name_order.h"
#include "wording_of.h"

namespace daybook {

std::string day_in(CivilDate day, Language language) {
  const DateRange range{day, day};
  return dates_in({&range, 1}, language);
}

std::string paragraphs(const std::vector<std::string>& lines) {
  return fmt::format("{}", fmt::join(lines, "\n"));
}

Table name_table(const NameList& list, const View& view, const Period& period, Language language) {
  const Vocabulary& vocabulary = view.of().vocabulary();
  const CivilDate on = naming_day(period);
  Table table;
  table.annex = list.annex;
  table.language = tag(language);
  table.title = list.title;
  table.columns.emplace_back();
  for (const std::string& head : list.heads)
    table.columns.push_back({head, {}, {}});
  std::vector<std::string> streams = list.streams;
  sort_by_english_name(streams, vocabulary, on);
  Section& section = table.sections.emplace_back();
  for (const std::string& stream : streams) {
    Row row{stream,
            {plain_cell(fmt::format("{}.", section.rows.size() + 1)),
             plain_cell(list_name(stream, vocabulary, language, on))}};
    std::vector<std::string> lines;
    if (const auto known = list.days.find(stream); known != list.days.end())
      for (const CivilDate day : known->second)
        lines.push_back(day_in(day, language));
    if (!lines.empty()) row.cells.push_back(plain_cell(paragraphs(lines)));
    section.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace daybook
