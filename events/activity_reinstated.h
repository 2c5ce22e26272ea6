// activity-reinstated: an activity that was withdrawn stands again, as it stood before.
#pragma once

#include "daybook/event/checks.h"

namespace daybook {

struct ActivityReinstated {
  static constexpr std::string_view type = "activity-reinstated";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool corrects = true;

  friend bool operator==(const ActivityReinstated&, const ActivityReinstated&) = default;
};
BOOST_DESCRIBE_STRUCT(ActivityReinstated, (), ())

inline result<void> check(const ActivityReinstated&) {
  return {};
}

}  // namespace daybook
