// How the column of a facet is made from the versions of a register.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "daybook/projections/facets.h"

namespace daybook {

using ValueSet = std::set<std::string>;

// Of any facet but `annex`, which depends on the moment. `roll_up` counts a branch for its parent too.
FacetColumn build_column(const Register& reg, Facet facet, bool roll_up);

// Of codes that the caller has, one a version; code c stands for sets[c].
FacetColumn build_column(Codes codes, const std::vector<ValueSet>& sets);

}  // namespace daybook
