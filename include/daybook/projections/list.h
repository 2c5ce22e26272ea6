#pragma once

#include <vector>

#include "daybook/projections/annex.h"
#include "daybook/projections/facets.h"
#include "daybook/table/table.h"

namespace daybook {

struct ListQuestion {
  std::vector<Condition> where;
  Period period;
  bool roll_up = false;
  Language language = Language::zh;
};

// The activities that meet every condition, in the order of dates.
std::vector<VersionIndex> select(const View& view, Facets& facets, const ListQuestion& question);

// Columns: id, dates, place, title, organizers, participants. Its rows are made when they are printed; the
// register must outlive it.
Table list_table(const View& view, std::vector<VersionIndex> versions, Language language);
// One object an activity: {id, kind, dates, place, title, organizers, participants, role, support, audience,
// states, region, host_region, sources}, made when it is printed; the register must outlive it.
Value list_value(const View& view, std::vector<VersionIndex> versions, Language language);

// An activity's facts, field by field.
Table facts_table(const ActivityRecorded& activity, const Vocabulary& vocabulary, Language language);
// The same, and how each annex lists it, with what the listing says otherwise.
Table activity_table(const View& view, VersionIndex version, Language language);
Value activity_value(const View& view, VersionIndex version, Language language);

}  // namespace daybook
