// Annex XXI: which member of the Council coordinated which working group, a column a year.
#include <map>

#include <fmt/format.h>

#include "daybook/projections/annex.h"

#include "name_order.h"
#include "period_words.h"

namespace daybook::annex_xxi {

namespace {

// 2016(自5月起): the first year, where the period begins within it.
std::string year_head(std::int64_t year, const Period& period, Language language) {
  if (!period.from || period.from->year() != year || (period.from->month() == 1 && period.from->day() == 1))
    return fmt::format("{}", year);
  if (language == Language::zh) return fmt::format("{}(自{}月起)", year, period.from->month());
  static constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                           "May",       "June",     "July",     "August",
                                                           "September", "October",  "November", "December"};
  return fmt::format("{} (from {})", year, months[period.from->month() - 1]);
}

Table rebuilt(const View& view, const Period& period, Language language) {
  const bool english = language == Language::en;
  const Vocabulary& vocabulary = view.of().vocabulary();
  std::map<std::int64_t, std::map<std::int64_t, std::string>> states;  // by group and year
  std::int64_t first = 2199;
  std::int64_t last = 1900;
  for (const auto* fact : view.facts<CoordinatorAssigned>()) {
    const auto& [group, state, year] = fact->data;
    if ((period.from && year < period.from->year()) || (period.to && period.to->year() < year)) continue;
    states[group][year] = vocabulary.state_name(state, tag(language), naming_day(period));
    first = std::min(first, year);
    last = std::max(last, year);
  }
  Table table;
  table.annex = "xxi";
  table.language = tag(language);
  table.title = english
                    ? "Coordinators of the working groups of the Security Council Committee established "
                      "pursuant to resolution 1540 (2004)" +
                          years_words(period, language)
                    : years_words(period, language) + "安全理事会第1540(2004)号决议所设委员会工作组协调员";
  table.columns.push_back({english ? "Working group" : "工作组", {}, {}});
  for (std::int64_t year = first; year <= last; ++year)
    table.columns.push_back({year_head(year, period, language), {}, {}});
  Section& section = table.sections.emplace_back();
  for (const auto& [group, by_year] : states) {
    Row row{fmt::format("group/{}", group), {plain_cell(fmt::format("{}", group))}};
    for (std::int64_t year = first; year <= last; ++year) {
      const auto state = by_year.find(year);
      row.cells.push_back(plain_cell(state == by_year.end() ? "—" : state->second));
    }
    section.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

const AnnexRule& rule() {
  static constexpr AnnexRule known{"xxi", rebuilt};
  return known;
}

}  // namespace daybook::annex_xxi
