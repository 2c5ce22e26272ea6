#include "conditions.h"

#include <algorithm>

#include "groups.h"

namespace daybook {

Selection::Selection(const View& view, Facets& facets, const std::vector<Condition>& conditions,
                     const Period& period, bool roll_up, bool grouped)
    : view_(view), end_(view.end()), all_current_(facets.first_end() >= view.size()), period_(period) {
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
}

void Selection::select(VersionIndex first, std::span<std::uint8_t> selected) const {
  const VersionColumns& versions = view_.of().versions();
  const std::int32_t from = period_.from ? period_.from->days_since_epoch() : INT32_MIN;
  const std::int32_t to = period_.to ? period_.to->days_since_epoch() : INT32_MAX;
  const std::int32_t* first_day = versions.first_day.data() + first;
  for (std::size_t i = 0; i < selected.size(); ++i)
    selected[i] = static_cast<std::uint8_t>((first_day[i] >= from) & (first_day[i] <= to));
  if (!all_current_) {
    const EventCount* end = versions.to.data() + first;
    for (std::size_t i = 0; i < selected.size(); ++i)
      selected[i] &= static_cast<std::uint8_t>(view_.size() <= end[i]);
  }
  for (const Test& test : tests_)
    pass(test, first, selected);
  for (auto out = std::lower_bound(left_out_.begin(), left_out_.end(), first);
       out != left_out_.end() && *out - first < selected.size(); ++out)
    selected[*out - first] = 0;
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
