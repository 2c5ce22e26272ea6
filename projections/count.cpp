#include "daybook/projections/count.h"

#include <algorithm>
#include <array>

#include "conditions.h"
#include "value_counts.h"

namespace daybook {

namespace {

bool in_order_of_time(Facet facet) {
  return facet == Facet::year || facet == Facet::month;
}

// One line before it is printed. Values are numbered in their own order.
struct Entry {
  std::array<std::uint32_t, 2> values{};
  std::uint32_t count = 0;
};

// Sorts entries, the smallest key first, and keeps the order of equal ones: eleven bits at a time, which for
// the tens of thousands of lines of two large facets takes a tenth of the time of a comparing sort.
class StableSort {
 public:
  explicit StableSort(std::vector<Entry>& entries) : entries_(entries), sorted_(entries.size()) {}

  template <class Key>
  void by(Key key) {
    std::uint32_t largest = 0;
    for (const Entry& entry : entries_)
      largest = std::max(largest, key(entry));
    for (unsigned shift = 0; shift < 32 && (largest >> shift) != 0; shift += digit_bits) {
      const auto digit = [&](const Entry& entry) { return (key(entry) >> shift) & ((1U << digit_bits) - 1); };
      std::array<std::uint32_t, (1U << digit_bits) + 1> begin{};
      for (const Entry& entry : entries_)
        ++begin[digit(entry) + 1];
      for (std::size_t i = 1; i < begin.size(); ++i)
        begin[i] += begin[i - 1];
      for (const Entry& entry : entries_)
        sorted_[begin[digit(entry)]++] = entry;
      entries_.swap(sorted_);
    }
  }

 private:
  static constexpr unsigned digit_bits = 11;
  std::vector<Entry>& entries_;
  std::vector<Entry> sorted_;
};

// REQUIRES: the entries are in the order of their values.
void sort_entries(std::vector<Entry>& entries, const CountQuestion& question) {
  std::uint32_t most = 0;
  for (const Entry& entry : entries)
    most = std::max(most, entry.count);
  StableSort sort(entries);
  sort.by([&](const Entry& entry) { return most - entry.count; });
  for (std::size_t i = question.by.size(); i-- > 0;)
    if (in_order_of_time(question.by[i])) sort.by([i](const Entry& entry) { return entry.values[i]; });
}

// `b` is nullptr where one facet is counted.
Counts in_lines(const ValueCounts& found, const FacetColumn& a, const FacetColumn* b,
                const CountQuestion& question) {
  const auto values_b = static_cast<std::uint32_t>(b == nullptr ? 1 : b->values.size());
  std::vector<Entry> entries;
  entries.reserve(found.counts.size());
  std::size_t at = 0;
  for (std::uint32_t value_a = 0; value_a < a.values.size(); ++value_a)
    for (std::uint32_t value_b = 0; value_b < values_b; ++value_b, ++at)
      if (found.counts[at] > 0) entries.push_back({{value_a, value_b}, found.counts[at]});
  sort_entries(entries, question);
  Counts counts{found.total, found.without, {}};
  counts.lines.reserve(entries.size());
  for (const auto& [values, count] : entries)
    counts.lines.push_back({b == nullptr ? CountValues(a.values[values[0]])
                                         : CountValues(a.values[values[0]], b->values[values[1]]),
                            count});
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
