#pragma once

#include <array>
#include <span>
#include <vector>

#include "daybook/projections/facets.h"

namespace daybook {

// The versions that a view holds, a period selects and every condition lets through; of those that were
// grouped, if so asked, the first alone.
class Selection {
 public:
  Selection(const View& view, Facets& facets, const std::vector<Condition>& conditions, const Period& period,
            bool roll_up, bool grouped = false);

  // A stretch of versions in which there may be some that are selected, and what is left to ask of each.
  struct Block {
    VersionIndex first = 0;
    VersionIndex size = 0;
    bool by_day = false;  // some lie outside the period
    bool by_end = false;  // some are no longer current
    bool all = false;     // all are selected
  };
  std::span<const Block> blocks() const { return blocks_; }
  VersionIndex size() const { return size_; }  // of all blocks together

  // Calls each(first, n, selected) for the versions first … first + n - 1 of each of the blocks: selected[i]
  // is 1 where version first + i is selected, else 0; nullptr when all of them are.
  template <class Each>
  void for_each_block(std::span<const Block> blocks, Each each) const {
    std::array<std::uint8_t, block_versions> selected;
    for (const Block& block : blocks) {
      if (!block.all) select(block, {selected.data(), block.size});
      each(block.first, block.size, block.all ? nullptr : selected.data());
    }
  }

  template <class Each>
  void for_each(Each each) const {
    for_each_block(blocks_, [&](VersionIndex first, VersionIndex n, const std::uint8_t* selected) {
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
  void add_blocks(Facets& facets);
  void select(const Block& block, std::span<std::uint8_t> selected) const;
  static void pass(const Test& test, VersionIndex first, std::span<std::uint8_t> selected);

  View view_;
  std::int32_t from_;  // first days that the period selects, both inclusive
  std::int32_t to_;
  std::vector<Test> tests_;
  std::vector<VersionIndex> left_out_;  // ascending
  std::vector<Block> blocks_;
  VersionIndex size_ = 0;
};

}  // namespace daybook
