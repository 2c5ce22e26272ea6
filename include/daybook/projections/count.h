#pragma once

#include <array>
#include <string>
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
  bool grouped = false;  // activities that were grouped count as one, which is the first of them
};

// The values of a line, one a facet. They point into the columns that were counted and live as long as the
// Facets; a value of `annex` as long as no other moment is asked for. Convert to a vector to keep them.
class CountValues {
 public:
  explicit CountValues(const std::string& first) : values_{&first, nullptr} {}
  CountValues(const std::string& first, const std::string& second) : values_{&first, &second} {}

  std::size_t size() const { return values_[1] == nullptr ? 1 : 2; }
  const std::string& operator[](std::size_t i) const { return *values_[i]; }
  operator std::vector<std::string>() const {
    return size() == 1 ? std::vector{*values_[0]} : std::vector{*values_[0], *values_[1]};
  }
  friend bool operator<(const CountValues& a, const CountValues& b) {
    return std::vector<std::string>(a) < std::vector<std::string>(b);
  }

 private:
  std::array<const std::string*, 2> values_;
};

struct CountLine {
  CountValues values;
  std::uint64_t count = 0;  // activities
};

struct Counts {
  std::uint64_t total = 0;    // activities that are counted
  std::uint64_t without = 0;  // of them, those with no value in one of the facets
  std::vector<CountLine> lines;
};

// Each activity counts once for every value it has. Lines come in the order of time for years and months,
// else with the largest count first.
Counts count(const View& view, Facets& facets, const CountQuestion& question);

// As a table: one facet as a list; two as a grid when the second has at most 12 values, else as a list.
Table count_table(const Counts& counts, const CountQuestion& question, const Vocabulary& vocabulary);
// {by, total, without, counts: [{<facet>: value, label, count}]}
Value count_value(const Counts& counts, const CountQuestion& question, const Vocabulary& vocabulary);

}  // namespace daybook
