#pragma once

#include <vector>

#include "daybook/table/table.h"

#include "assistance.h"

namespace daybook {

// The three summary tables under annex IV, counted from the requests: by paragraph and by type, of the States
// of the rows; by regional group, of the States that asked in the period and, where that has a first day,
// before it.
std::vector<Table> assistance_tables(const View& view, const std::vector<AssistanceOfState>& states,
                                     const Period& period, Language language);

}  // namespace daybook
