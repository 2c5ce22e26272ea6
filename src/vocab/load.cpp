// Reading the files of config/vocab.
#include <algorithm>
#include <array>
#include <span>

#include <fmt/format.h>

#include "daybook/base/csv.h"
#include "daybook/base/utf8.h"
#include "daybook/vocab/vocabulary.h"

namespace daybook {

namespace {

// One row of a vocabulary file, its cells by the names of their columns.
class VocabularyRow {
 public:
  VocabularyRow(const CsvTable& table, const CsvRow& row) : table_(table), row_(row) {}

  std::string_view operator[](std::string_view column) const {
    const auto index = table_.column(column);
    return index ? trim(row_.cells[*index]) : std::string_view();
  }
  std::vector<std::string> list(std::string_view column) const {
    std::vector<std::string> items;
    std::string_view rest = (*this)[column];
    while (!rest.empty()) {
      const auto bar = std::min(rest.find('|'), rest.size());
      if (const auto item = trim(rest.substr(0, bar)); !item.empty()) items.emplace_back(item);
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
    return items;
  }
  tl::unexpected<Failure> bad(std::string_view column, std::string sentence) const {
    return fail(
        {ErrorCode::vocabulary, std::move(sentence), {table_.file, row_.number, std::string(column)}, {}});
  }
  tl::unexpected<Failure> bad(std::string_view column, Error error) const {
    error.place = {table_.file, row_.number, std::string(column)};
    return fail(std::move(error));
  }

 private:
  const CsvTable& table_;
  const CsvRow& row_;
};

template <class Each>
result<void> for_each_row(const std::string& file, const std::vector<std::string>& columns, Each each) {
  const auto table = read_csv(file);
  if (!table) {
    Error error = table.error();
    error.code = ErrorCode::vocabulary;
    return fail(std::move(error));
  }
  if (table->columns != columns)
    return fail({ErrorCode::vocabulary,
                 fmt::format("the columns must be {}", fmt::join(columns, ",")),
                 {file, 1, {}},
                 {}});
  for (const auto& row : table->rows) {
    const VocabularyRow cells(*table, row);
    const std::string_view id = columns.front();
    if (cells[id].empty()) return cells.bad(id, "the id is missing");
    if (auto done = each(cells); !done) return done;
  }
  return {};
}

result<void> add_names(Names& names, const VocabularyRow& row, std::string_view id,
                       std::span<const std::string_view> columns) {
  for (const auto column : columns)
    if (auto added = names.add(row[column], id); !added) return row.bad(column, added.error());
  for (const auto& alias : row.list("aliases"))
    if (auto added = names.add(alias, id); !added) return row.bad("aliases", added.error());
  // Last, so that a hint spells a name as people write it: OSCE, not osce.
  if (auto added = names.add(id, id); !added) return row.bad("id", added.error());
  return {};
}

result<CivilDate> bound(const VocabularyRow& row, std::string_view column, std::string_view otherwise) {
  const auto text = row[column].empty() ? otherwise : row[column];
  auto day = CivilDate::parse_iso(text);
  if (!day) return row.bad(column, day.error());
  return *day;
}

constexpr std::array<std::string_view, 6> languages{"zh", "en", "fr", "es", "ru", "ar"};
constexpr std::array<std::string_view, 4> organization_name_columns{"acronym", "zh", "full_zh", "en"};
constexpr std::array<std::string_view, 2> city_name_columns{"zh", "en"};

}  // namespace

result<void> Vocabulary::load_states(const std::string& file) {
  return for_each_row(
      file, {"iso3", "m49", "group", "from", "to", "zh", "en", "fr", "es", "ru", "ar", "aliases"},
      [&](const VocabularyRow& row) -> result<void> {
        const std::string iso3{row["iso3"]};
        if (std::find(region_codes.begin(), region_codes.end(), row["group"]) == region_codes.end())
          return row.bad("group", fmt::format("\"{}\" is not a regional group", row["group"]));
        const auto from = bound(row, "from", "1900-01-01");
        if (!from) return fail(from.error());
        const auto to = bound(row, "to", "2199-12-31");
        if (!to) return fail(to.error());
        if (*to < *from) return row.bad("to", "the period ends before it begins");
        StatePeriod period{{*from, *to}, std::string(row["group"]), {}};
        for (const auto language : languages) {
          if (row[language].empty()) return row.bad(language, "the name is missing");
          period.name.emplace(language, row[language]);
        }
        const auto [index, added] = state_by_id_.try_emplace(iso3, states_.size());
        if (added) states_.push_back({iso3, std::string(row["m49"]), {}});
        auto& periods = states_[index->second].periods;
        for (const auto& other : periods)
          if (period.valid.first <= other.valid.last && other.valid.first <= period.valid.last)
            return row.bad("from", fmt::format("{} has two names or groups on one day", iso3));
        periods.push_back(std::move(period));
        std::sort(periods.begin(), periods.end(),
                  [](auto& a, auto& b) { return a.valid.first < b.valid.first; });
        return add_names(state_names_, row, iso3, languages);
      });
}

result<void> Vocabulary::load_organizations(const std::string& file) {
  return for_each_row(
      file, {"id", "acronym", "zh", "full_zh", "en", "parent", "aliases"},
      [&](const VocabularyRow& row) -> result<void> {
        const std::string id{row["id"]};
        if (!organization_by_id_.try_emplace(id, organizations_.size()).second)
          return row.bad("id", fmt::format("\"{}\" stands twice", id));
        if (row["zh"].empty()) return row.bad("zh", "the printed name is missing");
        organizations_.push_back({id, std::string(row["acronym"]), std::string(row["zh"]),
                                  std::string(row["full_zh"]), std::string(row["en"]), row.list("parent")});
        return add_names(organization_names_, row, id, organization_name_columns);
      });
}

result<void> Vocabulary::load_cities(const std::string& file) {
  return for_each_row(file, {"id", "zh", "en", "state", "alone", "aliases"},
                      [&](const VocabularyRow& row) -> result<void> {
                        const std::string id{row["id"]};
                        if (!city_by_id_.try_emplace(id, cities_.size()).second)
                          return row.bad("id", fmt::format("\"{}\" stands twice", id));
                        if (row["zh"].empty()) return row.bad("zh", "the printed name is missing");
                        cities_.push_back({id, std::string(row["zh"]), std::string(row["en"]),
                                           std::string(row["state"]), row["alone"] == "yes"});
                        return add_names(city_names_, row, id, city_name_columns);
                      });
}

result<void> Vocabulary::load_terms(const std::string& file) {
  return for_each_row(
      file, {"id", "acronym", "zh", "full_zh", "en"}, [&](const VocabularyRow& row) -> result<void> {
        terms_.push_back({std::string(row["id"]), std::string(row["acronym"]), std::string(row["zh"]),
                          std::string(row["full_zh"]), std::string(row["en"])});
        return {};
      });
}

result<void> Vocabulary::check_references(const std::string& folder) const {
  for (const auto& organization : organizations_)
    for (const auto& parent : organization.parents)
      if (!organization_by_id_.contains(parent))
        return fail({ErrorCode::vocabulary,
                     fmt::format("{} has the unknown parent \"{}\"", organization.id, parent),
                     {folder + "/organizations.csv", 0, "parent"},
                     {}});
  for (const auto& city : cities_)
    if (!state_by_id_.contains(city.state))
      return fail({ErrorCode::vocabulary,
                   fmt::format("{} lies in the unknown State \"{}\"", city.id, city.state),
                   {folder + "/places.csv", 0, "state"},
                   {}});
  return {};
}

result<Vocabulary> Vocabulary::load(const std::string& folder) {
  Vocabulary vocabulary;
  for (const auto& done : {vocabulary.load_states(folder + "/states.csv"),
                           vocabulary.load_organizations(folder + "/organizations.csv"),
                           vocabulary.load_cities(folder + "/places.csv"),
                           vocabulary.load_terms(folder + "/terms.csv"), vocabulary.check_references(folder)})
    if (!done) return fail(done.error());
  return vocabulary;
}

}  // namespace daybook
