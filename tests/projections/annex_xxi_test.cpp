#include "daybook/projections/annex.h"
#include "daybook/render/render.h"

#include "tests/golden.h"
#include "tests/story.h"

namespace daybook::annex_xxi_test {

using namespace story;

namespace {

const AnnexRule& rule() {
  return *find_annex("xxi");
}

std::string as_text(const Period& period, Language language) {
  return render_text(rule().rebuilt(published().reg.now(), period, language), {100});
}

// The cells of the rows, joined by a bar.
std::vector<std::string> lines_of(const Table& table) {
  std::vector<std::string> lines;
  for (const Section& section : table.sections)
    for (const Row& row : section.rows) {
      std::string line;
      for (const Cell& cell : row.cells)
        line += (line.empty() ? "" : "|") + plain_text(cell);
      lines.push_back(line);
    }
  return lines;
}

}  // namespace

TEST_CASE("annex XXI for the period of its title is this text") {
  check_golden("tests/projections/golden/annex-xxi.zh.txt",
               as_text({day("2016-05-01"), day("2022-06-02")}, Language::zh));
  check_golden("tests/projections/golden/annex-xxi.en.txt",
               as_text({day("2016-05-01"), day("2022-06-02")}, Language::en));
}

TEST_CASE("a column a year, the first with its month where the period begins in the year") {
  const auto heads = [](const Period& period) {
    std::string text;
    for (const Column& column : rule().rebuilt(published().reg.now(), period, Language::zh).columns)
      text += column.heading + " ";
    return text;
  };
  CHECK(heads({day("2020-03-01"), day("2021-06-30")}) == "工作组 2020(自3月起) 2021 ");
  CHECK(heads({day("2021-01-01"), std::nullopt}) == "工作组 2021 2022 ");
  CHECK(heads({day("2031-01-01"), std::nullopt}) == "工作组 ");
}

TEST_CASE("a group that nobody coordinated has a dash") {
  CHECK(lines_of(rule().rebuilt(published().reg.now(), {day("2021-01-01"), day("2021-12-31")},
                                Language::zh)) == std::vector<std::string>{"2|法国", "4|美利坚合众国"});
  CHECK(lines_of(rule().rebuilt(published().reg.now(), {day("2021-01-01"), day("2022-12-31")},
                                Language::zh))[0] == "1|—|巴西");
}

}  // namespace daybook::annex_xxi_test
