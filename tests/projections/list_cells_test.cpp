#include "projections/list_cells.h"

#include "tests/register/fed.h"
#include "tests/story.h"

namespace daybook::list_cells_test {

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
  ListCells cells(reg, Language::en, 3);
  const Cell before = cells.organizers(0);
  CHECK(cells.organizers(1).runs.identity() == before.runs.identity());
  CHECK(plain_text(before) == "Turkey");
  CHECK(plain_text(cells.organizers(2)) == "Türkiye");
  CHECK(cells.dates(0).runs.identity() == cells.dates(1).runs.identity());
  CHECK(plain_text(cells.dates(2)) == "2 June 2022");
  CHECK(plain_text(cells.id(2)) == "2022-vienna-3");
  CHECK(plain_text(cells.title(0)) == "论坛");
  CHECK(plain_text(cells.place(0)) == plain_text(cells.place(2)));
}

}  // namespace daybook::list_cells_test
