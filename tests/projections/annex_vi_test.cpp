#include "daybook/projections/annex.h"
#include "daybook/render/render.h"

#include "tests/golden.h"
#include "tests/story.h"

namespace daybook::annex_vi_test {

using namespace story;

namespace {

const AnnexRule& rule() {
  return *find_annex("vi");
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

TEST_CASE("annex VI for the period of its title is this text") {
  check_golden("tests/projections/golden/annex-vi.zh.txt",
               as_text({std::nullopt, day("2022-06-02")}, Language::zh));
  check_golden("tests/projections/golden/annex-vi.en.txt",
               as_text({std::nullopt, day("2022-06-02")}, Language::en));
}

TEST_CASE("a contact point that is dated stands from its day on, one without a day always, and none twice") {
  Story story;
  story.add("organization/imo", ContactPointNominated{{day("2020-05-01")}});
  story.add("organization/imo", ContactPointNominated{{day("2021-05-01")}});
  story.add("state/FRA", ContactPointNominated{});
  const Register reg = story.fold();
  const auto lines = [&](std::string_view to) {
    return lines_of(rule().rebuilt(reg.now(), {std::nullopt, day(to)}, Language::en));
  };
  CHECK(lines("2020-04-30").empty());
  CHECK(lines("2022-01-01") == std::vector<std::string>{"1.|International Maritime Organization"});
}

}  // namespace daybook::annex_vi_test
