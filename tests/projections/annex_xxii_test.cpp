#include "daybook/projections/annex.h"
#include "daybook/render/render.h"

#include "tests/golden.h"
#include "tests/story.h"

namespace daybook::annex_xxii_test {

using namespace story;

namespace {

const AnnexRule& rule() {
  return *find_annex("xxii");
}

std::string as_text(const Period& period, Language language) {
  return render_text(rule().rebuilt(published().reg.now(), period, language), {100});
}

}  // namespace

TEST_CASE("annex XXII for the period of its title is this text") {
  check_golden("tests/projections/golden/annex-xxii.zh.txt",
               as_text({std::nullopt, day("2022-06-02")}, Language::zh));
  check_golden("tests/projections/golden/annex-xxii.en.txt",
               as_text({std::nullopt, day("2022-06-02")}, Language::en));
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
