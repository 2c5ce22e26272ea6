#include "daybook/projections/question.h"

#include <tuple>

#include <fmt/format.h>

#include "daybook/wording/dates_zh.h"

namespace daybook {

namespace {

result<std::optional<CivilDate>> read_day(std::string_view field, const std::string& text) {
  if (text.empty()) return std::optional<CivilDate>();
  const auto ranges = read_dates_zh(text);
  if (ranges && ranges->size() == 1 && ranges->front().first == ranges->front().last)
    return std::optional(ranges->front().first);
  return fail({ErrorCode::date,
               ranges ? fmt::format("\"{}\" is not one day", text) : ranges.error().sentence,
               {{}, 0, std::string(field)},
               "write it as 2016-05-04 or 2016年5月4日"});
}

}  // namespace

result<Period> read_period(const std::string& from, const std::string& to) {
  const auto first = read_day("--from", from);
  if (!first) return fail(first.error());
  const auto last = read_day("--to", to);
  if (!last) return fail(last.error());
  if (*first && *last && **last < **first)
    return fail({ErrorCode::date,
                 fmt::format("the period ends on {}, before it begins", (*last)->iso()),
                 {{}, 0, "--to"},
                 {}});
  return Period{*first, *last};
}

void sort_by_date(const Register& reg, std::vector<VersionIndex>& versions) {
  const auto& columns = reg.versions();
  std::sort(versions.begin(), versions.end(), [&](VersionIndex a, VersionIndex b) {
    return std::tie(columns.first_day[a], columns.last_day[a], columns.activity[a]) <
           std::tie(columns.first_day[b], columns.last_day[b], columns.activity[b]);
  });
}

}  // namespace daybook
