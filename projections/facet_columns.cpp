#include "facet_columns.h"

#include <algorithm>
#include <iterator>
#include <map>

#include <boost/unordered/unordered_flat_map.hpp>
#include <fmt/format.h>

namespace daybook {

namespace {

// One part of a column while it is built.
struct Coded {
  std::vector<Code> codes;     // by version
  std::vector<ValueSet> sets;  // by code
};

// By version, the code of what one field of it is.
template <class Field>
std::vector<Code> codes_of(const Register& reg, Field VersionContent::* field) {
  std::vector<Code> codes;
  codes.reserve(reg.versions().content.size());
  for (const VersionContent& content : reg.versions().content)
    codes.push_back(static_cast<Code>(content.*field));
  return codes;
}

// Pairs of codes, numbered in the order in which they come.
struct CodePairs {
  std::vector<Code> codes;                   // the number of the pair, by version
  std::vector<std::pair<Code, Code>> pairs;  // by number
  Code count() const { return static_cast<Code>(pairs.size()); }
};

CodePairs pairs_of(std::span<const Code> a, std::span<const Code> b) {
  boost::unordered_flat_map<std::uint64_t, Code> known;
  CodePairs numbered;
  numbered.codes.reserve(a.size());
  for (std::size_t v = 0; v < a.size(); ++v) {
    const auto [pair, added] = known.try_emplace((std::uint64_t{a[v]} << 32) | b[v], numbered.count());
    if (added) numbered.pairs.emplace_back(a[v], b[v]);
    numbered.codes.push_back(pair->second);
  }
  return numbered;
}

// Lists that hold the same values get one code, and lists that no version has get none.
template <class ValuesOf>
Coded coded(std::span<const Code> lists, Code list_count, const ValuesOf& values_of) {
  constexpr Code unused = 0xFFFF'FFFF;
  std::vector<Code> code_of(list_count, unused);
  std::map<ValueSet, Code> known;
  Coded part;
  part.codes.reserve(lists.size());
  for (const Code list : lists) {
    if (code_of[list] == unused) {
      ValueSet values = values_of(list);
      const auto [code, added] = known.try_emplace(values, static_cast<Code>(part.sets.size()));
      if (added) part.sets.push_back(std::move(values));
      code_of[list] = code->second;
    }
    part.codes.push_back(code_of[list]);
  }
  return part;
}

Codes narrow(const std::vector<Code>& codes, std::size_t code_count) {
  if (code_count <= 0x100) return std::vector<std::uint8_t>(codes.begin(), codes.end());
  if (code_count <= 0x1'0000) return std::vector<std::uint16_t>(codes.begin(), codes.end());
  return codes;
}

// Every value of the sets, ascending.
std::vector<std::string> values_in(std::initializer_list<const std::vector<ValueSet>*> sets_of_parts) {
  ValueSet all;
  for (const auto* sets : sets_of_parts)
    for (const ValueSet& set : *sets)
      all.insert(set.begin(), set.end());
  return {all.begin(), all.end()};
}

FacetPart part_of(Codes codes, const std::vector<ValueSet>& sets, const std::vector<std::string>& values) {
  FacetPart part;
  part.codes = std::move(codes);
  part.first.push_back(0);
  for (const ValueSet& set : sets) {
    for (const std::string& value : set)
      part.list.push_back(
          static_cast<std::uint32_t>(std::lower_bound(values.begin(), values.end(), value) - values.begin()));
    part.first.push_back(static_cast<std::uint32_t>(part.list.size()));
    part.none.push_back(set.empty() ? 1 : 0);
  }
  return part;
}

template <class ValuesOf>
FacetColumn build(std::span<const Code> lists, Code list_count, const ValuesOf& values_of) {
  const Coded part = coded(lists, list_count, values_of);
  return build_column(narrow(part.codes, part.sets.size()), part.sets);
}

// The codes are the values of an enumeration.
template <class E>
FacetColumn build_named(std::span<const Code> codes) {
  return build(codes, static_cast<Code>(EnumNames<E>::names.size()),
               [](Code code) { return ValueSet{std::string(EnumNames<E>::names[code])}; });
}

ValueSet set_of(const StringList& list) {
  return {list.begin(), list.end()};
}

void add_bodies(ValueSet& ids, const PartyList& parties, const Vocabulary& vocabulary, bool roll_up) {
  std::vector<std::string> waiting;
  for (const Party& party : parties)
    if (!party.organization.empty()) waiting.push_back(party.organization);
  while (!waiting.empty()) {
    const std::string id = std::move(waiting.back());
    waiting.pop_back();
    if (!ids.insert(id).second || !roll_up) continue;
    if (const Organization* body = vocabulary.organization(id))
      waiting.insert(waiting.end(), body->parents.begin(), body->parents.end());
  }
}

// Months are counted from January of the first year that a date may have.
constexpr int year_min = 1900;

std::string year_text(Code month) {
  return fmt::format("{}", year_min + month / 12);
}

std::string month_text(Code month) {
  return fmt::format("{}-{:02}", year_text(month), month % 12 + 1);
}

Code month_of(CivilDate day) {
  const auto ymd = day.ymd();
  return static_cast<Code>((static_cast<int>(ymd.year()) - year_min) * 12 +
                           static_cast<int>(static_cast<unsigned>(ymd.month())) - 1);
}

Code last_code(std::span<const Code> codes) {
  return codes.empty() ? 0 : *std::max_element(codes.begin(), codes.end());
}

// A body that organizes and takes part counts once: as a participant, in the first part. Organizers less the
// participants have few sets, since a list of organizers is short; participants less the organizers have
// many.
template <class Bodies>
FacetColumn build_organizations(const Register& reg, Bodies bodies) {
  const auto organizer_lists = codes_of(reg, &VersionContent::organizers);
  const auto participant_lists = codes_of(reg, &VersionContent::participants);
  const CodePairs parties = pairs_of(organizer_lists, participant_lists);
  const std::string neither;  // in the set of a pair that has no body at all
  const Coded participants = coded(participant_lists, reg.party_lists().size(), bodies);
  Coded organizers_only = coded(parties.codes, parties.count(), [&](Code pair) {
    const ValueSet organizers = bodies(parties.pairs[pair].first);
    const ValueSet others = bodies(parties.pairs[pair].second);
    ValueSet left;
    std::set_difference(organizers.begin(), organizers.end(), others.begin(), others.end(),
                        std::inserter(left, left.end()));
    return organizers.empty() && others.empty() ? ValueSet{neither} : left;
  });
  std::vector<std::uint8_t> none;
  for (ValueSet& set : organizers_only.sets)
    none.push_back(static_cast<std::uint8_t>(set.erase(neither)));
  FacetColumn column;
  column.values = values_in({&participants.sets, &organizers_only.sets});
  for (const Coded* part : std::initializer_list<const Coded*>{&participants, &organizers_only})
    column.parts.push_back(part_of(narrow(part->codes, part->sets.size()), part->sets, column.values));
  column.parts.back().none = std::move(none);
  return column;
}

// By version, of its first day.
std::vector<Code> eras_of(const Register& reg, const Eras& eras) {
  std::vector<Code> numbers;
  numbers.reserve(reg.versions().first_day.size());
  for (const std::int32_t day : reg.versions().first_day)
    numbers.push_back(eras.of(CivilDate::from_days(day)));
  return numbers;
}

// `groups_on(code, day)` answers the groups that a code stands for on a day; they change at certain days
// only.
template <class GroupsOn>
FacetColumn build_regions(const Register& reg, std::span<const Code> codes, GroupsOn groups_on) {
  const Eras eras = reg.vocabulary().eras();
  const CodePairs dated = pairs_of(codes, eras_of(reg, eras));
  return build(dated.codes, dated.count(), [&](Code pair) {
    const auto& [code, era] = dated.pairs[pair];
    return set_of(groups_on(code, eras.day_in(era)));
  });
}

FacetColumn build_regions_served(const Register& reg) {
  const CodePairs served =
      pairs_of(codes_of(reg, &VersionContent::states), codes_of(reg, &VersionContent::regions));
  return build_regions(reg, served.codes, [&](Code pair, CivilDate on) {
    return groups_of(reg.string_lists()[served.pairs[pair].first],
                     reg.string_lists()[served.pairs[pair].second], on, reg.vocabulary());
  });
}

std::vector<Code> months_of(const Register& reg) {
  std::vector<Code> months;
  months.reserve(reg.versions().first_day.size());
  for (const std::int32_t day : reg.versions().first_day)
    months.push_back(month_of(CivilDate::from_days(day)));
  return months;
}

FacetColumn build_bodies(const Register& reg, Facet facet, bool roll_up) {
  const auto bodies = [&](Code list) {
    ValueSet ids;
    add_bodies(ids, reg.party_lists()[list], reg.vocabulary(), roll_up);
    return ids;
  };
  if (facet == Facet::organization) return build_organizations(reg, bodies);
  return build(
      codes_of(reg, facet == Facet::organizer ? &VersionContent::organizers : &VersionContent::participants),
      reg.party_lists().size(), bodies);
}

// `values_of(value)` of each value that the dictionary has.
template <class T, class ValuesOf>
FacetColumn build_from(const Register& reg, Code VersionContent::* field, const Dictionary<T>& dictionary,
                       ValuesOf values_of) {
  return build(codes_of(reg, field), dictionary.size(),
               [&](Code code) { return values_of(dictionary[code]); });
}

ValueSet names_of(const std::vector<Audience>& audiences) {
  ValueSet names;
  for (const Audience audience : audiences)
    names.emplace(EnumNames<Audience>::names[static_cast<std::size_t>(audience)]);
  return names;
}

// One value for "no mark", since that is a statement too.
ValueSet marks_of(const PartyList& parties) {
  ValueSet marks;
  for (const Party& party : parties)
    if (!party.mark.empty()) marks.insert(party.mark);
  if (marks.empty()) marks.insert("");
  return marks;
}

}  // namespace

FacetColumn build_column(Codes codes, const std::vector<ValueSet>& sets) {
  FacetColumn column;
  column.values = values_in({&sets});
  column.parts.push_back(part_of(std::move(codes), sets, column.values));
  return column;
}

FacetColumn build_column(const Register& reg, Facet facet, bool roll_up) {
  switch (facet) {
    case Facet::organizer:
    case Facet::participant:
    case Facet::organization:
      return build_bodies(reg, facet, roll_up);
    case Facet::state:
      return build_from(reg, &VersionContent::states, reg.string_lists(), set_of);
    case Facet::region:
      return build_regions_served(reg);
    case Facet::host_state:
      return build_from(reg, &VersionContent::place, reg.places(),
                        [](const Place& place) { return set_of(place.states); });
    case Facet::host_region:
      return build_regions(reg, codes_of(reg, &VersionContent::place), [&](Code place, CivilDate on) {
        return groups_of(reg.places()[place].states, {}, on, reg.vocabulary());
      });
    case Facet::year:
    case Facet::month: {
      const auto months = months_of(reg);
      return build(months, last_code(months) + 1, [&](Code code) {
        return ValueSet{facet == Facet::year ? year_text(code) : month_text(code)};
      });
    }
    case Facet::kind:
      return build_named<Kind>(codes_of(reg, &VersionContent::kind));
    case Facet::mode:
      return build_from(reg, &VersionContent::place, reg.places(), [](const Place& place) {
        return ValueSet{std::string(EnumNames<Mode>::names[static_cast<std::size_t>(place.mode)])};
      });
    case Facet::audience:
      return build_from(reg, &VersionContent::audience, reg.audiences(), names_of);
    case Facet::support:
      return build_from(reg, &VersionContent::organizers, reg.party_lists(), marks_of);
    case Facet::role:
      return build_named<Role>(codes_of(reg, &VersionContent::role));
    case Facet::annex:
      break;
  }
  return {};
}

}  // namespace daybook
