// activity-withdrawn: the entry should not be there. From here on no annex and no count has the activity;
// what was answered before stays as it was.
#pragma once

#include "daybook/event/checks.h"

namespace daybook {

struct ActivityWithdrawn {
  static constexpr std::string_view type = "activity-withdrawn";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool corrects = true;

  friend bool operator==(const ActivityWithdrawn&, const ActivityWithdrawn&) = default;
};
BOOST_DESCRIBE_STRUCT(ActivityWithdrawn, (), ())

inline result<void> check(const ActivityWithdrawn&) {
  return {};
}

}  // namespace daybook
