#include "daybook/projections/history.h"

#include "daybook/log/lookup.h"

#include "tests/golden.h"
#include "tests/register/fed.h"

namespace daybook::history_test {

using namespace story;

namespace {

// Recorded, listed, amended, withdrawn and reinstated; and another merged into it.
struct Told : Story {
  Told() {
    record("2023-vienna-1", made_activity("论坛", days("2023-03-01", "2023-03-02")));
    add("activity/2023-vienna-1", made_listing("S/2023/1", "xviii", 7));
    add("activity/2023-vienna-1",
        ActivityAmended{{R"({"dates":[["2023-03-02","2023-03-03"]],"title":{"en":"Forum"}})"}});
    add("activity/2023-vienna-1", ActivityWithdrawn());
    add("activity/2023-vienna-1", ActivityReinstated());
    record("2023-vienna-2", made_activity("论坛", days("2023-03-01", "2023-03-02")));
    add("activity/2023-vienna-2", ActivitiesMerged{"2023-vienna-1"});
  }
  std::vector<HistoryEntry> entries(const Register& reg, EventCount n, Language language) {
    const View view = reg.at(n);
    const auto positions = positions_about(view, 0);
    std::vector<Envelope> events;
    const auto reader = take(log().reader());
    for (const EventCount position : positions) {
      events.push_back(take(envelope_at(*reader, Position{position})));
      events.back().recorded_at = "2023-06-01T00:00:00.000000Z";  // a golden file has no clock
      events.back().id = "event-" + std::to_string(position);
    }
    return history(view, 0, positions, std::move(events), language);
  }
};

}  // namespace

TEST_CASE("the history of an activity names every event and what it changed") {
  Told told;
  const Register reg = told.fold();
  const auto entries = told.entries(reg, 7, Language::en);
  REQUIRE(entries.size() == 7);
  CHECK(entries[2].changes.size() == 2);
  CHECK(entries[2].changes[0].field == "dates");
  CHECK(entries[2].changes[0].old_words == "1 and 2 March 2023");
  CHECK(entries[2].changes[0].new_words == "2 and 3 March 2023");
  CHECK(entries[2].changes[1].field == "title.en");
  const Table table = history_table("2023-vienna-1", entries, Language::en);
  std::string text;
  for (const Section& section : table.sections) {
    text += section.heading + "\n";
    for (const Row& row : section.rows)
      text += fmt::format("  {}: {} → {}\n", plain_text(row.cells[1]),
                          row.cells[2].runs.empty() ? "-" : plain_text(row.cells[2]),
                          row.cells[3].runs.empty() ? "-" : plain_text(row.cells[3]));
  }
  check_golden("tests/projections/golden/history.en.txt", text);
}

TEST_CASE("the history that was known at a position ends there") {
  Told told;
  const Register reg = told.fold();
  CHECK(told.entries(reg, 0, Language::zh).empty());
  CHECK(told.entries(reg, 3, Language::zh).size() == 3);
  CHECK(told.entries(reg, 3, Language::zh).back().changes.size() == 2);
}

}  // namespace daybook::history_test
