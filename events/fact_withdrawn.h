// fact-withdrawn: what one earlier event stated (a listing, an edition, a merge, a group, a figure …) no
// longer holds. It stands in that event's stream.
#pragma once

#include "daybook/event/checks.h"

namespace daybook {

struct FactWithdrawn {
  static constexpr std::string_view type = "fact-withdrawn";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool corrects = true;

  std::int64_t position = 0;  // of the event that stated it

  friend bool operator==(const FactWithdrawn&, const FactWithdrawn&) = default;
};
BOOST_DESCRIBE_STRUCT(FactWithdrawn, (), (position))

// Errors: E-EVENT.
inline result<void> check(const FactWithdrawn& event) {
  if (event.position < 0) return checks::field("position", ErrorCode::event, "positions begin at 0");
  return {};
}

}  // namespace daybook
