#include "daybook/projections/report.h"

#include "daybook/projections/annex.h"
#include "daybook/projections/count.h"

#include "tests/story.h"

namespace daybook::report_test {

using namespace story;

namespace {

std::uint64_t number_in(const Row& row, std::size_t cell) {
  return std::stoull(plain_text(row.cells.at(cell)));
}

std::string total_of(const Table& report, const std::string& figure) {
  for (const Row& row : report.sections.front().rows)
    if (plain_text(row.cells[0]) == figure) return plain_text(row.cells[1]);
  return "-";
}

}  // namespace

TEST_CASE("given the record, when a report of 2019 is drafted, then its figures are those of its annexes") {
  const View view = published().reg.now();
  Facets facets(published().reg);
  const Period period{day("2019-01-01"), day("2019-12-31")};
  const Table report = daybook::report(view, facets, period, Language::en);
  CHECK(report.title.find("2019") != std::string::npos);
  CountQuestion question;
  question.period = period;
  const auto total = count(view, facets, question).total;
  CHECK(total > 0);
  CHECK(total_of(report, "Activities") == std::to_string(total));
  std::size_t annexes = 0;
  for (const Table& table : report.tables) {
    CAPTURE(table.title);
    if (table.annex.empty()) continue;
    ++annexes;
    std::size_t rows = 0;
    for (const Section& section : table.sections)
      rows += section.rows.size();
    CHECK(total_of(report, annex_name(*find_annex(table.annex), Language::en) + ", rows") ==
          std::to_string(rows));
  }
  CHECK(annexes == 11);
  // Every activity has one kind and one role: those counts add up.
  for (const std::size_t count_by : {1U, 2U}) {
    std::uint64_t sum = 0;
    for (const Row& row : report.tables.at(count_by).sections.front().rows)
      if (plain_text(row.cells.front()) != "Total") sum += number_in(row, row.cells.size() - 1);
    CHECK(sum == total);
  }
}

TEST_CASE("a report of a time without activities has zeros and empty annexes") {
  Facets facets(published().reg);
  const Table report =
      daybook::report(published().reg.now(), facets, {day("2030-01-01"), day("2030-12-31")}, Language::zh);
  CHECK(total_of(report, "活动") == "0");
  CHECK(total_of(report, "附件十八的行数") == "0");
}

}  // namespace daybook::report_test
