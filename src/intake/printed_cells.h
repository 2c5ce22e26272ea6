// What the cells of the list annexes have in common: days, paragraphs, footnote marks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "events/edition_published.h"

#include "cell_reader.h"
#include "list_row.h"

namespace daybook {

// The paragraphs of a cell: its lines.
std::vector<std::string> lines_of(std::string_view cell);

// One day, in any form that read_dates_zh() takes. Errors: E-DATE.
result<CivilDate> read_day_zh(std::string_view text);

// A day a line; 。 after the last is passed over. At least one. Faults go to the reader.
std::vector<CivilDate> days_of(std::string_view column, CellReader& cells);

// `格林纳达 a` taken apart: a small letter after a space at the end is a footnote mark.
MarkedText without_mark(std::string_view text);

template <class Data>
StatedFact fact(const std::string& stream, const Data& data) {
  return {stream, Data::type, Data::type_version, encode(data)};
}

}  // namespace daybook
