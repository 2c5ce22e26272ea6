#pragma once

#include <string>

#include "daybook/projections/question.h"

namespace daybook {

// Dates, place and parties in the words of either language.
std::string dates_in(std::span<const DateRange> dates, Language language);
std::string place_in(const Place& place, const Vocabulary& vocabulary, CivilDate on, Language language);
std::string parties_in(std::span<const Party> parties, const Vocabulary& vocabulary, CivilDate on,
                       Language language);
// The title in that language; in Chinese, or in any other, where it has none.
std::string title_in(const std::map<std::string, std::string>& title, Language language);

}  // namespace daybook
