#include "value_counts.h"

#include <array>
#include <optional>
#include <span>
#include <tuple>
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

void add_totals(const Numbers& codes, const PartPair& pair, ValueCounts& found) {
  const auto& [a, b] = std::tie(*pair.a, *pair.b);
  std::size_t at = 0;
  for (Code code_a = 0; code_a < a.code_count(); ++code_a)
    for (Code code_b = 0; code_b < b.code_count(); ++code_b, ++at) {
      found.total += codes[at];
      if (a.none[code_a] != 0 || b.none[code_b] != 0) found.without += codes[at];
    }
}

Code code_at(const FacetPart& part, VersionIndex v) {
  return std::visit([&](const auto& codes) { return Code{codes[v]}; }, part.codes);
}

// Version by version: slower than by codes, save where there are about as many pairs of codes as versions.
void add_versions(const Selection& selection, const PartPair& pair, std::size_t values_b, bool last,
                  ValueCounts& found) {
  const FacetPart& a = *pair.a;
  const FacetPart& b = *pair.b;
  selection.for_each([&](VersionIndex v) {
    const Code code_a = code_at(a, v);
    const Code code_b = code_at(b, v);
    for (const auto value_a : a.of(code_a))
      for (const auto value_b : b.of(code_b))
        ++found.counts[value_a * values_b + value_b];
    if (!last) return;
    ++found.total;
    if (a.none[code_a] != 0 || b.none[code_b] != 0) ++found.without;
  });
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
  std::vector<PartPair> by_codes;
  const PartPair last{&a.parts.back(), &b.parts.back()};
  const auto is_last = [&](const PartPair& pair) { return pair.a == last.a && pair.b == last.b; };
  for (const FacetPart& part_a : a.parts)
    for (const FacetPart& part_b : b.parts) {
      const PartPair pair{&part_a, &part_b};
      if (part_a.code_count() * part_b.code_count() <= selection.size() / 2 + 4096)
        by_codes.push_back(pair);
      else
        add_versions(selection, pair, b.values.size(), is_last(pair), found);
    }
  const auto tables = count_codes(selection, by_codes);
  for (std::size_t i = 0; i < tables.size(); ++i) {
    add_codes(tables[i], by_codes[i], b.values.size(), found.counts);
    if (is_last(by_codes[i])) add_totals(tables[i], by_codes[i], found);
  }
  return found;
}

}  // namespace daybook
