// records/…/editions.csv: what a document prints around the rows of its annexes.
#pragma once

#include <string>
#include <vector>

#include "events/edition_published.h"

#include "annex_row.h"

namespace daybook {

// An edition without its rows, and the first row of the file that speaks of it.
struct PrintedEdition {
  EditionPublished
      edition;  // the sections have no activities yet; an annex without sections has one, unnamed
  RowFields first;
  std::size_t items = 0;  // rows of the file that speak of it
};

// One edition for each document and annex that the file speaks of, in the file's order. Every fault goes into
// `errors`.
std::vector<PrintedEdition> read_editions(const CsvTable& table, std::vector<Error>& errors);

}  // namespace daybook
