// Dates, places and parties in the English of United Nations documents, for labels and answers in English.
#pragma once

#include <span>
#include <string>

#include "daybook/event/activity_parts.h"
#include "daybook/vocab/vocabulary.h"

namespace daybook {

// `4 May 2016`, `12 and 13 May 2016`, `16-20 May 2016`, `28 June-1 July 2016`, `1, 8 and 15 December 2020`.
std::string print_dates_en(std::span<const DateRange> ranges);

// `Vienna`, `Auckland, New Zealand`, `Abidjan, Côte d'Ivoire (hybrid)`, `Virtual`.
std::string print_place_en(const Place& place, const Vocabulary& vocabulary, CivilDate on);

// Acronyms where a body has one; a semicolon separates, a mark is a letter after a space.
std::string print_parties_en(std::span<const Party> parties, const Vocabulary& vocabulary, CivilDate on);

}  // namespace daybook
