#pragma once

#include "cell_reader.h"
#include "list_row.h"

namespace daybook {

// A row of annex IV: the requests of one State, one or several under their dates, and who answered. The
// judgement has a line for each request.
void read_assistance(ListRow& row, CellReader& cells, const RowFields& fields, const Vocabulary& vocabulary);

}  // namespace daybook
