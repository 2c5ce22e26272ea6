#include "grouping_row.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "daybook/base/utf8.h"

namespace daybook {

namespace {

std::optional<std::int64_t> row_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [past, code] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool good = code == std::errc() && past == text.data() + text.size() && number > 0;
  return good ? std::optional(number) : std::nullopt;
}

std::optional<Basis> basis_of(std::string_view name) {
  const auto& names = EnumNames<Basis>::names;
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? std::nullopt : std::optional(static_cast<Basis>(found - names.begin()));
}

}  // namespace

std::optional<GroupingRow> read_grouping(const RowFields& fields, std::vector<Error>& errors) {
  const std::size_t faults = errors.size();
  const auto fault = [&](std::string_view column, ErrorCode code, std::string sentence,
                         std::string hint = {}) {
    errors.push_back(fields.at(column, {code, std::move(sentence), {}, std::move(hint)}));
  };
  const auto text = [&](std::string_view column) { return std::string(trim(fields[column])); };
  for (const std::string_view column : {"document", "annex", "rows", "reason"})
    if (text(column).empty()) fault(column, ErrorCode::required, "the field is empty");
  GroupingRow grouping;
  grouping.reason = text("reason");
  std::string_view rest = fields["rows"];
  while (!trim(rest).empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    const auto number = row_number(trim(rest.substr(0, end)));
    if (!number)
      fault("rows", ErrorCode::value, fmt::format("\"{}\" is not the number of a row", rest.substr(0, end)),
            "write the rows as 110;111");
    grouping.rows.push_back({text("document"), ascii_lower(text("annex")), number.value_or(0)});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (grouping.rows.size() == 1) fault("rows", ErrorCode::value, "a group has two or more rows");
  const auto basis = basis_of(text("basis"));
  if (basis)
    grouping.basis = *basis;
  else
    fault("basis", ErrorCode::value, fmt::format("\"{}\" is not a basis", text("basis")),
          fmt::format("one of: {}", fmt::join(EnumNames<Basis>::names, ", ")));
  return errors.size() == faults ? std::optional(std::move(grouping)) : std::nullopt;
}

}  // namespace daybook
