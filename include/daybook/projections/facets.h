// The facets that activities are counted and filtered by.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/projections/question.h"
#include "daybook/register/register.h"

namespace daybook {

enum class Facet {
  organizer,
  participant,
  organization,  // organizer or participant
  state,         // served
  region,        // regional groups of the States served, or named as such
  host_state,
  host_region,
  year,  // of the first day
  month,
  kind,
  mode,
  audience,
  support,  // footnote c or d of annex XVIII
  role,
  annex,
};
inline constexpr std::array<std::string_view, 15> facet_names{
    "organizer",  "participant", "organization", "state", "region", "host-state", "host-region", "year",
    "month",      "kind",        "mode",         "audience", "support", "role",   "annex"};

constexpr std::string_view name_of(Facet facet) { return facet_names[static_cast<std::size_t>(facet)]; }
// Errors: E-FACET.
result<Facet> read_facet(std::string_view name);

// One facet over all versions: a code a version, and the values that each code stands for. Several versions share a
// code, so a count adds up codes first and values after.
struct FacetColumn {
  std::span<const Code> codes;  // by version
  std::vector<std::uint32_t> first;  // values of code c are list[first[c]] … list[first[c + 1] - 1]
  std::vector<std::uint32_t> list;   // indices into `values`
  std::vector<std::string> values;   // "unodc", "2016", "AUT" …

  std::span<const std::uint32_t> of(Code code) const {
    return std::span(list).subspan(first[code], first[code + 1] - first[code]);
  }
  std::size_t code_count() const { return first.size() - 1; }
};

// Columns are made when they are first asked for, and kept. One thread at a time.
class Facets {
 public:
  // REQUIRES: the register outlives the facets and grows no more.
  explicit Facets(const Register& reg) : register_(reg) {}

  // `roll_up` counts a branch for its parent too, in the facets of organizations. The facet `annex` alone depends on
  // the moment that is looked at; its column lives until the next call.
  const FacetColumn& at(const View& view, Facet facet, bool roll_up = false);
  const Register& of() const { return register_; }

 private:
  const FacetColumn& column(Facet facet, bool roll_up);
  const FacetColumn& annex_column(const View& view);

  const Register& register_;
  std::map<std::pair<Facet, bool>, FacetColumn> columns_;
  FacetColumn annex_column_;
  std::vector<Code> annex_codes_;
};

// What a value is called. Codes that have no other name are their own label.
std::string label(Facet facet, std::string_view value, Language language, const Vocabulary& vocabulary);
std::string label(Facet facet, Language language);

// A value as a person gives it (欧安组织, UK, 2019 …). Errors: E-VALUE, E-ORGANIZATION, E-STATE.
result<std::string> read_facet_value(Facet facet, std::string_view text, const Vocabulary& vocabulary);

// FACET=VALUE, or FACET=VALUE,VALUE for either. Errors: E-USAGE, E-FACET and those of read_facet_value().
struct Condition {
  Facet facet = Facet::kind;
  std::vector<std::string> values;
};
result<Condition> read_condition(std::string_view text, const Vocabulary& vocabulary);

}  // namespace daybook
