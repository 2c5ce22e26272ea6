// The parts of what the list annexes are made of (reports, requests, experts, documents), as they stand
// inside events.
#pragma once

#include <array>
#include <string_view>

#include "daybook/event/canonical_json.h"

namespace daybook {

// What of the resolution a request for assistance is about, as the first summary table of annex IV divides
// it. whole: the resolution as a whole, and no paragraph of it.
enum class RequestParagraph { two, three_a_b, three_c_d, whole };
// The second summary table of annex IV, in its order.
enum class RequestType { equipment, training, legislation, funding };
// What was answered: assistance is offered, which goes without saying; a training held before is pointed to
// (footnote b of annex IV); the matter is being discussed with the State (footnote c).
enum class AnswerKind { offer, past_training, discussion };
// A coordinator serves as one, or did while an expert.
enum class ExpertRole { member, coordinator };
// The sections of annex XXII, in its order; page: an address without a symbol, in no section.
enum class DocumentKind { resolution, committee_report, annual_review, work_programme, page };

template <>
struct EnumNames<RequestParagraph> {
  static constexpr std::array<std::string_view, 4> names{"2", "3(a)-(b)", "3(c)-(d)", "whole"};
};
template <>
struct EnumNames<RequestType> {
  static constexpr std::array<std::string_view, 4> names{"equipment", "training", "legislation", "funding"};
};
template <>
struct EnumNames<AnswerKind> {
  static constexpr std::array<std::string_view, 3> names{"", "past-training", "discussion"};
};
template <>
struct EnumNames<ExpertRole> {
  static constexpr std::array<std::string_view, 2> names{"", "coordinator"};
};
template <>
struct EnumNames<DocumentKind> {
  static constexpr std::array<std::string_view, 5> names{"resolution", "committee-report", "annual-review",
                                                         "work-programme", "page"};
};

}  // namespace daybook
