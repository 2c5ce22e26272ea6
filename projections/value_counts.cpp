#include "value_counts.h"

#include <algorithm>
#include <atomic>
#include <span>
#include <utility>
#include <variant>

#include "daybook/base/side_by_side.h"

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
  std::size_t cells() const { return a->code_count() * b->code_count(); }
};

using Blocks = std::span<const Selection::Block>;
using Cells = std::span<std::uint32_t>;

// Neighbours are often alike, and what adds to a cell that has just been added to must wait; so small tables
// are made four times, and added to in turn. Larger ones would leave the core's first cache.
constexpr std::size_t cells_in_turn_max = 2048;
constexpr std::size_t tables_in_turn = 4;

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

// Adds how many of the selected versions of the blocks bear each pair of codes: [code of a][code of b].
void count_pair(const Selection& selection, Blocks blocks, const PartPair& pair, Cells counts) {
  const auto width = static_cast<std::uint32_t>(pair.b->code_count());
  const bool in_turn = counts.size() <= cells_in_turn_max;
  Numbers tables(in_turn ? counts.size() * tables_in_turn : 0);
  std::visit(
      [&](const auto& codes_a, const auto& codes_b) {
        selection.for_each_block(
            blocks, [&](VersionIndex first, VersionIndex n, const std::uint8_t* selected) {
              const auto* a = codes_a.data() + first;
              const auto* b = codes_b.data() + first;
              if (in_turn)
                add_block<tables_in_turn>(a, b, selected, n, width, counts.size(), tables.data());
              else
                add_block<1>(a, b, selected, n, width, counts.size(), counts.data());
            });
      },
      pair.a->codes, pair.b->codes);
  for (std::size_t table = 0; table < tables.size(); table += counts.size())
    for (std::size_t at = 0; at < counts.size(); ++at)
      counts[at] += tables[table + at];
}

using Bytes = std::vector<std::uint8_t>;

// Two parts with few sets each, as those of `organization` are, counted with one other part: what adds to the
// one table need not wait for what was just added to the other.
bool are_twins(std::span<const PartPair> pairs) {
  return pairs.size() == 2 && std::all_of(pairs.begin(), pairs.end(), [](const PartPair& pair) {
           return std::holds_alternative<Bytes>(pair.a->codes) && pair.cells() > cells_in_turn_max;
         });
}

template <class Code>
void add_twins(const std::uint8_t* a, const std::uint8_t* twin, const Code* b, const std::uint8_t* selected,
               VersionIndex n, std::uint32_t width, std::uint32_t* into, std::uint32_t* twin_into) {
  const auto add = [=](VersionIndex i, std::uint32_t more) {
    into[a[i] * width + b[i]] += more;
    twin_into[twin[i] * width + b[i]] += more;
  };
  if (selected == nullptr)
    for (VersionIndex i = 0; i < n; ++i)
      add(i, 1);
  else
    for (VersionIndex i = 0; i < n; ++i)
      add(i, selected[i]);
}

// REQUIRES: are_twins(pairs).
void count_twins(const Selection& selection, Blocks blocks, std::span<const PartPair> pairs, Cells counts,
                 Cells twin_counts) {
  const std::uint8_t* a = std::get<Bytes>(pairs[0].a->codes).data();
  const std::uint8_t* twin = std::get<Bytes>(pairs[1].a->codes).data();
  const auto width = static_cast<std::uint32_t>(pairs[0].b->code_count());
  std::visit(
      [&](const auto& b) {
        selection.for_each_block(blocks,
                                 [&](VersionIndex first, VersionIndex n, const std::uint8_t* selected) {
                                   add_twins(a + first, twin + first, b.data() + first, selected, n, width,
                                             counts.data(), twin_counts.data());
                                 });
      },
      pairs[0].b->codes);
}

// A table for each pair, one after the other. REQUIRES: all have the same b. Where there is enough to count,
// a second thread takes part; each takes some blocks at a time, for the second starts late.
Numbers count_codes(const Selection& selection, std::span<const PartPair> pairs) {
  constexpr std::size_t worth_a_thread = 500'000;
  std::size_t cells = 0;
  for (const PartPair& pair : pairs)
    cells += pair.cells();
  const auto count_all = [&](Blocks blocks, Cells counts) {
    if (are_twins(pairs))
      return count_twins(selection, blocks, pairs, counts.first(pairs[0].cells()),
                         counts.subspan(pairs[0].cells()));
    for (const PartPair& pair : pairs) {
      count_pair(selection, blocks, pair, counts.first(pair.cells()));
      counts = counts.subspan(pair.cells());
    }
  };
  const Blocks blocks = selection.blocks();
  const std::size_t threads = pairs.size() * selection.size() < worth_a_thread ? 1 : 2;
  const std::size_t step = std::max<std::size_t>(threads == 1 ? blocks.size() : blocks.size() / 8, 1);
  std::atomic<std::size_t> next = 0;
  Numbers counts(cells * threads);
  side_by_side(threads, [&](std::size_t thread) {
    for (std::size_t first = 0; (first = next.fetch_add(step)) < blocks.size();)
      count_all(blocks.subspan(first, std::min(step, blocks.size() - first)),
                Cells(counts).subspan(cells * thread, cells));
  });
  for (std::size_t at = cells; at < counts.size(); ++at)
    counts[at - cells] += counts[at];
  counts.resize(cells);
  return counts;
}

