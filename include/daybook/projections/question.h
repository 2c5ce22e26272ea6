// What every question about activities can be narrowed by.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "daybook/base/civil_date.h"
#include "daybook/register/register.h"

namespace daybook {

// Days in the world, both inclusive; an open end where there is none. An activity belongs to the period in
// which it began, so that the counts of periods that follow each other add up.
struct Period {
  std::optional<CivilDate> from;
  std::optional<CivilDate> to;

  bool holds(CivilDate first_day) const { return (!from || *from <= first_day) && (!to || first_day <= *to); }
};

// From two days as a person writes them (read_dates_zh); an empty text is an open end. Errors: E-DATE, with
// the field `--from` or `--to`.
result<Period> read_period(const std::string& from, const std::string& to);

enum class Language { zh, en };

constexpr std::string_view tag(Language language) {
  return language == Language::zh ? "zh" : "en";
}

// The versions that the view holds and the period selects, in no order.
template <class Each>
void for_each_version(const View& view, const Period& period, Each each) {
  const auto& columns = view.of().versions();
  const std::int32_t from = period.from ? period.from->days_since_epoch() : INT32_MIN;
  const std::int32_t to = period.to ? period.to->days_since_epoch() : INT32_MAX;
  const VersionIndex n = view.end();
  for (VersionIndex v = 0; v < n; ++v)
    if (view.holds(v) && columns.first_day[v] >= from && columns.first_day[v] <= to) each(v);
}

// Into the order of annexes and lists: first day, last day, the order of recording.
void sort_by_date(const Register& reg, std::vector<VersionIndex>& versions);

}  // namespace daybook
