// row-listed: one annex of one document prints a row that is about no activity, in these words. The stream is
// edition/<document symbol>. What the row says is stated by events of its own (a report, a request …); this
// one keeps how it is printed, misprints included.
#pragma once

#include <string>
#include <vector>

#include "daybook/event/checks.h"

namespace daybook {

struct RowListed {
  static constexpr std::string_view type = "row-listed";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool is_fact = true;

  std::string about;               // stream of what the row is about: state/AFG, document/S/2018/34 …
  std::string annex;               // "iv"
  std::vector<std::string> cells;  // exactly as printed; a line feed begins a paragraph
  std::string document;            // "S/2022/899"
  std::string number;              // as printed before the row: "1."; empty where rows have none
  std::int64_t row = 0;            // 1, 2 … in the annex of that document
  std::string section;             // heading of the section it stands in; empty where it stands in none

  friend bool operator==(const RowListed&, const RowListed&) = default;
};
BOOST_DESCRIBE_STRUCT(RowListed, (), (about, annex, cells, document, number, row, section))

// Errors: E-EVENT, naming the field.
inline result<void> check(const RowListed& event) {
  using checks::field;
  if (event.about.find('/') == std::string::npos)
    return field("about", ErrorCode::event, "a row is about something that has a stream");
  if (auto good = checks::annex_of_document(event.annex, event.document); !good) return good;
  if (event.cells.empty()) return field("cells", ErrorCode::event, "a row has the cells that are printed");
  if (event.row < 1) return field("row", ErrorCode::event, "rows are counted from 1");
  return {};
}

}  // namespace daybook
