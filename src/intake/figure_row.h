// One row of records/…/figures.csv: a number that the text of a document prints.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "events/figure_published.h"

#include "annex_row.h"

namespace daybook {

// Whether a question can be read; its error says what is wrong.
using QuestionCheck = std::function<result<void>(std::string_view question)>;

// Every fault of the row goes into `errors`, with file, row and field; none = the row is good. A question is
// checked by `check_question`, where there is one.
std::optional<FigurePublished> read_figure(const RowFields& fields, const QuestionCheck& check_question,
                                           std::vector<Error>& errors);

}  // namespace daybook
