// contact-point-nominated: a State or a body has named its point of contact for the committee. The stream is
// that of who named it: state/<ISO 3166 alpha-3>, or organization/<id>; annexes V and VI are made from it.
#pragma once

#include <vector>

#include "daybook/event/checks.h"

namespace daybook {

struct ContactPointNominated {
  static constexpr std::string_view type = "contact-point-nominated";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool is_fact = true;

  std::vector<CivilDate> date;  // none or one: annexes V and VI print none

  friend bool operator==(const ContactPointNominated&, const ContactPointNominated&) = default;
};
BOOST_DESCRIBE_STRUCT(ContactPointNominated, (), (date))

// Errors: E-EVENT.
inline result<void> check(const ContactPointNominated& event) {
  if (event.date.size() > 1) return checks::field("date", ErrorCode::event, "a nomination has one day");
  return {};
}

}  // namespace daybook
