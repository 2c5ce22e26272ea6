#include "projections/list_rows.h"

#include "tests/register/fed.h"
#include "tests/story.h"

namespace daybook::list_rows_test {

using namespace story;

TEST_CASE("what says the same is one cell, and a State is called what it was called on the day") {
  Register reg(vocabulary());
  const auto activity = [&](const char* id, const char* on) {
    ActivityRecorded recorded = made_activity("论坛", days(on, on));
    recorded.organizers = {{"", "", "", Relation::separate, "TUR", ""}};
    feed(reg, std::string("activity/") + id, recorded);
  };
  activity("2022-vienna-1", "2022-03-01");
  activity("2022-vienna-2", "2022-03-01");
  activity("2022-vienna-3", "2022-06-02");
  const auto versions = std::make_shared<const std::vector<VersionIndex>>(std::vector<VersionIndex>{0, 1, 2});
  ListRows maker(reg, Language::en, versions);
  std::vector<Row> rows(3);
  maker.make(0, rows);
  enum { id, dates, place, title, organizers };
  const auto cell = [&](std::size_t row, std::size_t column) { return rows[row].cells[column]; };
  CHECK(cell(0, organizers).runs.identity() == cell(1, organizers).runs.identity());
  CHECK(plain_text(cell(0, organizers)) == "Turkey");
  CHECK(plain_text(cell(2, organizers)) == "Türkiye");
  CHECK(cell(0, dates).runs.identity() == cell(1, dates).runs.identity());
  CHECK(plain_text(cell(2, dates)) == "2 June 2022");
  CHECK(plain_text(cell(2, id)) == "2022-vienna-3");
  CHECK(plain_text(cell(0, title)) == "论坛");
  CHECK(plain_text(cell(0, place)) == plain_text(cell(2, place)));

  std::vector<Row> last(1);
  maker.make(2, last);
  CHECK(plain_text(last[0].cells[id]) == "2022-vienna-3");
  CHECK(last[0].cells[dates].runs.identity() == cell(2, dates).runs.identity());
}

}  // namespace daybook::list_rows_test
