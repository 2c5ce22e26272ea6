#include "list_cells.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "daybook/projections/annex.h"

#include "wording_of.h"

namespace daybook {

namespace {

// The cell of that key, made by `make` when it is first asked for.
template <class Known, class Make>
const Cell& known_or(Known& known, std::uint64_t key, Make make) {
  const auto found = known.find(key);
  return found != known.end() ? found->second : known.emplace(key, make()).first->second;
}

// The text in a map of texts by language, in canonical JSON, that has just one and nothing escaped in it:
// {"zh":"…"}, as most titles are. None otherwise.
std::optional<std::string_view> only_text(std::string_view map) {
  constexpr std::string_view between = "\":\"";
  constexpr std::string_view after = "\"}";
  const std::size_t key_end = map.find(between);
  if (key_end == std::string_view::npos || !map.ends_with(after)) return std::nullopt;
  map.remove_prefix(key_end + between.size());
  map.remove_suffix(std::min(after.size(), map.size()));
  if (map.find('"') != std::string_view::npos || map.find('\\') != std::string_view::npos)
    return std::nullopt;
  return map;
}

std::uint64_t pair_key(std::uint32_t high, std::uint32_t low) {
  return std::uint64_t{high} << 32 | low;
}

}  // namespace

ListCells::ListCells(const Register& reg, Language language)
    : register_(reg), language_(language), eras_(reg.vocabulary().eras()) {}

CivilDate ListCells::first_day(VersionIndex v) const {
  return CivilDate::from_days(register_.versions().first_day[v]);
}

std::uint64_t ListCells::dated(Code code, VersionIndex v) const {
  return pair_key(code, eras_.of(first_day(v)));
}

std::vector<Cell> ListCells::row(VersionIndex v) {
  std::vector<Cell> cells;
  cells.reserve(6);
  cells.push_back(id(v));
  cells.push_back(dates(v));
  cells.push_back(place(v));
  cells.push_back(title(v));
  cells.push_back(organizers(v));
  cells.push_back(participants(v));
  return cells;
}

Cell ListCells::id(VersionIndex v) const {
  return plain_cell(std::string(register_.activity_id(register_.versions().activity[v])));
}

const Cell& ListCells::dates(VersionIndex v) {
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

const Cell& ListCells::place(VersionIndex v) {
  const Code code = register_.versions().content[v].place;
  return known_or(places_, dated(code, v), [&] {
    return plain_cell(place_in(register_.places()[code], register_.vocabulary(), first_day(v), language_));
  });
}

Cell ListCells::title(VersionIndex v) const {
  const std::string_view texts = register_.versions().content[v].title;
  if (const auto only = only_text(texts)) return plain_cell(std::string(*only));
  const auto title = decode<json::StringMap>(texts);
  return title ? plain_cell(title_in(*title, language_)) : Cell{};
}

const Cell& ListCells::parties(VersionIndex v, Code VersionContent::* list) {
  const Code code = register_.versions().content[v].*list;
  return known_or(parties_, dated(code, v), [&] {
    return cell_of_print(
        parties_in(register_.party_lists()[code], register_.vocabulary(), first_day(v), language_));
  });
}

}  // namespace daybook
