#pragma once

#include <vector>

#include "daybook/projections/facets.h"
#include "daybook/table/table.h"

namespace daybook {

struct CountQuestion {
  std::vector<Facet> by;  // none, one or two
  std::vector<Condition> where;
  Period period;
  bool roll_up = false;
  Language language = Language::zh;
};

struct CountLine {
  std::vector<std::string> values;  // one a facet
  std::uint64_t count = 0;          // activities
};

struct Counts {
  std::uint64_t total = 0;    // activities that are counted
  std::uint64_t without = 0;  // of them, those with no value in one of the facets
  std::vector<CountLine> lines;
};

// Each activity counts once for every value it has. Lines come in the order of time for years and months, else with
// the largest count first.
Counts count(const View& view, Facets& facets, const CountQuestion& question);

// As a table: one facet as a list; two as a grid when the second has at most 12 values, else as a list.
Table count_table(const Counts& counts, const CountQuestion& question, const Vocabulary& vocabulary);
// {by, total, without, counts: [{<facet>: value, label, count}]}
Value count_value(const Counts& counts, const CountQuestion& question, const Vocabulary& vocabulary);

}  // namespace daybook
