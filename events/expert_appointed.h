// expert-appointed: somebody has become one of the experts who assist the committee. The stream is
// expert/<number>, the number a person keeps in every document; annex XX is made from it.
#pragma once

#include <string>
#include <vector>

#include "daybook/event/checks.h"
#include "daybook/event/list_parts.h"

namespace daybook {

struct ExpertAppointed {
  static constexpr std::string_view type = "expert-appointed";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool is_fact = true;

  json::StringMap name;  // by language; family name first, in Chinese with a comma after it where it has one
  ExpertRole role = ExpertRole::member;
  std::string state;             // ISO 3166 alpha-3
  std::vector<CivilDate> until;  // the last day; none while the expert serves

  friend bool operator==(const ExpertAppointed&, const ExpertAppointed&) = default;
};
BOOST_DESCRIBE_STRUCT(ExpertAppointed, (), (name, role, state, until))

// Errors: E-EVENT, naming the field.
inline result<void> check(const ExpertAppointed& event) {
  using checks::field;
  if (event.name.empty()) return field("name", ErrorCode::event, "an expert has a name");
  if (event.until.size() > 1) return field("until", ErrorCode::event, "a term has one last day");
  return checks::states("state", {&event.state, 1});
}

}  // namespace daybook
