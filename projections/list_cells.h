// The cells of a list of activities.
#pragma once

#include <span>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "daybook/projections/question.h"
#include "daybook/table/table.h"

namespace daybook {

// Places, lists of parties and dates occur again and again: each is put into words once. Cells refer to what
// is kept here and in the register, both of which must outlive them. One thread at a time.
class ListCells {
 public:
  // For at most so many rows.
  ListCells(const Register& reg, Language language, std::size_t rows);

  // Those of as many versions as there are rows, in the order below.
  void fill(std::span<const VersionIndex> versions, std::span<Row> rows);
  Cell id(VersionIndex v);
  Cell dates(VersionIndex v);
  Cell place(VersionIndex v);
  Cell title(VersionIndex v);
  Cell organizers(VersionIndex v) { return parties(v, &VersionContent::organizers); }
  Cell participants(VersionIndex v) { return parties(v, &VersionContent::participants); }

 private:
  using Known = boost::unordered_flat_map<std::uint64_t, Cell>;
  Cell in_register(std::string_view text);
  Cell parties(VersionIndex v, Code VersionContent::* list);
  CivilDate first_day(VersionIndex v) const;
  // A code, and the era of the first day.
  std::uint64_t dated(Code code, VersionIndex v) const;

  const Register& register_;
  Language language_;
  Eras eras_;
  Known single_ranges_;  // by first and last day
  Known dates_;          // by code
  Known places_;         // by dated code, as are the parties
  Known parties_;
  std::vector<Run> in_register_;  // never moves: it has room for all of them
};

}  // namespace daybook
