// Civil dates: what the document prints, with no time of day and no zone. The one header that picks Howard
// Hinnant's `date::` for the whole project (`date::sys_days` is not `std::chrono::sys_days`).
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include <date/date.h>

#include "daybook/base/error.h"

namespace daybook {

// A day of the proleptic Gregorian calendar, years 1900 to 2199. Always valid once made.
class CivilDate {
 public:
  constexpr CivilDate() = default;

  // Errors: E-DATE when there is no such day or the year is out of bounds.
  static result<CivilDate> from_ymd(int year, unsigned month, unsigned day);
  // Reads `2016-05-04` and nothing else. Errors: E-DATE.
  static result<CivilDate> parse_iso(std::string_view text);
  // REQUIRES: `days` came from days_since_epoch() of a valid date.
  static constexpr CivilDate from_days(std::int32_t days) { return CivilDate(days); }

  constexpr std::int32_t days_since_epoch() const { return days_; }  // 1970-01-01 is 0
  date::year_month_day ymd() const { return date::year_month_day(date::sys_days(date::days(days_))); }
  int year() const { return static_cast<int>(ymd().year()); }
  unsigned month() const { return static_cast<unsigned>(ymd().month()); }
  unsigned day() const { return static_cast<unsigned>(ymd().day()); }
  std::string iso() const;

  friend constexpr auto operator<=>(CivilDate, CivilDate) = default;

 private:
  explicit constexpr CivilDate(std::int32_t days) : days_(days) {}
  std::int32_t days_ = 0;
};

// Both ends are in the range; first <= last in every range that has been checked.
struct DateRange {
  CivilDate first;
  CivilDate last;
  friend auto operator<=>(const DateRange&, const DateRange&) = default;
};

}  // namespace daybook
