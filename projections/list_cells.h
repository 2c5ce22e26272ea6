// The cells of a list of activities.
#pragma once

#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "daybook/projections/question.h"
#include "daybook/table/table.h"

namespace daybook {

// Places, lists of parties and dates occur again and again: each is put into words once, and the cells share
// them. One thread at a time.
class ListCells {
 public:
  ListCells(const Register& reg, Language language);

  // Those of a version, in the order below.
  std::vector<Cell> row(VersionIndex v);
  Cell id(VersionIndex v) const;
  const Cell& dates(VersionIndex v);
  const Cell& place(VersionIndex v);
  Cell title(VersionIndex v) const;
  const Cell& organizers(VersionIndex v) { return parties(v, &VersionContent::organizers); }
  const Cell& participants(VersionIndex v) { return parties(v, &VersionContent::participants); }

 private:
  using Known = boost::unordered_flat_map<std::uint64_t, Cell>;
  const Cell& parties(VersionIndex v, Code VersionContent::* list);
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
};

}  // namespace daybook
