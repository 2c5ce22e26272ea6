#include "daybook/projections/facets.h"

#include <algorithm>

#include <boost/unordered/unordered_flat_map.hpp>
#include <fmt/format.h>

#include "daybook/projections/annex.h"
#include "projections/catalogue.h"

#include "facet_columns.h"

namespace daybook {

namespace {

// Annexes are numbered as their rules are, and a set of them is one bit an annex.
Code bit_of(std::string_view annex) {
  for (std::size_t i = 0; i < annex_rules.size(); ++i)
    if (annex_rules[i]().number == annex) return Code{1} << i;
  return 0;
}

Code annexes_that_take(Kind kind) {
  Code annexes = 0;
  for (std::size_t i = 0; i < annex_rules.size(); ++i)
    if (annex_rules[i]().takes != nullptr && annex_rules[i]().takes(kind)) annexes |= Code{1} << i;
  return annexes;
}

ValueSet numbers_of(Code annexes) {
  ValueSet numbers;
  for (std::size_t i = 0; i < annex_rules.size(); ++i)
    if ((annexes >> i) & 1) numbers.emplace(annex_rules[i]().number);
  return numbers;
}

struct AnnexMarks {
  Code listed = 0;   // an edition lists it there
  Code decided = 0;  // an edition of that annex is in a document that lists the activity
};

// Of the activities that are listed at all.
boost::unordered_flat_map<ActivityIndex, AnnexMarks> annex_marks(const View& view) {
  std::map<std::string_view, Code> annexes_of;  // by document
  for (const auto* edition : view.facts<EditionPublished>())
    annexes_of[edition->data.document] |= bit_of(edition->data.annex);
  boost::unordered_flat_map<ActivityIndex, AnnexMarks> marks;
  view.for_each_listing([&](const ListingEntry& listing, ActivityIndex activity) {
    AnnexMarks& of_activity = marks[activity];
    of_activity.listed |= bit_of(listing.annex);
    if (const auto known = annexes_of.find(listing.document); known != annexes_of.end())
      of_activity.decided |= known->second;
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

const std::vector<BlockBounds>& Facets::blocks() {
  const VersionColumns& versions = register_.versions();
  const auto count = static_cast<VersionIndex>(versions.to.size());
  if (!blocks_.empty()) return blocks_;
  blocks_.resize((count + block_versions - 1) / block_versions);
  for (VersionIndex v = 0; v < count; ++v) {
    BlockBounds& block = blocks_[v / block_versions];
    block.first_day_min = std::min(block.first_day_min, versions.first_day[v]);
    block.first_day_max = std::max(block.first_day_max, versions.first_day[v]);
    block.to_min = std::min(block.to_min, versions.to[v]);
    block.to_max = std::max(block.to_max, versions.to[v]);
  }
  return blocks_;
}

std::uint16_t Facets::annex_code(Code annexes) {
  const auto code = static_cast<std::size_t>(std::ranges::find(annex_sets_, annexes) - annex_sets_.begin());
  if (code == annex_sets_.size()) annex_sets_.push_back(annexes);
  return static_cast<std::uint16_t>(code);
}

// is_in_annex() for all activities at once. By its kind alone an activity stands in the same annexes at all
// moments; so from one moment to another only what is listed changes.
const FacetColumn& Facets::annex_column(const View& view) {
  if (annex_at_ == view.size()) return annex_column_;
  const VersionColumns& versions = register_.versions();
  AnnexCodes codes;
  if (annex_at_) {
    codes = std::move(std::get<AnnexCodes>(annex_column_.parts.front().codes));
    for (const auto& [v, code] : annex_listed_)
      codes[v] = code;
    annex_listed_.clear();
  } else {
    std::array<std::uint16_t, EnumNames<Kind>::names.size()> by_kind{};
    for (std::size_t kind = 0; kind < by_kind.size(); ++kind)
      by_kind[kind] = annex_code(annexes_that_take(static_cast<Kind>(kind)));
    codes.reserve(versions.content.size());
    for (const VersionContent& content : versions.content)
      codes.push_back(by_kind[static_cast<std::size_t>(content.kind)]);
  }
  for (const auto& [activity, marks] : annex_marks(view))
    for (VersionIndex v = register_.last_version(activity); v != no_version; v = versions.before[v]) {
      annex_listed_.emplace_back(v, codes[v]);
      codes[v] = annex_code(marks.listed | (annex_sets_[codes[v]] & ~marks.decided));
    }
  std::vector<ValueSet> sets;
  for (const Code annexes : annex_sets_)
    sets.push_back(numbers_of(annexes));
  annex_column_ = build_column(std::move(codes), sets);
  annex_at_ = view.size();
  return annex_column_;
}

const FacetColumn& Facets::at(const View& view, Facet facet, bool roll_up) {
  return facet == Facet::annex ? annex_column(view) : column(facet, roll_up);
}

}  // namespace daybook
