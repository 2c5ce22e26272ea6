#include "daybook/base/civil_date.h"

#include <fmt/format.h>

namespace daybook {

result<CivilDate> CivilDate::from_ymd(int year, unsigned month, unsigned day) {
  const date::year_month_day ymd{date::year(year), date::month(month), date::day(day)};
  // date::month and date::day keep one byte of what they are given: 261 would be May.
  if (year < 1900 || year > 2199 || month > 12 || day > 31 || !ymd.ok())
    return fail(ErrorCode::date, fmt::format("there is no day {}-{:02}-{:02}", year, month, day),
                "years run from 1900 to 2199");
  return CivilDate(date::sys_days(ymd).time_since_epoch().count());
}

namespace {

// The number that so many digits are; more than any number of them is, where one is no digit.
constexpr unsigned no_number = 0xFFFF;
unsigned number(std::string_view digits) {
  unsigned number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return no_number;
    number = number * 10 + static_cast<unsigned>(c - '0');
  }
  return number;
}

}  // namespace

result<CivilDate> CivilDate::parse_iso(std::string_view text) {
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    const unsigned year = number(text.substr(0, 4));
    const unsigned month = number(text.substr(5, 2));
    const unsigned day = number(text.substr(8, 2));
    if (year != no_number && month != no_number && day != no_number)
      return from_ymd(static_cast<int>(year), month, day);
  }
  return fail(ErrorCode::date, fmt::format("\"{}\" is not a date", text), "write a date as 2016-05-04");
}

std::string CivilDate::iso() const {
  const auto d = ymd();
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(d.year()), static_cast<unsigned>(d.month()),
                     static_cast<unsigned>(d.day()));
}

}  // namespace daybook
