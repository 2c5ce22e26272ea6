#include "daybook/projections/diff.h"

#include <doctest/doctest.h>

namespace daybook::diff_test {

namespace {

Table table_of(const std::vector<std::pair<std::string, std::string>>& rows) {
  Table table;
  table.columns = {{"cell", {}, {}}};
  table.sections.emplace_back();
  for (const auto& [id, text] : rows)
    table.sections.back().rows.push_back({id, {plain_cell(text)}});
  return table;
}

std::string ids_of(const std::vector<RowDifference>& rows) {
  std::string ids;
  for (const RowDifference& row : rows)
    ids += row.id + " ";
  return ids;
}

std::vector<HistoryEntry> no_events(const std::string&) {
  return {};
}

}  // namespace

TEST_CASE("rows are added, removed, moved and changed") {
  const Diff diff = daybook::diff(table_of({{"a", "1"}, {"b", "2"}, {"c", "3"}, {"d", "4"}}),
                                  table_of({{"d", "4"}, {"a", "1"}, {"c", "33"}, {"e", "5"}}), no_events);
  CHECK(ids_of(diff.added) == "e ");
  CHECK(ids_of(diff.removed) == "b ");
  CHECK(ids_of(diff.moved) == "d ");
  CHECK(ids_of(diff.changed) == "c ");
  CHECK(diff.moved[0].old_words == "4");
  CHECK(diff.moved[0].new_words == "1");
  CHECK(diff.changed[0].cell == "cell");
}

TEST_CASE("equal tables do not differ, and the same rows upside down move as few as can be") {
  const auto rows = table_of({{"a", "1"}, {"b", "2"}, {"c", "3"}});
  const Diff same = daybook::diff(rows, rows, no_events);
  CHECK(same.added.size() + same.removed.size() + same.moved.size() + same.changed.size() == 0);
  CHECK(daybook::diff(rows, table_of({{"c", "3"}, {"b", "2"}, {"a", "1"}}), no_events).moved.size() == 2);
  CHECK(daybook::diff(table_of({}), rows, no_events).added.size() == 3);
  CHECK(daybook::diff(table_of({}), table_of({}), no_events).added.empty());
}

TEST_CASE("a row that changes its section has moved") {
  Table before = table_of({{"a", "1"}});
  before.sections[0].heading = "visits";
  Table after = table_of({{"a", "1"}});
  after.sections[0].heading = "other";
  REQUIRE(daybook::diff(before, after, no_events).moved.size() == 1);
  CHECK(daybook::diff(before, after, no_events).moved[0].new_words == "1 (other)");
}

TEST_CASE("characters that differ are marked, those in common stand once") {
  CHECK(plain_text(marked_difference("2018年12月5-7日", "2018年12月6-7日")) == "2018年12月[-5-]{+6+}-7日");
  CHECK(plain_text(marked_difference("", "论坛")) == "{+论坛+}");
  CHECK(plain_text(marked_difference("论坛", "")) == "[-论坛-]");
  CHECK(plain_text(marked_difference("论坛", "论坛")) == "论坛");
  CHECK(marked_difference("", "").runs.empty());
}

TEST_CASE("every change says which events made it, as a table and as data") {
  const Diff diff =
      daybook::diff(table_of({{"a", "12"}}), table_of({{"a", "13"}}), [](const std::string& id) {
        HistoryEntry entry;
        entry.position = 7;
        entry.event.type = "activity-amended";
        entry.event.actor = "officer";
        entry.event.reason = id + " was wrong";
        return std::vector{entry};
      });
  const Table table = diff_table(diff, "annex", Language::en);
  REQUIRE(table.sections.size() == 1);
  CHECK(table.sections[0].heading == "Changed (1)");
  CHECK(plain_text(table.sections[0].rows[0].cells[2]) == "1[-2-]{+3+}");
  CHECK(plain_text(table.sections[0].rows[0].cells[3]) == "7 activity-amended officer: a was wrong");
}

}  // namespace daybook::diff_test
