// The rows of a list of activities.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "daybook/projections/question.h"
#include "daybook/table/table.h"

namespace daybook {

// The rows of a list, one a version. Places, lists of parties and dates occur again and again: each is put
// into words once. The register must outlive it.
class ListRows final : public RowMaker {
 public:
  using Versions = std::shared_ptr<const std::vector<VersionIndex>>;
  ListRows(const Register& reg, Language language, Versions versions);

  // Columns: id, dates, place, title, organizers, participants.
  void make(std::size_t first, std::span<Row> rows) override;

 private:
  using Known = boost::unordered_flat_map<std::uint64_t, Cell>;
  Cell id(VersionIndex v);
  Cell dates(VersionIndex v);
  Cell place(VersionIndex v);
  Cell title(VersionIndex v);
  Cell organizers(VersionIndex v) { return parties(v, &VersionContent::organizers); }
  Cell participants(VersionIndex v) { return parties(v, &VersionContent::participants); }
  Cell in_register(std::string_view text);
  Cell parties(VersionIndex v, Code VersionContent::* list);
  CivilDate first_day(VersionIndex v) const;
  // A code, and the era of the first day.
  std::uint64_t dated(Code code, VersionIndex v) const;

  const Register& register_;
  Language language_;
  Versions versions_;
  Eras eras_;
  Known single_ranges_;  // by first and last day
  Known dates_;          // by code
  Known places_;         // by dated code, as are the parties
  Known parties_;
  std::vector<Run> in_register_;  // of the rows made last; never moves, for it has room for all of them
};

}  // namespace daybook
