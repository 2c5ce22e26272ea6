#pragma once

#include <array>
#include <vector>

#include "daybook/projections/facets.h"

namespace daybook {

// The versions that a view holds, a period selects and every condition lets through; of those that were
// grouped, if so asked, the first alone.
class Selection {
 public:
  static constexpr VersionIndex block_versions = 4096;

  Selection(const View& view, Facets& facets, const std::vector<Condition>& conditions, const Period& period,
            bool roll_up, bool grouped = false);

  VersionIndex end() const { return end_; }  // no version from this one on is selected

  // Calls each(first, n, selected) for the versions first … first + n - 1, block by block from `begin` to,
  // not including, `end`: selected[i] is 1 where version first + i is selected, else 0; nullptr when all of
  // them are.
  template <class Each>
  void for_each_block(VersionIndex begin, VersionIndex end, Each each) const {
    std::array<std::uint8_t, block_versions> selected;
    const bool all = all_current_ && tests_.empty() && left_out_.empty() && !period_.from && !period_.to;
    for (VersionIndex first = begin; first < end; first += block_versions) {
      const VersionIndex n = std::min(block_versions, end - first);
      if (!all) select(first, {selected.data(), n});
      each(first, n, all ? nullptr : selected.data());
    }
  }

  template <class Each>
  void for_each(Each each) const {
    for_each_block(0, end_, [&](VersionIndex first, VersionIndex n, const std::uint8_t* selected) {
      for (VersionIndex i = 0; i < n; ++i)
        if (selected == nullptr || selected[i] != 0) each(first + i);
    });
  }

 private:
  // One condition: which codes of each part of the facet's column have one of the values.
  struct Test {
    const FacetColumn* column = nullptr;
    std::vector<std::vector<std::uint8_t>> passes;  // by part and code
  };
  void select(VersionIndex first, std::span<std::uint8_t> selected) const;
  static void pass(const Test& test, VersionIndex first, std::span<std::uint8_t> selected);

  View view_;
  VersionIndex end_;
  bool all_current_;  // no version before the end was replaced in time for the view
  Period period_;
  std::vector<Test> tests_;
  std::vector<VersionIndex> left_out_;  // ascending
};

}  // namespace daybook
