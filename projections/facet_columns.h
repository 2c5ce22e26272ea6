// How the column of a facet is made from the versions of a register.
#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>

#include "daybook/projections/facets.h"

namespace daybook {

using ValueSet = std::set<std::string>;

// Of any facet but `annex`, which depends on the moment. `roll_up` counts a branch for its parent too.
FacetColumn build_column(const Register& reg, Facet facet, bool roll_up);

// Of codes that the caller has, one a version; `values_of(code)` is asked once for each code that occurs.
FacetColumn build_column(std::span<const Code> codes, Code code_count,
                         const std::function<ValueSet(Code)>& values_of);

}  // namespace daybook
