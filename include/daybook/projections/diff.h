// What changed between two tables of the same kind: rows added, removed and moved, and cells, character by
// character.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <vector>

#include "daybook/projections/history.h"
#include "daybook/table/table.h"

namespace daybook {

struct RowDifference {
  std::string id;
  std::string cell;  // heading of the column whose cell changed; empty where it is the whole row
  std::string old_words;
  std::string new_words;
  std::vector<HistoryEntry> events;  // that made the change, without what else they changed
};

struct Diff {
  std::array<std::string, 2> between;  // as the question names them
  std::vector<RowDifference> added;
  std::vector<RowDifference> removed;
  std::vector<RowDifference> moved;  // as few rows as possible; the words are the number of the row
  std::vector<RowDifference> changed;
};

// Rows are known by their ids. `events_of` answers what happened to the row of an id in between.
Diff diff(const Table& before, const Table& after,
          const std::function<std::vector<HistoryEntry>(const std::string& id)>& events_of);

// The characters of both texts, marked as removed and added; what is common to both stands once.
Cell marked_difference(std::string_view before, std::string_view after);

Table diff_table(const Diff& diff, std::string title, Language language);
// {between, added, removed, moved, changed: [{id, cell, old, new, events: [{event, position, type,
// recorded_at, actor, reason}]}]}
Value diff_value(const Diff& diff);

}  // namespace daybook
