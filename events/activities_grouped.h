// activities-grouped: several activities count as one, though each keeps its entry. The stream is that of the
// first. Who asks for activities as grouped gets the first, and not the others.
#pragma once

#include <set>

#include "daybook/event/checks.h"

namespace daybook {

enum class Basis { inferred, source };  // an editor's judgement, or said by a document

template <>
struct EnumNames<Basis> {
  static constexpr std::array<std::string_view, 2> names{"inferred", "source"};
};

struct ActivitiesGrouped {
  static constexpr std::string_view type = "activities-grouped";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool corrects = true;
  static constexpr bool is_fact = true;

  std::vector<std::string> activities;  // ids; at least two
  Basis basis = Basis::inferred;

  friend bool operator==(const ActivitiesGrouped&, const ActivitiesGrouped&) = default;
};
BOOST_DESCRIBE_STRUCT(ActivitiesGrouped, (), (activities, basis))

// Errors: E-EVENT.
inline result<void> check(const ActivitiesGrouped& event) {
  const std::set<std::string> different(event.activities.begin(), event.activities.end());
  if (event.activities.size() < 2 || different.size() != event.activities.size() || different.contains(""))
    return checks::field("activities", ErrorCode::event, "a group has two or more different activities");
  return {};
}

}  // namespace daybook
