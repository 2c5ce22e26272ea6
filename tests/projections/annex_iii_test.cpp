#include "daybook/projections/annex.h"
#include "daybook/render/render.h"

#include "tests/golden.h"
#include "tests/story.h"

namespace daybook::annex_iii_test {

using namespace story;

namespace {

const AnnexRule& rule() {
  return *find_annex("iii");
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

TEST_CASE("annex III for the period of its title is this text") {
  check_golden("tests/projections/golden/annex-iii.zh.txt",
               as_text({std::nullopt, day("2022-06-02")}, Language::zh));
  check_golden("tests/projections/golden/annex-iii.en.txt",
               as_text({std::nullopt, day("2022-06-02")}, Language::en));
}

TEST_CASE("the plans of a period stand under their States") {
  const Table table =
      rule().rebuilt(published().reg.now(), {day("2022-01-01"), day("2022-12-31")}, Language::zh);
  CHECK(lines_of(table) == std::vector<std::string>{"1.|博茨瓦纳|2022年4月22日",
                                                    "2.|吉尔吉斯斯坦|2022年3月3日", "3.|蒙古|2022年4月25日"});
  CHECK_FALSE(prints_heads(table));
}

}  // namespace daybook::annex_iii_test
