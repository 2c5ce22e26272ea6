// One row of records/…/groupings.csv: rows of an annex that count as one activity.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "events/activities_grouped.h"

#include "annex_row.h"

namespace daybook {

struct GroupingRow {
  std::vector<RowKey> rows;  // two or more, in the order given
  Basis basis = Basis::inferred;
  std::string reason;
};

// Every fault of the row goes into `errors`, with file, row and field; none = the row is good.
std::optional<GroupingRow> read_grouping(const RowFields& fields, std::vector<Error>& errors);

}  // namespace daybook
