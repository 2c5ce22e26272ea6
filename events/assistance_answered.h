// assistance-answered: a State or a body has answered a State's requests for assistance. The stream is that
// of the State that asked, state/<ISO 3166 alpha-3>: annex IV does not say which of its requests an answer is
// about, nor when it came.
#pragma once

#include <string>

#include "daybook/event/checks.h"
#include "daybook/event/list_parts.h"

namespace daybook {

struct AssistanceAnswered {
  static constexpr std::string_view type = "assistance-answered";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool is_fact = true;

  AnswerKind kind = AnswerKind::offer;
  std::string organization;  // who answered: an id in config/vocab/organizations.csv …
  std::string state;         // … or a State, ISO 3166 alpha-3

  friend bool operator==(const AssistanceAnswered&, const AssistanceAnswered&) = default;
};
BOOST_DESCRIBE_STRUCT(AssistanceAnswered, (), (kind, organization, state))

// Errors: E-EVENT, naming the field.
inline result<void> check(const AssistanceAnswered& event) {
  if (event.organization.empty() == event.state.empty())
    return checks::field("organization", ErrorCode::event, "either an organization or a State answers");
  if (event.state.empty()) return {};
  return checks::states("state", {&event.state, 1});
}

}  // namespace daybook
