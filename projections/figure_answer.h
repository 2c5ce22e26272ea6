#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "daybook/projections/facets.h"
#include "daybook/projections/figure_question.h"

#include "item_answer.h"

namespace daybook {

// The number that answers the question; none where the log holds nothing of the kind that is asked for.
std::optional<std::uint64_t> answer(const View& view, Facets& facets, const FigureQuestion& question);

// The facts that the answer is counted from, in the order of dates; of activities as they are listed, whether
// or not they are grouped.
std::vector<Item> rows_behind(const View& view, Facets& facets, const FigureQuestion& question,
                              Language language);

// What an activity is called in short.
Item item_of(const View& view, VersionIndex version, Language language);

}  // namespace daybook
