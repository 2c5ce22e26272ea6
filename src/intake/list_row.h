// One row of a list annex (records/…/annex-i.csv to vi, xx to xxii): how it is printed, and what it states.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/assistance_requested.h"
#include "events/row_listed.h"

#include "annex_row.h"

namespace daybook {

// An event that is still to be made.
struct StatedFact {
  std::string stream;
  std::string_view type;
  std::int64_t type_version = 1;
  std::string data;  // canonical JSON
};

struct ListRow {
  RowKey key;
  RowListed listing;
  std::vector<StatedFact> facts;
};

// Requests of which a summary table of annex IV tells the State and their number, and the rows do not.
struct EarlierRequests {
  std::string document;
  std::string state;
  DateRange dates;  // between which they lie
  std::int64_t requests = 0;
};

// The annexes that list no activities, in the order in which they are imported.
inline constexpr std::array<std::string_view, 9> list_annexes{"i",  "ii", "iii", "iv",  "v",
                                                              "vi", "xx", "xxi", "xxii"};

// A row of the annex of that number. Every fault of the row goes into `errors`, with file, row and field;
// none = the row is good.
std::optional<ListRow> read_list_row(std::string_view annex, const RowFields& fields,
                                     const Vocabulary& vocabulary, std::vector<Error>& errors);
std::optional<EarlierRequests> read_earlier_requests(const RowFields& fields, const Vocabulary& vocabulary,
                                                     std::vector<Error>& errors);

}  // namespace daybook
