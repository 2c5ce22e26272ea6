#include "conditions.h"

#include <algorithm>

#include "groups.h"

namespace daybook {

Selection::Selection(const View& view, Facets& facets, const std::vector<Condition>& conditions,
                     const Period& period, bool roll_up, bool grouped)
    : view_(view),
      from_(period.from ? period.from->days_since_epoch() : INT32_MIN),
      to_(period.to ? period.to->days_since_epoch() : INT32_MAX) {
  if (grouped) left_out_ = left_out_by_groups(view);
  tests_.reserve(conditions.size());
  for (const Condition& condition : conditions) {
    Test& test = tests_.emplace_back();
    test.column = &facets.at(view, condition.facet, roll_up);
    for (const FacetPart& part : test.column->parts) {
      auto& passes = test.passes.emplace_back(part.code_count());
      for (Code code = 0; code < part.code_count(); ++code)
        for (const auto value : part.of(code))
          if (std::find(condition.values.begin(), condition.values.end(), test.column->values[value]) !=
              condition.values.end())
            passes[code] = 1;
    }
  }
  add_blocks(facets);
}

void Selection::add_blocks(Facets& facets) {
  const VersionIndex end = view_.end();
  const bool tested = !tests_.empty() || !left_out_.empty();
  for (VersionIndex first = 0; first < end; first += block_versions) {
    const BlockBounds& bounds = facets.blocks()[first / block_versions];
    if (bounds.first_day_max < from_ || bounds.first_day_min > to_ || bounds.to_max < view_.size()) continue;
    Block block{first, std::min(block_versions, end - first)};
    block.by_day = bounds.first_day_min < from_ || bounds.first_day_max > to_;
    block.by_end = bounds.to_min < view_.size();
    block.all = !block.by_day && !block.by_end && !tested;
    blocks_.push_back(block);
    size_ += block.size;
  }
}

void Selection::select(const Block& block, std::span<std::uint8_t> selected) const {
  const VersionColumns& versions = view_.of().versions();
  const std::int32_t* first_day = versions.first_day.data() + block.first;
  const EventCount* end = versions.to.data() + block.first;
  const EventCount n = view_.size();
  if (block.by_day && block.by_end)
    for (std::size_t i = 0; i < selected.size(); ++i)
      selected[i] =
          static_cast<std::uint8_t>((first_day[i] >= from_) & (first_day[i] <= to_) & (n <= end[i]));
  else if (block.by_day)
    for (std::size_t i = 0; i < selected.size(); ++i)
      selected[i] = static_cast<std::uint8_t>((first_day[i] >= from_) & (first_day[i] <= to_));
  else if (block.by_end)
    for (std::size_t i = 0; i < selected.size(); ++i)
      selected[i] = static_cast<std::uint8_t>(n <= end[i]);
  else
    std::fill(selected.begin(), selected.end(), std::uint8_t{1});
  for (const Test& test : tests_)
    pass(test, block.first, selected);
  for (auto out = std::lower_bound(left_out_.begin(), left_out_.end(), block.first);
       out != left_out_.end() && *out - block.first < selected.size(); ++out)
    selected[*out - block.first] = 0;
}

// Lets through what one of the parts lets through.
void Selection::pass(const Test& test, VersionIndex first, std::span<std::uint8_t> selected) {
  std::array<std::uint8_t, block_versions> passed{};
  for (std::size_t p = 0; p < test.passes.size(); ++p)
    std::visit(
        [&](const auto& codes) {
          for (std::size_t i = 0; i < selected.size(); ++i)
            passed[i] |= test.passes[p][codes[first + i]];
        },
        test.column->parts[p].codes);
  for (std::size_t i = 0; i < selected.size(); ++i)
    selected[i] &= passed[i];
}

}  // namespace daybook
