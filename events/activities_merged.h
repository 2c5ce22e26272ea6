// activities-merged: several entries are one activity. One event stands in the stream of each that is given
// up, so that whoever writes to that stream at the same time is told. The survivor keeps its own facts, and
// has the listings and answers to the ids of all.
#pragma once

#include "daybook/event/checks.h"

namespace daybook {

struct ActivitiesMerged {
  static constexpr std::string_view type = "activities-merged";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool corrects = true;

  std::string into;  // id of the survivor

  friend bool operator==(const ActivitiesMerged&, const ActivitiesMerged&) = default;
};
BOOST_DESCRIBE_STRUCT(ActivitiesMerged, (), (into))

// Errors: E-EVENT.
inline result<void> check(const ActivitiesMerged& event) {
  if (event.into.empty()) return checks::field("into", ErrorCode::event, "a merge names the survivor");
  return {};
}

}  // namespace daybook
