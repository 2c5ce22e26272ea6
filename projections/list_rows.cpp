#include "list_rows.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "daybook/base/fetch_ahead.h"
#include "daybook/projections/annex.h"

#include "wording_of.h"

namespace daybook {

namespace {

// The cell of that key, made by `make` when it is first asked for.
template <class Known, class Make>
Cell known_or(Known& known, std::uint64_t key, Make make) {
  auto found = known.find(key);
  if (found == known.end()) found = known.emplace(key, make()).first;
  return {found->second.runs.referring()};
}

// The text in a map of texts by language, in canonical JSON, that has just one and nothing escaped in it:
// {"zh":"…"}, as most titles are. None otherwise.
std::optional<std::string_view> only_text(std::string_view map) {
  constexpr std::size_t key_bytes = 7;  // {"zh":"
  constexpr std::string_view after = "\"}";
  if (map.size() < key_bytes + after.size() || map[key_bytes - 1] != '"' || !map.ends_with(after))
    return std::nullopt;
  map.remove_prefix(key_bytes);
  map.remove_suffix(after.size());
  if (map.find('"') != std::string_view::npos || map.find('\\') != std::string_view::npos)
    return std::nullopt;
  return map;
}

std::uint64_t pair_key(std::uint32_t high, std::uint32_t low) {
  return std::uint64_t{high} << 32 | low;
}

}  // namespace

ListRows::ListRows(const Register& reg, Language language, Versions versions)
    : register_(reg), language_(language), versions_(std::move(versions)), eras_(reg.vocabulary().eras()) {}

Cell ListRows::in_register(std::string_view text) {
  if (text.empty()) return {};
  in_register_.push_back({text, {}});
  return {Runs::referring(in_register_.back())};
}

CivilDate ListRows::first_day(VersionIndex v) const {
  return CivilDate::from_days(register_.versions().first_day[v]);
}

std::uint64_t ListRows::dated(Code code, VersionIndex v) const {
  return pair_key(code, eras_.of(first_day(v)));
}

// What versions have lies far apart in memory: it is fetched some rows ahead, first what the columns hold,
// then what that refers to, and then what that refers to.
void ListRows::make(std::size_t first, std::span<Row> rows) {
  constexpr std::size_t first_ahead = 24;
  constexpr std::size_t second_ahead = 16;
  constexpr std::size_t third_ahead = 8;
  in_register_.clear();
  in_register_.reserve(2 * rows.size());  // an id and a title
  const VersionColumns& known = register_.versions();
  const auto versions = std::span(*versions_).subspan(first);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i + first_ahead < versions.size()) {
      const VersionIndex v = versions[i + first_ahead];
      fetch_value_ahead(known.activity[v]);
      fetch_value_ahead(known.first_day[v]);
      fetch_value_ahead(known.last_day[v]);
      fetch_value_ahead(known.content[v]);
    }
    if (i + second_ahead < versions.size()) {
      const VersionIndex v = versions[i + second_ahead];
      fetch_ahead(known.content[v].title);
      register_.fetch_ahead_of(known.activity[v]);
    }
    if (i + third_ahead < versions.size())
      fetch_ahead(register_.activity_id(known.activity[versions[i + third_ahead]]));
    const VersionIndex v = versions[i];
    std::vector<Cell>& cells = rows[i].cells;
    cells.resize(6);
    cells[0] = id(v);
    cells[1] = dates(v);
    cells[2] = place(v);
    cells[3] = title(v);
    cells[4] = organizers(v);
    cells[5] = participants(v);
  }
}

Cell ListRows::id(VersionIndex v) {
  return in_register(register_.activity_id(register_.versions().activity[v]));
}

Cell ListRows::dates(VersionIndex v) {
  const VersionColumns& versions = register_.versions();
  const Code code = versions.content[v].dates;
  const auto in_words = [&](std::span<const DateRange> ranges) {
    return plain_cell(dates_in(ranges, language_));
  };
  if (code != 0) return known_or(dates_, code, [&] { return in_words(register_.dates()[code]); });
  const DateRange range{first_day(v), CivilDate::from_days(versions.last_day[v])};
  return known_or(single_ranges_,
                  pair_key(static_cast<std::uint32_t>(versions.first_day[v]),
                           static_cast<std::uint32_t>(versions.last_day[v])),
                  [&] { return in_words({&range, 1}); });
}

Cell ListRows::place(VersionIndex v) {
  const Code code = register_.versions().content[v].place;
  return known_or(places_, dated(code, v), [&] {
    return plain_cell(place_in(register_.places()[code], register_.vocabulary(), first_day(v), language_));
  });
}

Cell ListRows::title(VersionIndex v) {
  const std::string_view texts = register_.versions().content[v].title;
  if (const auto only = only_text(texts)) return in_register(*only);
  const auto title = decode<json::StringMap>(texts);
  return title ? plain_cell(title_in(*title, language_)) : Cell{};
}

Cell ListRows::parties(VersionIndex v, Code VersionContent::* list) {
  const Code code = register_.versions().content[v].*list;
  return known_or(parties_, dated(code, v), [&] {
    return cell_of_print(
        parties_in(register_.party_lists()[code], register_.vocabulary(), first_day(v), language_));
  });
}

}  // namespace daybook
