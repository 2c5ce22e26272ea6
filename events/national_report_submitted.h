// national-report-submitted: a State, or another body, has given the committee a report on what it does to
// carry out the resolution, or has added to one. The stream is that of who submitted it: state/<ISO 3166
// alpha-3>, or organization/<id>; annexes I and II are made from it.
#pragma once

#include "daybook/event/checks.h"

namespace daybook {

struct NationalReportSubmitted {
  static constexpr std::string_view type = "national-report-submitted";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool is_fact = true;

  CivilDate date;
  std::int64_t ordinal = 1;  // 2, 3 … for another report of the same day: annex I prints two for Brazil

  friend bool operator==(const NationalReportSubmitted&, const NationalReportSubmitted&) = default;
};
BOOST_DESCRIBE_STRUCT(NationalReportSubmitted, (), (date, ordinal))

// Errors: E-EVENT.
inline result<void> check(const NationalReportSubmitted& event) {
  if (event.ordinal < 1)
    return checks::field("ordinal", ErrorCode::event, "the reports of a day are counted from 1");
  return {};
}

}  // namespace daybook
