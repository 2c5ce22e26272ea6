#include "daybook/projections/count.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "conditions.h"

namespace daybook {

namespace {

// How many of the selected versions bear each code of the column.
std::vector<std::uint32_t> count_codes(const Selection& selection, const FacetColumn& column) {
  std::vector<std::uint32_t> counts(column.code_count());
  selection.for_each([&](VersionIndex v) { ++counts[column.codes[v]]; });
  return counts;
}

// How many bear each pair of codes: counts[a * b.code_count() + b].
std::vector<std::uint32_t> count_pairs(const Selection& selection, const FacetColumn& a, const FacetColumn& b) {
  std::vector<std::uint32_t> counts(a.code_count() * b.code_count());
  const std::size_t width = b.code_count();
  selection.for_each([&](VersionIndex v) { ++counts[a.codes[v] * width + b.codes[v]]; });
  return counts;
}

bool in_order_of_time(Facet facet) { return facet == Facet::year || facet == Facet::month; }

void sort_lines(std::vector<CountLine>& lines, const CountQuestion& question) {
  std::stable_sort(lines.begin(), lines.end(), [&](const CountLine& a, const CountLine& b) {
    for (std::size_t i = 0; i < question.by.size(); ++i)
      if (in_order_of_time(question.by[i]) && a.values[i] != b.values[i]) return a.values[i] < b.values[i];
    if (a.count != b.count) return a.count > b.count;
    return a.values < b.values;
  });
}

Counts count_one(const Selection& selection, const FacetColumn& column) {
  Counts counts;
  std::vector<std::uint64_t> by_value(column.values.size());
  const auto codes = count_codes(selection, column);
  for (Code code = 0; code < codes.size(); ++code) {
    counts.total += codes[code];
    if (column.of(code).empty()) counts.without += codes[code];
    for (const auto value : column.of(code)) by_value[value] += codes[code];
  }
  for (std::size_t value = 0; value < by_value.size(); ++value)
    if (by_value[value] > 0) counts.lines.push_back({{column.values[value]}, by_value[value]});
  return counts;
}

Counts count_two(const Selection& selection, const FacetColumn& a, const FacetColumn& b) {
  Counts counts;
  std::vector<std::uint64_t> by_values(a.values.size() * b.values.size());
  const auto add = [&](Code code_a, Code code_b, std::uint32_t n) {
    counts.total += n;
    if (a.of(code_a).empty() || b.of(code_b).empty()) counts.without += n;
    for (const auto value_a : a.of(code_a))
      for (const auto value_b : b.of(code_b)) by_values[value_a * b.values.size() + value_b] += n;
  };
  // Pairs of codes are fewer than versions where lists recur, as they do in any real record; else go one by one.
  if (a.code_count() * b.code_count() <= a.codes.size() / 4 + 4096) {
    const auto pairs = count_pairs(selection, a, b);
    for (std::size_t pair = 0; pair < pairs.size(); ++pair)
      if (pairs[pair] > 0)
        add(static_cast<Code>(pair / b.code_count()), static_cast<Code>(pair % b.code_count()), pairs[pair]);
  } else {
    selection.for_each([&](VersionIndex v) { add(a.codes[v], b.codes[v], 1); });
  }
  for (std::size_t i = 0; i < by_values.size(); ++i)
    if (by_values[i] > 0)
      counts.lines.push_back({{a.values[i / b.values.size()], b.values[i % b.values.size()]}, by_values[i]});
  return counts;
}

}  // namespace

Counts count(const View& view, Facets& facets, const CountQuestion& question) {
  const Selection selection(view, facets, question.where, question.period, question.roll_up);
  Counts counts;
  if (question.by.empty()) {
    selection.for_each([&](VersionIndex) { ++counts.total; });
    return counts;
  }
  const FacetColumn& first = facets.at(view, question.by[0], question.roll_up);
  counts = question.by.size() == 1
               ? count_one(selection, first)
               : count_two(selection, first, facets.at(view, question.by[1], question.roll_up));
  sort_lines(counts.lines, question);
  return counts;
}

}  // namespace daybook
