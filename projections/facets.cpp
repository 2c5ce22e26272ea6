#include "daybook/projections/facets.h"

#include <algorithm>
#include <functional>
#include <set>

#include <fmt/format.h>

#include "daybook/projections/annex.h"
#include "projections/catalogue.h"

namespace daybook {

namespace {

// Gathers the values of code 0, 1, 2 … into a column.
class ColumnBuilder {
 public:
  explicit ColumnBuilder(std::span<const Code> codes) { column_.codes = codes; }

  void add(const std::set<std::string>& values) {
    column_.first.push_back(static_cast<std::uint32_t>(column_.list.size()));
    for (const std::string& value : values) {
      const auto [index, added] = indices_.try_emplace(value, static_cast<std::uint32_t>(column_.values.size()));
      if (added) column_.values.push_back(value);
      column_.list.push_back(index->second);
    }
  }
  FacetColumn take() {
    column_.first.push_back(static_cast<std::uint32_t>(column_.list.size()));
    return std::move(column_);
  }

 private:
  FacetColumn column_;
  std::map<std::string, std::uint32_t> indices_;
};

FacetColumn build(std::span<const Code> codes, Code code_count,
                  const std::function<std::set<std::string>(Code)>& values_of) {
  ColumnBuilder builder(codes);
  for (Code code = 0; code < code_count; ++code) builder.add(values_of(code));
  return builder.take();
}

// The codes are the values of an enumeration.
template <class E>
FacetColumn build_named(std::span<const Code> codes) {
  return build(codes, static_cast<Code>(EnumNames<E>::names.size()),
               [](Code code) { return std::set{std::string(EnumNames<E>::names[code])}; });
}

std::set<std::string> set_of(const StringList& list) { return {list.begin(), list.end()}; }

void add_bodies(std::set<std::string>& ids, const PartyList& parties, const Vocabulary& vocabulary, bool roll_up) {
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

std::string month_text(Code month) { return fmt::format("{:04}-{:02}", 1970 + month / 12, month % 12 + 1); }

Code last_code(std::span<const Code> codes) { return codes.empty() ? 0 : *std::max_element(codes.begin(), codes.end()); }

FacetColumn build_column(const Register& reg, Facet facet, bool roll_up) {
  const VersionColumns& versions = reg.versions();
  const auto bodies = [&](std::initializer_list<Code> lists) {
    std::set<std::string> ids;
    for (const Code list : lists) add_bodies(ids, reg.party_lists()[list], reg.vocabulary(), roll_up);
    return ids;
  };
  const auto strings = [&](const std::vector<Code>& codes) {
    return build(codes, reg.string_lists().size(), [&](Code code) { return set_of(reg.string_lists()[code]); });
  };
  switch (facet) {
    case Facet::organizer:
      return build(versions.organizers, reg.party_lists().size(), [&](Code code) { return bodies({code}); });
    case Facet::participant:
      return build(versions.participants, reg.party_lists().size(), [&](Code code) { return bodies({code}); });
    case Facet::organization:
      return build(versions.parties, reg.party_pair_count(), [&](Code code) {
        const auto [organizers, participants] = reg.parties(code);
        return bodies({organizers, participants});
      });
    case Facet::state:
      return strings(versions.states);
    case Facet::region:
      return strings(versions.regions);
    case Facet::host_state:
      return build(versions.place, reg.places().size(), [&](Code code) { return set_of(reg.places()[code].states); });
    case Facet::host_region:
      return strings(versions.host_regions);
    case Facet::year:
      return build(versions.month, last_code(versions.month) + 1,
                   [](Code code) { return std::set{fmt::format("{}", 1970 + code / 12)}; });
    case Facet::month:
      return build(versions.month, last_code(versions.month) + 1, [](Code code) { return std::set{month_text(code)}; });
    case Facet::kind:
      return build_named<Kind>(versions.kind);
    case Facet::mode:
      return build(versions.place, reg.places().size(), [&](Code code) {
        return std::set{std::string(EnumNames<Mode>::names[static_cast<std::size_t>(reg.places()[code].mode)])};
      });
    case Facet::audience:
      return build(versions.audience, reg.audiences().size(), [&](Code code) {
        std::set<std::string> names;
        for (const Audience audience : reg.audiences()[code])
          names.emplace(EnumNames<Audience>::names[static_cast<std::size_t>(audience)]);
        return names;
      });
    case Facet::support:
      return build(versions.organizers, reg.party_lists().size(), [&](Code code) {
        std::set<std::string> marks;
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

const FacetColumn& Facets::annex_column(const View& view) {
  // A code is a set of annexes, one bit each.
  const VersionColumns& versions = register_.versions();
  annex_codes_.assign(versions.activity.size(), 0);
  std::array<Code, EnumNames<Kind>::names.size()> by_kind{};
  for (std::size_t kind = 0; kind < by_kind.size(); ++kind)
    for (std::size_t i = 0; i < annex_rules.size(); ++i)
      if (annex_rules[i]().takes(static_cast<Kind>(kind))) by_kind[kind] |= Code{1} << i;
  for (std::size_t v = 0; v < annex_codes_.size(); ++v) {
    const ActivityIndex activity = versions.activity[v];
    if (!register_.is_listed(activity)) {
      annex_codes_[v] = by_kind[versions.kind[v]];
      continue;
    }
    for (std::size_t i = 0; i < annex_rules.size(); ++i)
      if (is_in_annex(view, activity, static_cast<Kind>(versions.kind[v]), annex_rules[i]())) annex_codes_[v] |= Code{1} << i;
  }
  annex_column_ = build(annex_codes_, Code{1} << annex_rules.size(), [](Code code) {
    std::set<std::string> annexes;
    for (std::size_t i = 0; i < annex_rules.size(); ++i)
      if ((code >> i) & 1) annexes.emplace(annex_rules[i]().number);
    return annexes;
  });
  return annex_column_;
}

const FacetColumn& Facets::at(const View& view, Facet facet, bool roll_up) {
  return facet == Facet::annex ? annex_column(view) : column(facet, roll_up);
}

}  // namespace daybook
