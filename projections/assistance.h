// Requests for assistance, State by State, as annex IV lists them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "daybook/projections/question.h"

namespace daybook {

struct AssistanceOfState {
  std::string stream;                                // of the State that asked
  std::vector<const AssistanceRequested*> requests;  // in the order of their days
  std::vector<const AssistanceAnswered*> answers;    // States first, then bodies, each by English names
  bool carried_over = false;                         // asked before the period, and still valid in it
};

// The States that asked in the period, or asked before and were confirmed in it, by English name. Requests
// of which the day is not known stand in no row.
std::vector<AssistanceOfState> assistance(const View& view, const Period& period);

// How many requests each State made in the period, those of unknown days included where all of those days lie
// in it; by stream.
std::map<std::string, std::int64_t> requests_by_state(const View& view, const Period& period);

// The first day on which a request may have been made; none where there is no request.
std::optional<CivilDate> first_request(const View& view);

}  // namespace daybook
