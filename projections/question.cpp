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
               ranges ? fmt::format("\"{}\" is not one day", text) : ranges.error()->sentence,
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
  struct Entry {  // what is compared stands beside what is sorted: looking it up each time takes most of a
                  // sort
    std::int32_t first_day;
    std::int32_t last_day;
    ActivityIndex activity;
    VersionIndex version;
  };
  const auto& columns = reg.versions();
  std::vector<Entry> entries;
  entries.reserve(versions.size());
  for (const VersionIndex v : versions)
    entries.push_back({columns.first_day[v], columns.last_day[v], columns.activity[v], v});
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return std::tie(a.first_day, a.last_day, a.activity) < std::tie(b.first_day, b.last_day, b.activity);
  });
  std::transform(entries.begin(), entries.end(), versions.begin(),
                 [](const Entry& entry) { return entry.version; });
}

}  // namespace daybook
