// How many versions bear each value of one facet, or each pair of values of two.
#pragma once

#include <cstdint>
#include <vector>

#include "conditions.h"

namespace daybook {

struct ValueCounts {
  std::vector<std::uint32_t> counts;  // of two facets: [value of a * values of b + value of b]
  std::uint64_t total = 0;            // versions that are selected
  std::uint64_t without = 0;          // of them, those with no value in one of the facets
};

ValueCounts count_values(const Selection& selection, const FacetColumn& column);
ValueCounts count_values(const Selection& selection, const FacetColumn& a, const FacetColumn& b);

}  // namespace daybook
