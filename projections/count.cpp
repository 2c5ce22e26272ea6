#include "daybook/projections/count.h"

#include <algorithm>
#include <array>
#include <bit>

#include "daybook/base/radix_sort.h"

#include "conditions.h"
#include "value_counts.h"

namespace daybook {

namespace {

bool in_order_of_time(Facet facet) {
  return facet == Facet::year || facet == Facet::month;
}

// One line before it is printed. The line with the smallest key comes first.
struct Entry {
  std::uint64_t key = 0;
  std::uint32_t cell = 0;  // of the counts
  std::uint32_t count = 0;
};

// Makes the keys of lines: the values of facets in the order of time, the first facet first, then the largest
// count. There are fewer than 2^17 months and 2^13 years, so a key has 62 bits at most.
class Keys {
 public:
  Keys(const CountQuestion& question, std::uint32_t values_a, std::uint32_t values_b, std::uint32_t most)
      : most_(most), bits_(static_cast<unsigned>(std::bit_width(most))) {
    const std::array values{values_a, values_b};
    for (std::size_t i = question.by.size(); i-- > 0;) {
      if (!in_order_of_time(question.by[i])) continue;
      step_[i] = std::uint64_t{1} << bits_;
      bits_ += static_cast<unsigned>(std::bit_width(values[i]));
    }
  }
  std::uint64_t of(std::uint32_t value_a, std::uint32_t value_b, std::uint32_t count) const {
    return value_a * step_[0] + value_b * step_[1] + (most_ - count);
  }
  unsigned bits() const { return bits_; }

 private:
  std::uint32_t most_;
  unsigned bits_;
  std::array<std::uint64_t, 2> step_{};
};

// `b` is nullptr where one facet is counted.
Counts in_lines(const ValueCounts& found, const FacetColumn& a, const FacetColumn* b,
                const CountQuestion& question) {
  const auto values_a = static_cast<std::uint32_t>(a.values.size());
  const auto values_b = static_cast<std::uint32_t>(b == nullptr ? 1 : b->values.size());
  Counts counts{found.total, found.without, {}};
  if (values_b == 0) return counts;
  std::uint32_t most = 0;
  for (const std::uint32_t n : found.counts)
    most = std::max(most, n);
  const Keys keys(question, values_a, values_b, most);
  std::vector<Entry> entries;
  entries.reserve(found.counts.size());
  std::uint32_t cell = 0;
  for (std::uint32_t value_a = 0; value_a < values_a; ++value_a)
    for (std::uint32_t value_b = 0; value_b < values_b; ++value_b, ++cell)
      if (const std::uint32_t n = found.counts[cell]; n > 0)
        entries.push_back({keys.of(value_a, value_b, n), cell, n});
  radix_sort(entries, keys.bits(), [](const Entry& entry) { return entry.key; });
  counts.lines.reserve(entries.size());
  for (const Entry& entry : entries) {
    const std::string& value_a = a.values[entry.cell / values_b];
    counts.lines.push_back(
        {b == nullptr ? CountValues(value_a) : CountValues(value_a, b->values[entry.cell % values_b]),
         entry.count});
  }
  return counts;
}

}  // namespace

Counts count(const View& view, Facets& facets, const CountQuestion& question) {
  const Selection selection(view, facets, question.where, question.period, question.roll_up,
                            question.grouped);
  Counts counts;
  if (question.by.empty()) {
    selection.for_each([&](VersionIndex) { ++counts.total; });
    return counts;
  }
  const FacetColumn& first = facets.at(view, question.by[0], question.roll_up);
  if (question.by.size() == 1) return in_lines(count_values(selection, first), first, nullptr, question);
  const FacetColumn& second = facets.at(view, question.by[1], question.roll_up);
  return in_lines(count_values(selection, first, second), first, &second, question);
}

}  // namespace daybook
