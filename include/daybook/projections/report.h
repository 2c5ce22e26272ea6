// The figures and the annexes of a report, drafted from the log: they cannot disagree, for they are counted
// from the same versions.
#pragma once

#include "daybook/projections/facets.h"
#include "daybook/projections/question.h"
#include "daybook/table/table.h"

namespace daybook {

// A table of the period's totals, and after it one for each count that the text of a review gives (by
// audience, role, kind, year, region served, region of the host, support, organization), and each annex for
// the period.
Table report(const View& view, Facets& facets, const Period& period, Language language);

}  // namespace daybook
