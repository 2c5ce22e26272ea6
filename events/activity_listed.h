// activity-listed: one annex of one document lists an activity, in these words. It stands in the activity's
// own stream. What it says otherwise than the activity is kept, never resolved: annex XIX words most of its
// rows otherwise than annex XVIII, and dates a few of them otherwise.
#pragma once

#include <string>
#include <vector>

#include "daybook/event/activity_parts.h"
#include "daybook/event/checks.h"

namespace daybook {

struct ActivityListed {
  static constexpr std::string_view type = "activity-listed";
  static constexpr std::int64_t type_version = 1;

  std::string annex;               // "xviii"
  std::vector<std::string> cells;  // exactly as printed, a footnote mark after a space; one a column
  std::vector<DateRange>
      dates;             // this and the next four: where the listing differs from the activity, else empty
  std::string document;  // "S/2022/899"
  std::vector<Party> organizers;
  std::vector<Place> place;  // none or one
  std::int64_t row = 0;      // 1, 2 … in the annex of that document
  std::string section;       // heading of the section it stands in; empty where the annex has none
  json::StringMap title;

  friend bool operator==(const ActivityListed&, const ActivityListed&) = default;
};
BOOST_DESCRIBE_STRUCT(ActivityListed, (),
                      (annex, cells, dates, document, organizers, place, row, section, title))

// Errors: E-EVENT, E-LIMIT, naming the field.
inline result<void> check(const ActivityListed& event) {
  using checks::field;
  if (auto good = checks::annex_of_document(event.annex, event.document); !good) return good;
  if (event.cells.empty())
    return field("cells", ErrorCode::event, "a listing has the cells that are printed");
  if (event.row < 1) return field("row", ErrorCode::event, "rows are counted from 1");
  if (!event.dates.empty())
    if (auto good = checks::dates(event.dates); !good) return good;
  if (auto good = checks::parties("organizers", event.organizers); !good) return good;
  if (event.place.size() > 1) return field("place", ErrorCode::event, "a listing has at most one place");
  for (const Place& place : event.place)
    if (auto good = checks::place(place); !good) return good;
  return event.title.empty() ? result<void>() : checks::title(event.title);
}

}  // namespace daybook
