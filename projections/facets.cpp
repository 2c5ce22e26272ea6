#include "daybook/projections/facets.h"

#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "daybook/projections/annex.h"
#include "projections/catalogue.h"

namespace daybook {

namespace {

using ValueSet = std::set<std::string>;

// One part of a column while it is built.
struct Coded {
  std::vector<Code> codes;     // by version
  std::vector<ValueSet> sets;  // by code
};

// Lists that hold the same values get one code, and lists that no version has get none.
template <class ValuesOf>
Coded coded(std::span<const Code> lists, Code list_count, ValuesOf values_of) {
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

FacetColumn column_of(std::initializer_list<const Coded*> parts) {
  FacetColumn column;
  ValueSet all;
  for (const Coded* part : parts)
    for (const ValueSet& set : part->sets)
      all.insert(set.begin(), set.end());
  column.values.assign(all.begin(), all.end());
  for (const Coded* coded_part : parts) {
    FacetPart& part = column.parts.emplace_back();
    part.codes = narrow(coded_part->codes, coded_part->sets.size());
    part.first.push_back(0);
    for (const ValueSet& set : coded_part->sets) {
      for (const std::string& value : set)
        part.list.push_back(static_cast<std::uint32_t>(
            std::lower_bound(column.values.begin(), column.values.end(), value) - column.values.begin()));
      part.first.push_back(static_cast<std::uint32_t>(part.list.size()));
      part.none.push_back(set.empty() ? 1 : 0);
    }
  }
  return column;
}

template <class ValuesOf>
FacetColumn build(std::span<const Code> lists, Code list_count, ValuesOf values_of) {
  const Coded part = coded(lists, list_count, values_of);
  return column_of({&part});
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

std::string month_text(Code month) {
  return fmt::format("{:04}-{:02}", 1970 + month / 12, month % 12 + 1);
}

Code last_code(std::span<const Code> codes) {
  return codes.empty() ? 0 : *std::max_element(codes.begin(), codes.end());
}

// A body that organizes and takes part counts once: as a participant, in the first part. Organizers less the
// participants have few sets, since a list of organizers is short; participants less the organizers have
// many.
template <class Bodies>
FacetColumn build_organizations(const Register& reg, Bodies bodies) {
  const VersionColumns& versions = reg.versions();
  const std::string neither;  // in the set of a pair that has no body at all
  const Coded participants = coded(versions.participants, reg.party_lists().size(), bodies);
  Coded organizers_only = coded(versions.parties, reg.party_pair_count(), [&](Code pair) {
    const ValueSet organizers = bodies(reg.parties(pair).first);
    const ValueSet others = bodies(reg.parties(pair).second);
    ValueSet left;
    std::set_difference(organizers.begin(), organizers.end(), others.begin(), others.end(),
                        std::inserter(left, left.end()));
    return organizers.empty() && others.empty() ? ValueSet{neither} : left;
  });
  std::vector<std::uint8_t> none;
  for (ValueSet& set : organizers_only.sets)
    none.push_back(static_cast<std::uint8_t>(set.erase(neither)));
  FacetColumn column = column_of({&participants, &organizers_only});
  column.parts.back().none = std::move(none);
  return column;
}

FacetColumn build_column(const Register& reg, Facet facet, bool roll_up) {
  const VersionColumns& versions = reg.versions();
  const auto bodies = [&](Code list) {
    ValueSet ids;
    add_bodies(ids, reg.party_lists()[list], reg.vocabulary(), roll_up);
    return ids;
  };
  const auto strings = [&](const std::vector<Code>& codes) {
    return build(codes, reg.string_lists().size(),
                 [&](Code code) { return set_of(reg.string_lists()[code]); });
  };
  switch (facet) {
    case Facet::organizer:
      return build(versions.organizers, reg.party_lists().size(), bodies);
    case Facet::participant:
      return build(versions.participants, reg.party_lists().size(), bodies);
    case Facet::organization:
      return build_organizations(reg, bodies);
    case Facet::state:
      return strings(versions.states);
    case Facet::region:
      return strings(versions.regions);
    case Facet::host_state:
      return build(versions.place, reg.places().size(),
                   [&](Code code) { return set_of(reg.places()[code].states); });
    case Facet::host_region:
      return strings(versions.host_regions);
    case Facet::year:
      return build(versions.month, last_code(versions.month) + 1,
                   [](Code code) { return ValueSet{fmt::format("{}", 1970 + code / 12)}; });
    case Facet::month:
      return build(versions.month, last_code(versions.month) + 1,
                   [](Code code) { return ValueSet{month_text(code)}; });
    case Facet::kind:
      return build_named<Kind>(versions.kind);
    case Facet::mode:
      return build(versions.place, reg.places().size(), [&](Code code) {
        return ValueSet{
            std::string(EnumNames<Mode>::names[static_cast<std::size_t>(reg.places()[code].mode)])};
      });
    case Facet::audience:
      return build(versions.audience, reg.audiences().size(), [&](Code code) {
        ValueSet names;
        for (const Audience audience : reg.audiences()[code])
          names.emplace(EnumNames<Audience>::names[static_cast<std::size_t>(audience)]);
        return names;
      });
    case Facet::support:
      return build(versions.organizers, reg.party_lists().size(), [&](Code code) {
        ValueSet marks;
        for (const Party& party : reg.party_lists()[code])
          if (!party.mark.empty()) marks.insert(party.mark);
        if (marks.empty()) marks.insert("");
        return marks;
      });
    case Facet::role:
      return build_named<Role>(versions.role);
    case Facet::annex:
      break;
  }
  return {};
}

// By activity, one bit an annex; both empty when the view knows no listing.
struct AnnexMarks {
  std::vector<Code> listed;   // an edition lists it there
  std::vector<Code> decided;  // an edition of that annex is in a document that lists the activity
};

AnnexMarks annex_marks(const View& view) {
  const auto bit_of = [](std::string_view annex) {
    for (std::size_t i = 0; i < annex_rules.size(); ++i)
      if (annex_rules[i]().number == annex) return Code{1} << i;
    return Code{0};
  };
  std::map<std::string_view, Code> annexes_of;  // by document
  for (const auto* edition : view.facts<EditionPublished>())
    annexes_of[edition->data.document] |= bit_of(edition->data.annex);
  AnnexMarks marks;
  view.for_each_listing([&](const ListingEntry& listing, ActivityIndex activity) {
    marks.listed.resize(view.of().activity_count());
    marks.decided.resize(view.of().activity_count());
    marks.listed[activity] |= bit_of(listing.annex);
    if (const auto known = annexes_of.find(listing.document); known != annexes_of.end())
      marks.decided[activity] |= known->second;
  });
  return marks;
}

}  // namespace

result<Facet> read_facet(std::string_view name) {
  const auto found = std::find(facet_names.begin(), facet_names.end(), name);
  if (found == facet_names.end())
    return fail(ErrorCode::facet, fmt::format("\"{}\" is not a facet", name),
                fmt::format("one of: {}", fmt::join(facet_names, ", ")));
  return static_cast<Facet>(found - facet_names.begin());
}

const FacetColumn& Facets::column(Facet facet, bool roll_up) {
  const bool rolls = roll_up && facet <= Facet::organization;
  const auto known = columns_.find({facet, rolls});
  if (known != columns_.end()) return known->second;
  return columns_.emplace(std::pair(facet, rolls), build_column(register_, facet, rolls)).first->second;
}

EventCount Facets::first_end() {
  const auto& to = register_.versions().to;
  if (!first_end_) first_end_ = to.empty() ? no_end : *std::min_element(to.begin(), to.end());
  return *first_end_;
}

// is_in_annex() for all activities at once. A code is a set of annexes, one bit each.
const FacetColumn& Facets::annex_column(const View& view) {
  if (annex_at_ == view.size()) return annex_column_;
  const VersionColumns& versions = register_.versions();
  const AnnexMarks marks = annex_marks(view);
  std::array<Code, EnumNames<Kind>::names.size()> by_kind{};
  for (std::size_t kind = 0; kind < by_kind.size(); ++kind)
    for (std::size_t i = 0; i < annex_rules.size(); ++i)
      if (annex_rules[i]().takes != nullptr && annex_rules[i]().takes(static_cast<Kind>(kind)))
        by_kind[kind] |= Code{1} << i;
  std::vector<Code> codes(versions.activity.size());
  for (VersionIndex v = 0; v < view.end(); ++v)
    codes[v] = by_kind[versions.kind[v]];
  if (!marks.listed.empty())
    for (VersionIndex v = 0; v < view.end(); ++v)
      codes[v] = marks.listed[versions.activity[v]] | (codes[v] & ~marks.decided[versions.activity[v]]);
  annex_column_ = build(codes, Code{1} << annex_rules.size(), [](Code code) {
    ValueSet annexes;
    for (std::size_t i = 0; i < annex_rules.size(); ++i)
      if ((code >> i) & 1) annexes.emplace(annex_rules[i]().number);
    return annexes;
  });
  annex_at_ = view.size();
  return annex_column_;
}

const FacetColumn& Facets::at(const View& view, Facet facet, bool roll_up) {
  return facet == Facet::annex ? annex_column(view) : column(facet, roll_up);
}

}  // namespace daybook
