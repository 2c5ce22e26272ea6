#include "daybook/projections/count.h"
#include "daybook/render/render.h"

#include "tests/golden.h"
#include "tests/story.h"

namespace daybook::count_table_test {

using namespace story;

namespace {

CountQuestion by(std::vector<Facet> facets, Language language = Language::zh) {
  CountQuestion question;
  question.by = std::move(facets);
  question.language = language;
  return question;
}

Table table_of(const CountQuestion& question) {
  Facets facets(published().reg);
  return count_table(count(published().reg.now(), facets, question), question, vocabulary());
}

std::string text_of(const CountQuestion& question) {
  return render_text(table_of(question), {120});
}

std::string json_of(const CountQuestion& question) {
  Facets facets(published().reg);
  return render_json(count_value(count(published().reg.now(), facets, question), question, vocabulary()));
}

}  // namespace

TEST_CASE("counts by one facet are a list, by two a grid, as in these files") {
  const std::string folder = "tests/projections/golden/";
  check_golden(folder + "count-kind.zh.txt", text_of(by({Facet::kind})));
  check_golden(folder + "count-kind.en.txt", text_of(by({Facet::kind}, Language::en)));
  check_golden(folder + "count-region.zh.txt", text_of(by({Facet::region})));
  check_golden(folder + "count-year-by-kind.zh.txt", text_of(by({Facet::year, Facet::kind})));
  check_golden(folder + "count-year-by-kind.en.txt", text_of(by({Facet::year, Facet::kind}, Language::en)));
  check_golden(folder + "count-support.en.txt", text_of(by({Facet::support}, Language::en)));
  CountQuestion bodies = by({Facet::organization}, Language::en);
  bodies.roll_up = true;
  check_golden(folder + "count-organization-rolled-up.en.txt", text_of(bodies));
  check_golden(folder + "count-kind.en.json", json_of(by({Facet::kind}, Language::en)));
  check_golden(folder + "count-audience-by-role.zh.json", json_of(by({Facet::audience, Facet::role})));
}

TEST_CASE("a count by nothing is the total") {
  const Table zh = table_of({});
  CHECK(zh.title == "活动数");
  REQUIRE(zh.sections[0].rows.size() == 1);
  CHECK(plain_text(zh.sections[0].rows[0].cells.back()) == "230");
  CHECK(zh.notes.empty());
  CHECK(json_of({}).find("\"total\": 230") != std::string::npos);
}

TEST_CASE("a second facet of at most 12 values stands across, one of more in a list with a total") {
  const Table grid = table_of(by({Facet::kind, Facet::year}));
  CHECK(grid.columns.size() == 8);
  CHECK(grid.columns[1].heading == "2016");
  CHECK(grid.columns[7].heading == "2022");
  CHECK(grid.notes == std::vector<std::string>{"合计230项活动。"});

  const Table list = table_of(by({Facet::kind, Facet::organizer}));
  CHECK(list.columns.size() == 5);  // name and code of each, and the count
  CHECK(list.columns[3].heading == "organizer");
  CHECK(plain_text(list.sections[0].rows.back().cells.front()) == "合计");
  CHECK(plain_text(list.sections[0].rows.back().cells.back()) == "230");
}

TEST_CASE("a note says what stands in no row and what stands in several") {
  const Table table = table_of(by({Facet::region}, Language::en));
  REQUIRE(table.notes.size() == 2);
  CHECK(table.notes[0].ends_with(" of them have no such value and stand in no row."));
  CHECK(table.notes[1] ==
        "An activity may have several values, so that the rows add up to more than the total.");
  CHECK(table_of(by({Facet::kind})).notes.empty());
}

TEST_CASE("a count of nothing has its heads and a total of 0") {
  CountQuestion question = by({Facet::kind}, Language::en);
  question.where = {take(read_condition("year=1999", vocabulary()))};
  const Table table = table_of(question);
  CHECK(table.columns.size() == 3);
  REQUIRE(table.sections[0].rows.size() == 1);
  CHECK(plain_text(table.sections[0].rows[0].cells.back()) == "0");
  question.by = {Facet::kind, Facet::year};
  CHECK(table_of(question).notes == std::vector<std::string>{"0 activities in all."});
}

TEST_CASE("the counts of a list add up to the total where each activity has one value") {
  for (const Facet facet : {Facet::kind, Facet::mode, Facet::role, Facet::year, Facet::month}) {
    std::uint64_t sum = 0;
    const Table table = table_of(by({facet}));
    const auto& rows = table.sections[0].rows;
    for (std::size_t i = 0; i + 1 < rows.size(); ++i)
      sum += std::stoull(plain_text(rows[i].cells.back()));
    CHECK(sum == 230);
  }
}

}  // namespace daybook::count_table_test
