// records/…/editions.csv: what a document prints around the rows of its annexes.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "events/edition_published.h"

#include "annex_row.h"

namespace daybook {

// An edition without its rows, and the first row of the file that speaks of it.
struct PrintedEdition {
  EditionPublished edition;  // the sections have no rows yet, and the tables only the heads of their rows
  RowFields first;
  std::size_t items = 0;  // rows of the file that speak of it
};

// The cells of the printed summary tables: a number, and in some the words beside it.
class SummaryCells {
 public:
  // A row of a file of summaries. Faults go into `errors`.
  void add(const RowFields& fields, std::vector<Error>& errors);
  // Fills the tables of the edition. A column with words beside the number becomes two, under its head.
  // Errors: E-LINK for a cell that is missing.
  result<void> fill(EditionPublished& edition) const;

 private:
  struct Words {
    std::string number;
    std::string text;
  };
  using Place = std::tuple<std::string, std::int64_t, std::string, std::string>;  // document, table, heads
  std::map<Place, Words> cells_;
};

// One edition for each document and annex that the file speaks of, in the file's order. Every fault goes into
// `errors`.
std::vector<PrintedEdition> read_editions(const CsvTable& table, std::vector<Error>& errors);

}  // namespace daybook
