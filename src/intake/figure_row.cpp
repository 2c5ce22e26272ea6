#include "figure_row.h"

#include <charconv>

#include <fmt/format.h>

#include "daybook/base/utf8.h"

namespace daybook {

std::optional<FigurePublished> read_figure(const RowFields& fields, const QuestionCheck& check_question,
                                           std::vector<Error>& errors) {
  const std::size_t faults = errors.size();
  const auto text = [&](std::string_view column) { return std::string(trim(fields[column])); };
  FigurePublished figure{text("document"), text("note"), text("paragraph"), text("question"), 0,
                         text("words")};
  for (const std::string_view column : {"document", "paragraph", "words", "value"})
    if (text(column).empty())
      errors.push_back(fields.at(column, {ErrorCode::required, "the field is empty", {}, {}}));
  const std::string value = text("value");
  const auto [past, code] = std::from_chars(value.data(), value.data() + value.size(), figure.value);
  if (!value.empty() && (code != std::errc() || past != value.data() + value.size() || figure.value < 0))
    errors.push_back(fields.at("value", {ErrorCode::value,
                                         fmt::format("\"{}\" is not a number of things", value),
                                         {},
                                         "write it in digits, without a sign or a separator: 1600"}));
  if (check_question && !figure.question.empty())
    if (auto read = check_question(figure.question); !read)
      errors.push_back(fields.at("question", read.error()));
  if (errors.size() == faults)
    if (auto good = check(figure); !good)
      errors.push_back(fields.at(good.error()->place.field, good.error()));
  return errors.size() == faults ? std::optional(std::move(figure)) : std::nullopt;
}

}  // namespace daybook
