#include "daybook/projections/count.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "daybook/base/side_by_side.h"

#include "conditions.h"

namespace daybook {

namespace {

using Numbers = std::vector<std::uint32_t>;

// How many of the selected versions bear each code.
Numbers count_codes(const Selection& selection, const FacetPart& part) {
  Numbers counts(part.code_count());
  std::visit(
      [&](const auto& codes) {
        selection.for_each_block(selection.blocks(),
                                 [&](VersionIndex first, VersionIndex n, const std::uint8_t* selected) {
                                   for (VersionIndex i = 0; i < n; ++i)
                                     counts[codes[first + i]] += selected == nullptr ? 1 : selected[i];
                                 });
      },
      part.codes);
  return counts;
}

struct PartPair {
  const FacetPart* a = nullptr;
  const FacetPart* b = nullptr;
};

// Adds to as many tables in turn, each of `cells`: neighbours are often alike, and what adds to a cell that
// has just been added to must wait.
template <std::size_t tables, class A, class B>
void add_block(const A* a, const B* b, const std::uint8_t* selected, VersionIndex n, std::uint32_t width,
               std::size_t cells, std::uint32_t* into) {
  if (selected == nullptr)
    for (VersionIndex i = 0; i < n; ++i)
      ++into[i % tables * cells + a[i] * width + b[i]];
  else
    for (VersionIndex i = 0; i < n; ++i)
      into[i % tables * cells + a[i] * width + b[i]] += selected[i];
}

using Blocks = std::span<const Selection::Block>;

bool is_counted_in_turn(const FacetPart& a, const FacetPart& b) {
  constexpr std::size_t cells_max = 2048;  // more would leave the core's first cache
  return a.code_count() * b.code_count() <= cells_max;
}

// How many of the selected versions of the blocks bear each pair of codes: counts[a * b->code_count() + b].
Numbers count_codes(const Selection& selection, const PartPair& pair, Blocks blocks) {
  constexpr std::size_t tables = 4;
  const std::size_t cells = pair.a->code_count() * pair.b->code_count();
  const auto width = static_cast<std::uint32_t>(pair.b->code_count());
  const bool in_turn = is_counted_in_turn(*pair.a, *pair.b);
  Numbers counts(in_turn ? cells * tables : cells);
  std::visit(
      [&](const auto& codes_a, const auto& codes_b) {
        selection.for_each_block(blocks,
                                 [&](VersionIndex first, VersionIndex n, const std::uint8_t* selected) {
                                   const auto* a = codes_a.data() + first;
                                   const auto* b = codes_b.data() + first;
                                   if (in_turn)
                                     add_block<tables>(a, b, selected, n, width, cells, counts.data());
                                   else
                                     add_block<1>(a, b, selected, n, width, cells, counts.data());
                                 });
      },
      pair.a->codes, pair.b->codes);
  for (std::size_t table = cells; table < counts.size(); table += cells)
    for (std::size_t at = 0; at < cells; ++at)
      counts[at] += counts[table + at];
  counts.resize(cells);
  return counts;
}

// Of two parts with few sets each, as those of `organization` are, which are counted with one other part.
struct Twins {
  std::array<const FacetPart*, 2> parts;
  const FacetPart* other = nullptr;
  bool other_first = false;  // in the pairs: the tables are by the code of `other`, then by that of the twin
};

using Bytes = std::vector<std::uint8_t>;

std::optional<Twins> twins_of(std::span<const PartPair> pairs) {
  if (pairs.size() != 2) return std::nullopt;
  const auto [first, second] = std::tie(pairs[0], pairs[1]);
  const bool other_first = first.a == second.a;
  if (!other_first && first.b != second.b) return std::nullopt;
  const Twins twins =
      other_first ? Twins{{first.b, second.b}, first.a, true} : Twins{{first.a, second.a}, first.b, false};
  for (const FacetPart* part : twins.parts)
    if (!std::holds_alternative<Bytes>(part->codes) || is_counted_in_turn(*part, *twins.other))
      return std::nullopt;
  return twins;
}

// A table that is being made: the count of a twin's code and another stands at the sum of their steps.
struct TwinTable {
  const std::uint8_t* codes = nullptr;
  std::uint32_t step = 0;
  std::uint32_t other_step = 0;
  std::uint32_t* counts = nullptr;
};

// What adds to one of the tables need not wait for what was just added to the other.
template <class Code>
void add_block(TwinTable a, TwinTable b, const Code* others, const std::uint8_t* selected, VersionIndex n) {
  const auto add = [a, b](std::uint32_t code_a, std::uint32_t code_b, std::uint32_t other,
                          std::uint32_t more) {
    a.counts[code_a * a.step + other * a.other_step] += more;
    b.counts[code_b * b.step + other * b.other_step] += more;
  };
  if (selected == nullptr)
    for (VersionIndex i = 0; i < n; ++i)
      add(a.codes[i], b.codes[i], others[i], 1);
  else
    for (VersionIndex i = 0; i < n; ++i)
      add(a.codes[i], b.codes[i], others[i], selected[i]);
}

std::vector<Numbers> count_twins(const Selection& selection, const Twins& twins, Blocks blocks) {
  std::vector<Numbers> tables;
  const auto table_of = [&](const FacetPart& part) {
    const auto own = static_cast<std::uint32_t>(part.code_count());
    const auto others = static_cast<std::uint32_t>(twins.other->code_count());
    Numbers& counts = tables.emplace_back(std::size_t{own} * others);
    return TwinTable{std::get<Bytes>(part.codes).data(), twins.other_first ? 1 : others,
                     twins.other_first ? own : 1, counts.data()};
  };
  const TwinTable a = table_of(*twins.parts[0]);
  const TwinTable b = table_of(*twins.parts[1]);
  const auto from = [](TwinTable table, VersionIndex first) {
    table.codes += first;
    return table;
  };
  std::visit(
      [&](const auto& others) {
        selection.for_each_block(
            blocks, [&](VersionIndex first, VersionIndex n, const std::uint8_t* selected) {
              add_block(from(a, first), from(b, first), others.data() + first, selected, n);
            });
      },
      twins.other->codes);
  return tables;
}

// A table for each pair. Where there is enough to count, a second thread counts half of the blocks.
std::vector<Numbers> count_codes(const Selection& selection, std::span<const PartPair> pairs) {
  constexpr std::size_t worth_a_thread = 500'000;
  const auto twins = twins_of(pairs);
  const auto count_all = [&](Blocks blocks) {
    if (twins) return count_twins(selection, *twins, blocks);
    std::vector<Numbers> tables;
    for (const PartPair& pair : pairs)
      tables.push_back(count_codes(selection, pair, blocks));
    return tables;
  };
  const Blocks blocks = selection.blocks();
  if (pairs.size() * selection.size() < worth_a_thread) return count_all(blocks);
  const std::size_t half = blocks.size() / 2;
  std::vector<Numbers> tables;
  std::vector<Numbers> others;
  side_by_side(2, [&](std::size_t piece) {
    (piece == 0 ? tables : others) = count_all(piece == 0 ? blocks.first(half) : blocks.subspan(half));
  });
  for (std::size_t i = 0; i < tables.size(); ++i)
    for (std::size_t at = 0; at < tables[i].size(); ++at)
      tables[i][at] += others[i][at];
  return tables;
}

// What two columns have between them: the counts of each pair of values, and of the versions.
struct Grid {
  Numbers counts;  // [value of a * values of b + value of b]
  std::uint64_t total = 0;
  std::uint64_t without = 0;
};

// Adds the counts of pairs of codes to those of pairs of values, a row at a time.
void add_codes(const Numbers& codes, const PartPair& pair, std::size_t values_b, Numbers& values) {
  if (values.empty()) return;
  const auto& [a, b] = std::tie(*pair.a, *pair.b);
  const std::size_t width = b.code_count();
  Numbers rows(values.size() / values_b * width);  // by value of a, code of b
  for (Code code = 0; code < a.code_count(); ++code)
    for (const auto value : a.of(code)) {
      const std::uint32_t* from = codes.data() + code * width;
      std::uint32_t* into = rows.data() + value * width;
      for (std::size_t i = 0; i < width; ++i)
        into[i] += from[i];
    }
  for (std::size_t row = 0; row * width < rows.size(); ++row)
    for (Code code = 0; code < width; ++code) {
      const std::uint32_t n = rows[row * width + code];
      for (const auto value : b.of(code))
        values[row * values_b + value] += n;
    }
}

void add_totals(const Numbers& codes, const PartPair& pair, Grid& grid) {
  const auto& [a, b] = std::tie(*pair.a, *pair.b);
  std::size_t at = 0;
  for (Code code_a = 0; code_a < a.code_count(); ++code_a)
    for (Code code_b = 0; code_b < b.code_count(); ++code_b, ++at) {
      grid.total += codes[at];
      if (a.none[code_a] != 0 || b.none[code_b] != 0) grid.without += codes[at];
    }
}

Code code_at(const FacetPart& part, VersionIndex v) {
  return std::visit([&](const auto& codes) { return Code{codes[v]}; }, part.codes);
}

// Version by version: slower than by codes, save where there are about as many pairs of codes as versions.
void add_versions(const Selection& selection, const PartPair& pair, std::size_t values_b, bool last,
                  Grid& grid) {
  const auto& [a, b] = std::tie(*pair.a, *pair.b);
  selection.for_each([&](VersionIndex v) {
    const Code code_a = code_at(a, v);
    const Code code_b = code_at(b, v);
    for (const auto value_a : a.of(code_a))
      for (const auto value_b : b.of(code_b))
        ++grid.counts[value_a * values_b + value_b];
    if (!last) return;
    ++grid.total;
    if (a.none[code_a] != 0 || b.none[code_b] != 0) ++grid.without;
  });
}

Grid count_grid(const Selection& selection, const FacetColumn& a, const FacetColumn& b) {
  Grid grid;
  grid.counts.resize(a.values.size() * b.values.size());
  std::vector<PartPair> by_codes;
  const PartPair last{&a.parts.back(), &b.parts.back()};
  const auto is_last = [&](const PartPair& pair) { return pair.a == last.a && pair.b == last.b; };
  for (const FacetPart& part_a : a.parts)
    for (const FacetPart& part_b : b.parts) {
      const PartPair pair{&part_a, &part_b};
      if (part_a.code_count() * part_b.code_count() <= selection.size() / 2 + 4096)
        by_codes.push_back(pair);
      else
        add_versions(selection, pair, b.values.size(), is_last(pair), grid);
    }
  const auto tables = count_codes(selection, by_codes);
  for (std::size_t i = 0; i < tables.size(); ++i) {
    add_codes(tables[i], by_codes[i], b.values.size(), grid.counts);
    if (is_last(by_codes[i])) add_totals(tables[i], by_codes[i], grid);
  }
  return grid;
}

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

Counts count_one(const Selection& selection, const FacetColumn& column, const CountQuestion& question) {
  Counts counts;
  Numbers by_value(column.values.size());
  for (const FacetPart& part : column.parts) {
    const Numbers codes = count_codes(selection, part);
    for (Code code = 0; code < codes.size(); ++code) {
      for (const auto value : part.of(code))
        by_value[value] += codes[code];
      if (&part != &column.parts.back()) continue;
      counts.total += codes[code];
      if (part.none[code] != 0) counts.without += codes[code];
    }
  }
  std::vector<Entry> entries;
  for (std::uint32_t value = 0; value < by_value.size(); ++value)
    if (by_value[value] > 0) entries.push_back({{value, 0}, by_value[value]});
  sort_entries(entries, question);
  for (const Entry& entry : entries)
    counts.lines.push_back({CountValues(column.values[entry.values[0]]), entry.count});
  return counts;
}

Counts count_two(const Selection& selection, const FacetColumn& a, const FacetColumn& b,
                 const CountQuestion& question) {
  const Grid grid = count_grid(selection, a, b);
  std::vector<Entry> entries;
  entries.reserve(grid.counts.size());
  std::size_t at = 0;
  for (std::uint32_t value_a = 0; value_a < a.values.size(); ++value_a)
    for (std::uint32_t value_b = 0; value_b < b.values.size(); ++value_b, ++at)
      if (grid.counts[at] > 0) entries.push_back({{value_a, value_b}, grid.counts[at]});
  sort_entries(entries, question);
  Counts counts{grid.total, grid.without, {}};
  counts.lines.reserve(entries.size());
  for (const Entry& entry : entries)
    counts.lines.push_back({CountValues(a.values[entry.values[0]], b.values[entry.values[1]]), entry.count});
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
  if (question.by.size() == 1) return count_one(selection, first, question);
  return count_two(selection, first, facets.at(view, question.by[1], question.roll_up), question);
}

}  // namespace daybook
