#include "daybook/projections/facets.h"

#include <algorithm>

#include <fmt/format.h>

#include "daybook/projections/annex.h"
#include "projections/catalogue.h"

#include "facet_columns.h"

namespace daybook {

namespace {

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
    codes[v] = by_kind[static_cast<std::size_t>(versions.content[v].kind)];
  if (!marks.listed.empty())
    for (VersionIndex v = 0; v < view.end(); ++v)
      codes[v] = marks.listed[versions.activity[v]] | (codes[v] & ~marks.decided[versions.activity[v]]);
  annex_column_ = build_column(codes, Code{1} << annex_rules.size(), [](Code code) {
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
