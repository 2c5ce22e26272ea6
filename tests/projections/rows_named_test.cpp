#include "projections/rows_named.h"

#include <doctest/doctest.h>

namespace daybook::rows_named_test {

namespace {

std::vector<std::int64_t> numbers(std::string_view note) {
  std::vector<std::int64_t> rows;
  for (const NamedRow& row : rows_named(note))
    rows.push_back(row.row);
  return rows;
}

using Numbers = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("the rows that a note names are read, as notes are written") {
  CHECK(numbers("annex XVIII rows 26 and 205 were left out: annex XIX puts both (41, 57)") ==
        Numbers{26, 205});
  CHECK(numbers("rows 26 and 205 were counted here, and rows 110 and 111 as one: 207+2-1.") ==
        Numbers{26, 205, 110, 111});
  CHECK(numbers("one of the arguable rows (7, 39, 67 and others) was counted") == Numbers{7, 39, 67});
  CHECK(numbers("the 14 rows where it stands alone (2, 34, 185) were left out: 85.") == Numbers{2, 34, 185});
  CHECK(numbers("one of the rows that our rules give was counted here. Rows 7 and 39") == Numbers{7, 39});
  CHECK(numbers("annex XVIII row 203, but the organizer printed there is 第1540(2004)号") == Numbers{203});
  CHECK(numbers("(annex XVIII rows 141 and 144, 160 and 162)") == Numbers{141, 144, 160, 162});
}

TEST_CASE("a row is of annex XVIII unless annex XIX stands before it") {
  CHECK(rows_named("annex XIX row 41") == std::vector<NamedRow>{{"xix", 41}});
  CHECK(rows_named("row 41") == std::vector<NamedRow>{{"xviii", 41}});
}

TEST_CASE("a note that names no row names none, and a row once") {
  CHECK(numbers("").empty());
  CHECK(numbers("Inference: narrow it to 77.").empty());
  CHECK(numbers("the arrows 5, the rowing 6, rows").empty());
  CHECK(numbers("row 5, row 5") == Numbers{5});
}

}  // namespace daybook::rows_named_test
