// The facets that activities are counted and filtered by.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
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
    "organizer", "participant", "organization", "state",    "region",  "host-state", "host-region", "year",
    "month",     "kind",        "mode",         "audience", "support", "role",       "annex"};

constexpr std::string_view name_of(Facet facet) {
  return facet_names[static_cast<std::size_t>(facet)];
}
// Errors: E-FACET.
result<Facet> read_facet(std::string_view name);

// A code a version, in the narrowest integers that hold them: counting is bound by memory.
using Codes = std::variant<std::vector<std::uint8_t>, std::vector<std::uint16_t>, std::vector<std::uint32_t>>;

// A code stands for a set of values that versions have together, so a count adds up codes first and values
// after.
struct FacetPart {
  Codes codes;                       // by version
  std::vector<std::uint32_t> first;  // values of code c are list[first[c]] … list[first[c + 1] - 1]
  std::vector<std::uint32_t> list;   // indices into the column's `values`
  std::vector<std::uint8_t>
      none;  // by code, in the last part of a column only: 1 = the version has no value at all

  std::span<const std::uint32_t> of(Code code) const {
    return std::span(list).subspan(first[code], first[code + 1] - first[code]);
  }
  std::size_t code_count() const { return first.size() - 1; }
};

// One facet over all versions: the sum of its parts, which is one part but for the facet `organization`. That
// is the participants, and the organizers that do not take part as well: a code for each pair of lists would
// be too many.
struct FacetColumn {
  std::vector<FacetPart> parts;
  std::vector<std::string> values;  // "unodc", "2016", "AUT" …, ascending
};

// What is so of all versions of a block, which are `block_versions` that follow each other: most blocks lie
// within or without a period, or have no version left that is current, as a whole.
inline constexpr VersionIndex block_versions = 4096;
struct BlockBounds {
  std::int32_t first_day_min = INT32_MAX;
  std::int32_t first_day_max = INT32_MIN;
  EventCount to_min = no_end;
  EventCount to_max = 0;
};

// Columns are made when they are first asked for, and kept. One thread at a time.
class Facets {
 public:
  // REQUIRES: the register outlives the facets and grows no more.
  explicit Facets(const Register& reg) : register_(reg) {}

  // `roll_up` counts a branch for its parent too, in the facets of organizations. The facet `annex` alone
  // depends on the moment that is looked at: its column is right until the call for another one.
  const FacetColumn& at(const View& view, Facet facet, bool roll_up = false);
  const Register& of() const { return register_; }
  const std::vector<BlockBounds>& blocks();  // of versions 0 …, block_versions …, 2 * block_versions …

 private:
  const FacetColumn& column(Facet facet, bool roll_up);
  const FacetColumn& annex_column(const View& view);
  std::uint16_t annex_code(Code annexes);

  const Register& register_;
  std::map<std::pair<Facet, bool>, FacetColumn> columns_;
  using AnnexCodes = std::vector<std::uint16_t>;
  FacetColumn annex_column_;
  std::optional<EventCount> annex_at_;  // the moment of annex_column_
  std::vector<Code> annex_sets_;        // by code: a set of annexes, one bit each
  std::vector<std::pair<VersionIndex, std::uint16_t>>
      annex_listed_;  // versions of what is listed, and the code that they have by their kind
  std::vector<BlockBounds> blocks_;
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
