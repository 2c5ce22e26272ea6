#include "src/intake/grouping_row.h"

#include "tests/story.h"

namespace daybook::grouping_row_test {

using namespace story;

namespace {

// A row of groupings of annex XVIII, read; the faults, a line each.
struct Read {
  std::optional<GroupingRow> grouping;
  std::string faults;

  Read(const std::string& rows, const std::string& basis, const std::string& reason) {
    CsvTable table{"groupings.csv", {"document", "annex", "rows", "basis", "reason"}, {}};
    table.rows.push_back({2, {"S/2022/899", "XVIII", rows, basis, reason}});
    std::vector<Error> errors;
    grouping = read_grouping(RowFields(table, table.rows[0]), errors);
    faults = all_told(errors);
  }
};

}  // namespace

TEST_CASE("a grouping names two or more rows of an annex, with a basis and a reason") {
  const Read read("110; 111;112", "source", "so it says");
  REQUIRE(read.grouping);
  CHECK(read.grouping->rows == std::vector<RowKey>{{"S/2022/899", "xviii", 110},
                                                   {"S/2022/899", "xviii", 111},
                                                   {"S/2022/899", "xviii", 112}});
  CHECK(read.grouping->basis == Basis::source);
  CHECK(read.grouping->reason == "so it says");
}

TEST_CASE("what is missing or cannot be is told with its column") {
  CHECK(Read("110", "inferred", "why").faults ==
        "E-VALUE groupings.csv:2:rows: a group has two or more rows\n");
  CHECK(Read("110;one", "inferred", "why").faults ==
        "E-VALUE groupings.csv:2:rows: \"one\" is not the number of a row (write the rows as 110;111)\n");
  CHECK(Read("", "inferred", "").faults ==
        "E-REQUIRED groupings.csv:2:rows: the field is empty\n"
        "E-REQUIRED groupings.csv:2:reason: the field is empty\n");
  CHECK(Read("110;111", "guessed", "why").faults ==
        "E-VALUE groupings.csv:2:basis: \"guessed\" is not a basis (one of: inferred, source)\n");
}

}  // namespace daybook::grouping_row_test
