#include "daybook/projections/question.h"

#include <bit>

#include <fmt/format.h>

#include "daybook/base/radix_sort.h"
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
  if (versions.empty()) return;
  struct Entry {
    std::uint64_t key = 0;
    VersionIndex version = 0;
  };
  const VersionColumns& columns = reg.versions();
  const auto activity = [&](VersionIndex v) { return columns.activity[v]; };
  // They are as recorded, unless some were corrected.
  if (!std::ranges::is_sorted(versions, {}, activity))
    radix_sort(versions, static_cast<unsigned>(std::bit_width(reg.activity_count())), activity);
  std::int32_t earliest = INT32_MAX;
  std::int32_t latest = INT32_MIN;
  std::uint32_t longest = 0;
  for (const VersionIndex v : versions) {
    earliest = std::min(earliest, columns.first_day[v]);
    latest = std::max(latest, columns.first_day[v]);
    longest = std::max(longest, static_cast<std::uint32_t>(columns.last_day[v] - columns.first_day[v]));
  }
  const auto days_bits = std::bit_width(longest);
  const auto after = [&](std::int32_t day) { return static_cast<std::uint64_t>(day - earliest); };
  std::vector<Entry> entries;
  entries.reserve(versions.size());
  for (const VersionIndex v : versions)
    entries.push_back({after(columns.first_day[v]) << days_bits |
                           static_cast<std::uint32_t>(columns.last_day[v] - columns.first_day[v]),
                       v});
  radix_sort(entries, static_cast<unsigned>(std::bit_width(after(latest)) + days_bits),
             [](const Entry& entry) { return entry.key; });
  std::ranges::transform(entries, versions.begin(), &Entry::version);
}

}  // namespace daybook
