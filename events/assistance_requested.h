// assistance-requested: a State has asked, through the committee, for assistance in carrying out the
// resolution. The stream is state/<ISO 3166 alpha-3>; annex IV and its summary tables are made from it.
#pragma once

#include <string>
#include <vector>

#include "daybook/event/checks.h"
#include "daybook/event/list_parts.h"

namespace daybook {

struct AssistanceRequested {
  static constexpr std::string_view type = "assistance-requested";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool is_fact = true;

  std::vector<CivilDate> confirmed;          // none, or the day from which on it was known to be still valid
  DateRange dates;                           // the day; or days between which it lies, where no more is known
  std::int64_t ordinal = 1;                  // 2, 3 … for another request of the same dates
  std::vector<RequestParagraph> paragraphs;  // a judgement, like the types
  std::vector<std::string> requests;         // what is asked for, a paragraph each; none where not known
  std::vector<RequestType> types;

  bool day_is_known() const { return dates.first == dates.last; }
  friend bool operator==(const AssistanceRequested&, const AssistanceRequested&) = default;
};
BOOST_DESCRIBE_STRUCT(AssistanceRequested, (), (confirmed, dates, ordinal, paragraphs, requests, types))

// Errors: E-EVENT, naming the field.
inline result<void> check(const AssistanceRequested& event) {
  using checks::field;
  if (event.confirmed.size() > 1)
    return field("confirmed", ErrorCode::event, "a request has one day of confirmation");
  if (event.dates.last < event.dates.first)
    return field("dates", ErrorCode::event, "the dates end before they begin");
  if (event.ordinal < 1)
    return field("ordinal", ErrorCode::event, "the requests of the same dates are counted from 1");
  return {};
}

}  // namespace daybook
