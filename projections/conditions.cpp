#include "conditions.h"

#include <algorithm>

namespace daybook {

Selection::Selection(const View& view, Facets& facets, const std::vector<Condition>& conditions, const Period& period,
                     bool roll_up)
    : view_(view), period_(period) {
  tests_.reserve(conditions.size());
  for (const Condition& condition : conditions) {
    const FacetColumn& column = facets.at(view, condition.facet, roll_up);
    Test& test = tests_.emplace_back();
    test.codes = column.codes;
    if (condition.facet == Facet::annex) {
      test.own.assign(column.codes.begin(), column.codes.end());
      test.codes = test.own;
    }
    test.passes.resize(column.code_count());
    for (Code code = 0; code < column.code_count(); ++code)
      for (const auto value : column.of(code))
        if (std::find(condition.values.begin(), condition.values.end(), column.values[value]) != condition.values.end())
          test.passes[code] = 1;
  }
}

}  // namespace daybook
