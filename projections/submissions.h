// What States and others have submitted, by who submitted it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "daybook/projections/question.h"

namespace daybook {

// The days of the facts of that type that the period selects, ascending, by stream; a day as often as there
// are facts of it.
template <class T>
std::map<std::string, std::vector<CivilDate>> days_by_stream(const View& view, const Period& period) {
  std::map<std::string, std::vector<CivilDate>> days;
  for (const Fact<T>* fact : view.facts<T>())
    if (period.holds(fact->data.date)) days[fact->stream].push_back(fact->data.date);
  for (auto& [stream, of_stream] : days)
    std::sort(of_stream.begin(), of_stream.end());
  return days;
}

// The Members of the United Nations on that day, as streams.
std::vector<std::string> members(const Vocabulary& vocabulary, CivilDate on);

// The Members of the last day of the period that have not reported by then; when it begins does not matter.
std::vector<std::string> not_reported(const View& view, const Period& period);

// Those who have named a contact point by the end of the period; `state` for States, else for bodies.
std::vector<std::string> contact_points(const View& view, const Period& period, bool state);

}  // namespace daybook
