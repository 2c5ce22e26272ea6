// Answering questions about what is no activity: reports, plans, requests …
#pragma once

#include <cstdint>
#include <vector>

#include "daybook/projections/figure_question.h"
#include "daybook/projections/nouns.h"

namespace daybook {

// The items that the period and every condition let through.
std::vector<Item> items_that_meet(const std::vector<Item>& items, const FigureQuestion& question);
// How many those are, or how many different values they have.
std::uint64_t count_items(const std::vector<Item>& items, const FigureQuestion& question);

}  // namespace daybook
