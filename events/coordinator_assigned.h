// coordinator-assigned: a member of the Council coordinates a working group of the committee for a year. The
// stream is group/<number>; annex XXI is made from it.
#pragma once

#include <string>

#include "daybook/event/checks.h"

namespace daybook {

struct CoordinatorAssigned {
  static constexpr std::string_view type = "coordinator-assigned";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool is_fact = true;

  std::int64_t group = 0;
  std::string state;  // ISO 3166 alpha-3
  std::int64_t year = 0;

  friend bool operator==(const CoordinatorAssigned&, const CoordinatorAssigned&) = default;
};
BOOST_DESCRIBE_STRUCT(CoordinatorAssigned, (), (group, state, year))

// Errors: E-EVENT, naming the field.
inline result<void> check(const CoordinatorAssigned& event) {
  using checks::field;
  if (event.group < 1) return field("group", ErrorCode::event, "working groups are counted from 1");
  if (event.year < 1900 || event.year > 2199)
    return field("year", ErrorCode::event, "years run from 1900 to 2199");
  return checks::states("state", {&event.state, 1});
}

}  // namespace daybook