// Adds the rows of a table of pairs of codes to the rows of the values that each code of a stands for.
void add_rows(const std::uint32_t* codes, const PartPair& pair, Numbers& by_value) {
  const std::size_t width = pair.b->code_count();
  for (Code code = 0; code < pair.a->code_count(); ++code, codes += width)
    for (const auto value : pair.a->of(code)) {
      std::uint32_t* into = by_value.data() + value * width;
      for (std::size_t i = 0; i < width; ++i)
        into[i] += codes[i];
    }
}

void add_totals(const std::uint32_t* codes, const PartPair& pair, ValueCounts& found) {
  for (Code code_a = 0; code_a < pair.a->code_count(); ++code_a)
    for (Code code_b = 0; code_b < pair.b->code_count(); ++code_b, ++codes) {
      found.total += *codes;
      if ((pair.a->none[code_a] | pair.b->none[code_b]) != 0) found.without += *codes;
    }
}

Code code_at(const FacetPart& part, VersionIndex v) {
  return std::visit([&](const auto& codes) { return Code{codes[v]}; }, part.codes);
}

// Two facets as they are counted, and where the count of a pair of their values stands.
struct Grid {
  const FacetColumn& rows;
  const FacetColumn& columns;
  std::size_t row_step;
  std::size_t column_step;
};

// Version by version: slower than by codes, save where there are about as many pairs of codes as versions.
void add_versions(const Selection& selection, const PartPair& pair, const Grid& grid, bool last,
                  ValueCounts& found) {
  selection.for_each([&](VersionIndex v) {
    const Code code_a = code_at(*pair.a, v);
    const Code code_b = code_at(*pair.b, v);
    for (const auto row : pair.a->of(code_a))
      for (const auto column : pair.b->of(code_b))
        ++found.counts[row * grid.row_step + column * grid.column_step];
    if (!last) return;
    ++found.total;
    if ((pair.a->none[code_a] | pair.b->none[code_b]) != 0) ++found.without;
  });
}

// Adds the counts of all rows and one part of the columns.
void add_part(const Selection& selection, const Grid& grid, const FacetPart& columns, ValueCounts& found) {
  std::vector<PartPair> pairs;
  const auto is_last = [&](const PartPair& pair) {
    return pair.a == &grid.rows.parts.back() && pair.b == &grid.columns.parts.back();
  };
  for (const FacetPart& rows : grid.rows.parts) {
    const PartPair pair{&rows, &columns};
    if (pair.cells() <= selection.size() / 2 + 4096)
      pairs.push_back(pair);
    else
      add_versions(selection, pair, grid, is_last(pair), found);
  }
  if (pairs.empty()) return;
  const Numbers counts = count_codes(selection, pairs);
  const std::size_t width = columns.code_count();
  Numbers by_value(grid.rows.values.size() * width);  // [value of the row][code of the column]
  const std::uint32_t* table = counts.data();
  for (const PartPair& pair : pairs) {
    add_rows(table, pair, by_value);
    if (is_last(pair)) add_totals(table, pair, found);
    table += pair.cells();
  }
  const std::uint32_t* n = by_value.data();
  for (std::size_t row = 0; row < grid.rows.values.size(); ++row)
    for (Code code = 0; code < width; ++code, ++n)
      for (const auto column : columns.of(code))
        found.counts[row * grid.row_step + column * grid.column_step] += *n;
}

// How many values stand in the lists of all codes.
std::size_t listed(const FacetColumn& column) {
  std::size_t values = 0;
  for (const FacetPart& part : column.parts)
    values += part.list.size();
  return values;
}

}  // namespace

ValueCounts count_values(const Selection& selection, const FacetColumn& column) {
  ValueCounts found;
  found.counts.resize(column.values.size());
  for (const FacetPart& part : column.parts) {
    const Numbers codes = count_codes(selection, part);
    for (Code code = 0; code < codes.size(); ++code) {
      for (const auto value : part.of(code))
        found.counts[value] += codes[code];
      if (&part != &column.parts.back()) continue;
      found.total += codes[code];
      if (part.none[code] != 0) found.without += codes[code];
    }
  }
  return found;
}

ValueCounts count_values(const Selection& selection, const FacetColumn& a, const FacetColumn& b) {
  ValueCounts found;
  found.counts.resize(a.values.size() * b.values.size());
  // A row of counts is added at once, a column one by one: the facet with more to add makes the rows.
  const bool turned = std::pair(b.parts.size(), listed(b)) > std::pair(a.parts.size(), listed(a));
  const Grid grid = turned ? Grid{b, a, 1, b.values.size()} : Grid{a, b, b.values.size(), 1};
  for (const FacetPart& part : grid.columns.parts)
    add_part(selection, grid, part, found);
  return found;
}

}  // namespace daybook
