// fact-reinstated: what one earlier event stated, and another took back, holds again. It stands in that
// event's stream.
#pragma once

#include "daybook/event/checks.h"

namespace daybook {

struct FactReinstated {
  static constexpr std::string_view type = "fact-reinstated";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool corrects = true;

  std::int64_t position = 0;  // of the event that stated it

  friend bool operator==(const FactReinstated&, const FactReinstated&) = default;
};
BOOST_DESCRIBE_STRUCT(FactReinstated, (), (position))

// Errors: E-EVENT.
inline result<void> check(const FactReinstated& event) {
  if (event.position < 0) return checks::field("position", ErrorCode::event, "positions begin at 0");
  return {};
}

}  // namespace daybook
