#pragma once

#include <vector>

#include "daybook/projections/facets.h"

namespace daybook {

// The versions that a view holds, a period selects and every condition lets through.
class Selection {
 public:
  Selection(const View& view, Facets& facets, const std::vector<Condition>& conditions, const Period& period,
            bool roll_up);

  template <class Each>
  void for_each(Each each) const {
    if (tests_.empty()) return for_each_version(view_, period_, each);
    for_each_version(view_, period_, [&](VersionIndex v) {
      for (const Test& test : tests_)
        if (!test.passes[test.codes[v]]) return;
      each(v);
    });
  }

 private:
  // One condition: which codes of the facet's column have one of the values.
  struct Test {
    std::vector<Code> own;        // the codes, where the column does not outlive the question
    std::span<const Code> codes;  // by version
    std::vector<std::uint8_t> passes;
  };

  View view_;
  Period period_;
  std::vector<Test> tests_;
};

}  // namespace daybook
