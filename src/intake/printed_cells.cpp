#include "printed_cells.h"

#include <fmt/format.h>

#include "daybook/wording/dates_zh.h"

namespace daybook {

std::vector<std::string> lines_of(std::string_view cell) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from <= cell.size();) {
    const auto end = std::min(cell.find('\n', from), cell.size());
    if (const auto line = trim(cell.substr(from, end - from)); !line.empty()) lines.emplace_back(line);
    from = end + 1;
  }
  return lines;
}

result<CivilDate> read_day_zh(std::string_view text) {
  const auto ranges = read_dates_zh(text);
  if (!ranges) return fail(ranges.error());
  if (ranges->size() == 1 && ranges->front().first == ranges->front().last) return ranges->front().first;
  return fail(ErrorCode::date, fmt::format("\"{}\" is not one day", text), "write it as 2016年5月4日");
}

std::vector<CivilDate> days_of(std::string_view column, CellReader& cells) {
  constexpr std::string_view stop = "。";
  std::vector<CivilDate> days;
  for (std::string_view line : lines_of(cells.text(column))) {
    if (line.ends_with(stop)) line.remove_suffix(stop.size());
    days.push_back(cells.take(column, read_day_zh(line)));
  }
  return days;
}

MarkedText without_mark(std::string_view text) {
  text = trim(text);
  const bool marked =
      text.size() > 2 && text[text.size() - 2] == ' ' && text.back() >= 'a' && text.back() <= 'z';
  if (!marked) return {"", std::string(text)};
  return {std::string(text.substr(text.size() - 1)), std::string(text.substr(0, text.size() - 2))};
}

}  // namespace daybook
