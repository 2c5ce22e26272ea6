// action-plan-submitted: a State has given the committee a voluntary national implementation action plan. The
// stream is state/<ISO 3166 alpha-3>; annex III is made from it.
#pragma once

#include "daybook/event/checks.h"

namespace daybook {

struct ActionPlanSubmitted {
  static constexpr std::string_view type = "action-plan-submitted";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool is_fact = true;

  CivilDate date;

  friend bool operator==(const ActionPlanSubmitted&, const ActionPlanSubmitted&) = default;
};
BOOST_DESCRIBE_STRUCT(ActionPlanSubmitted, (), (date))

inline result<void> check(const ActionPlanSubmitted&) {
  return {};
}

}  // namespace daybook
