#include "daybook/projections/reconcile.h"
#include "daybook/render/render.h"

#include "tests/story.h"

namespace daybook::reconcile_table_test {

using namespace story;

namespace {

ReconciledFigure differing(const std::string& document) {
  return {document, "103", "226次", 226, 227, 226, Verdict::differs, "count", "why", {}};
}

std::vector<std::string> cells(const Row& row) {
  std::vector<std::string> texts;
  for (const Cell& cell : row.cells)
    texts.push_back(plain_text(cell));
  return texts;
}

}  // namespace

TEST_CASE("a row a figure, a section a document, and under it how many agree") {
  ReconciledFigure agreeing = differing("S/2023/2");
  agreeing.published = 227;
  agreeing.grouped.reset();
  agreeing.verdict = Verdict::agrees;
  const Table table = reconcile_table({differing("S/2023/1"), agreeing}, {"", false, Language::en});
  REQUIRE(table.sections.size() == 2);
  CHECK(table.sections[0].heading == "S/2023/1");
  CHECK(cells(table.sections[0].rows[0]) ==
        std::vector<std::string>{"103", "226次", "226", "227", "226", "+1", "differs", "count", "why"});
  CHECK(cells(table.sections[1].rows[0])[5].empty());
  CHECK(table.notes == std::vector<std::string>{"2 figures: 1 agree, 1 differ, 0 cannot be answered."});
  CHECK(reconcile_table({}, {}).notes ==
        std::vector<std::string>{"共0个数字：0个一致，0个不一致，0个无法回答。"});
}

TEST_CASE("rows behind a difference stand under it with their id, the first thirty of them") {
  ReconciledFigure figure = differing("S/2023/1");
  figure.rows = {{"2018-colombo-1", day("2018-08-27"), "讲习班", true}};
  for (int i = 0; i < 40; ++i)
    figure.rows.push_back({"2018-colombo-2", day("2018-08-28"), "讲习班", false});
  const Table table = reconcile_table({figure}, {"", true, Language::en});
  const auto& rows = table.sections[0].rows;
  REQUIRE(rows.size() == 32);
  CHECK(rows[1].id == "2018-colombo-1");
  CHECK(cells(rows[1])[1] == "2018-colombo-1  27 August 2018  讲习班");
  CHECK(cells(rows[1])[6] == "named in the note");
  CHECK(cells(rows[2])[6] == "counted");
  CHECK(cells(rows[31]) == std::vector<std::string>{"103", "… and 11 more (--format json has all)"});
}

}  // namespace daybook::reconcile_table_test
