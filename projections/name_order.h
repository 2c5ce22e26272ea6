// Who the rows of the list annexes are about, by name and in the order of English names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "daybook/projections/question.h"

namespace daybook {

// The day whose names and Members an annex has: the last of its period, or the newest where that is open.
CivilDate naming_day(const Period& period);

// "AFG" of the stream state/AFG; empty when the stream is about something else.
std::string state_of(std::string_view stream);
// "imo" of the stream organization/imo; empty when the stream is about something else.
std::string organization_of(std::string_view stream);

// The State's name on that day, or the body's: the full one in Chinese, as lists print it.
std::string list_name(std::string_view stream, const Vocabulary& vocabulary, Language language, CivilDate on);

// By the English names of that day, letters only: the order of every list of the annexes, in Chinese too.
void sort_by_english_name(std::vector<std::string>& streams, const Vocabulary& vocabulary, CivilDate on);

}  // namespace daybook
