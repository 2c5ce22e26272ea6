// activity-recorded: something that the committee did or took part in. One stream an activity, of which this
// is always the first event; annexes XVIII and XIX are folded from it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "daybook/event/activity_parts.h"
#include "daybook/event/checks.h"

namespace daybook {

struct ActivityRecorded {
  static constexpr std::string_view type = "activity-recorded";
  static constexpr std::int64_t type_version = 1;

  std::vector<Audience> audience;  // paragraph 103; at least one
  std::vector<DateRange> dates;    // in order of time, not overlapping; at least one
  Kind kind = Kind::outreach;
  std::vector<Party> organizers;  // in the order of the print; at least one
  std::vector<Party> participants;
  Place place;
  std::vector<std::string> regions;  // groups that the title or the participants name as such, e.g. GRULAC
  Role role = Role::took_part;
  std::vector<std::string> states;           // ISO 3166 alpha-3 of the States that it served
  std::map<std::string, std::string> title;  // by language tag; at least one

  friend bool operator==(const ActivityRecorded&, const ActivityRecorded&) = default;
};
BOOST_DESCRIBE_STRUCT(ActivityRecorded, (),
                      (audience, dates, kind, organizers, participants, place, regions, role, states, title))

// Errors: E-EVENT, E-LIMIT, naming the field.
inline result<void> check(const ActivityRecorded& event) {
  using checks::field;
  if (event.audience.empty()) return field("audience", ErrorCode::event, "an activity has an audience");
  if (auto good = checks::dates(event.dates); !good) return good;
  if (auto good = checks::parties("organizers", event.organizers); !good) return good;
  if (event.organizers.empty()) return field("organizers", ErrorCode::event, "an activity has an organizer");
  if (auto good = checks::parties("participants", event.participants); !good) return good;
  if (auto good = checks::place(event.place); !good) return good;
  if (auto good = checks::states("states", event.states); !good) return good;
  return checks::title(event.title);
}

}  // namespace daybook
