// What is no activity and can be counted all the same: reports, plans, requests, answers, contact points,
// experts, coordinators, documents. One question answers the items of a noun; whoever counts or lists them
// looks at their dates and facets.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/projections/question.h"

namespace daybook {

// One fact that a noun stands for.
struct Item {
  std::string id;                 // stream of what it is about: state/AFG
  std::optional<CivilDate> date;  // none where the record gives none: it then fails any --from and --to
  std::map<std::string, std::vector<std::string>> facets;
  std::string words;
};

// clang-format off
// noun                         one item for                        date                 facets
// reports                      each report of a State              of the report        state region year first
// non-reporting-states         each Member that has not reported   the day asked about  state region
// action-plans                 each plan                           of the plan          state region year
// assistance-requests          each request of a known day         of the request       state region year period
//                                                                                       paragraph type
// all-assistance-requests      these, and those of no known day    last it may be of    state region year period
//                                                                                       paragraph type
// assistance-answers           each answer                         of the first         state region responder
//                                                                  request answered     responder-type
// contact-points               each State that named one           of the naming        state region
// organization-contact-points  each body that named one            of the naming        organization
// experts                      each expert in office               the day asked about  state
// coordinators                 each group and year                 none                 state working-group year
// documents                    each document or page               of issue             section
// clang-format on
//
// `first` is yes for a State's first report, else no. `period` is previous for a request of an earlier
// review, of which only number and years are known, else current.
inline constexpr std::array<std::string_view, 11> item_nouns{"reports",
                                                             "non-reporting-states",
                                                             "action-plans",
                                                             "assistance-requests",
                                                             "all-assistance-requests",
                                                             "assistance-answers",
                                                             "contact-points",
                                                             "organization-contact-points",
                                                             "experts",
                                                             "coordinators",
                                                             "documents"};

// The items of the noun that the view knows, in the order of recording. The period matters where a noun is
// about a day: who has not reported, and who is in office, on its last day (open: as known last). The other
// nouns answer all their items, and whoever asks picks those of a period by their dates. No State is without
// a report in a view that knows none. Errors: E-VALUE for another noun, with those that there are.
result<std::vector<Item>> items_of(const View& view, std::string_view noun, const Period& period = {},
                                   Language language = Language::zh);

}  // namespace daybook
