// What became of one activity: every event that made, changed, listed, merged or withdrew it, and what each
// changed.
#pragma once

#include <string>
#include <vector>

#include "daybook/event/envelope.h"
#include "daybook/projections/question.h"
#include "daybook/register/register.h"
#include "daybook/table/table.h"

namespace daybook {

// A field before and after, in words of the language asked for; empty where there is nothing.
struct FieldDifference {
  std::string field;  // dates, place, title.zh, organizers …; listing, merged or group for what is no field
  std::string old_words;
  std::string new_words;
};

// The fields in which two versions of an activity differ; no activity has no fields.
std::vector<FieldDifference> differences(const ActivityRecorded* before, const ActivityRecorded* after,
                                         const Vocabulary& vocabulary, Language language);

// The positions, known to the view, of the events that are about the activity or one merged into it;
// ascending.
std::vector<EventCount> positions_about(const View& view, ActivityIndex activity);

struct HistoryEntry {
  EventCount position = 0;
  Envelope event;
  std::vector<FieldDifference> changes;
};

// What the event at each of those positions changed. REQUIRES: `events` are their envelopes, in that order.
std::vector<HistoryEntry> history(const View& view, ActivityIndex activity,
                                  const std::vector<EventCount>& positions, std::vector<Envelope> events,
                                  Language language);

Table history_table(const std::string& id, const std::vector<HistoryEntry>& entries, Language language);
// [{event, position, type, recorded_at, actor, reason, source, changes: [{field, old, new}]}]
Value history_value(const std::vector<HistoryEntry>& entries);

}  // namespace daybook
