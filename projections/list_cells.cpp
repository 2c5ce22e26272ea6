#include "list_cells.h"

#include <algorithm>

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

std::uint64_t pair_key(std::uint32_t high, std::uint32_t low) {
  return std::uint64_t{high} << 32 | low;
}

}  // namespace

ListCells::ListCells(const Register& reg, Language language)
    : register_(reg), language_(language), changes_(reg.vocabulary().days_of_change()) {}

CivilDate ListCells::first_day(VersionIndex v) const {
  return CivilDate::from_days(register_.versions().first_day[v]);
}

std::uint64_t ListCells::dated(Code code, VersionIndex v) const {
  const auto era = std::upper_bound(changes_.begin(), changes_.end(), first_day(v)) - changes_.begin();
  return pair_key(code, static_cast<std::uint32_t>(era));
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
  const auto title = decode<json::StringMap>(register_.versions().content[v].title);
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
