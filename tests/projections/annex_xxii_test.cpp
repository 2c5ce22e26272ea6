#include "daybook/projections/annex.h"

#include "tests/projections/rebuilt.h"

namespace daybook::annex_xxii_test {

using namespace story;

namespace {

const AnnexRule& rule() {
  return *find_annex("xxii");
}

}  // namespace

TEST_CASE("annex XXII for the period of its title is this text") {
  check_rebuilt("annex-xxii", {std::nullopt, day("2022-06-02")});
}

TEST_CASE("each kind stands in its section by date, and pages after them all") {
  const Table table =
      rule().rebuilt(published().reg.now(), {day("2016-12-09"), day("2016-12-31")}, Language::zh);
  std::string text;
  for (const Section& section : table.sections) {
    text += section.heading + ":";
    for (const Row& row : section.rows)
      text += " " + plain_text(row.cells[2]);
    text += "\n";
  }
  CHECK(text ==
        "安全理事会决议: S/RES/2325(2016)\n"
        "第1540(2004)号决议所设委员会的报告: S/2016/1038\n"
        "第1540(2004)号决议执行情况年度审查: S/2016/1127\n"
        ":    \n");
}

}  // namespace daybook::annex_xxii_test
