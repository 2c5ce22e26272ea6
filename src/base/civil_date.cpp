#include "daybook/base/civil_date.h"

#include <charconv>

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

result<CivilDate> CivilDate::parse_iso(std::string_view text) {
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  const auto number = [&](std::size_t at, std::size_t length, auto& into) {
    const char* last = text.data() + at + length;
    return std::from_chars(text.data() + at, last, into).ptr == last;
  };
  const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-' && text[0] != '-' &&
                      number(0, 4, year) && number(5, 2, month) && number(8, 2, day);
  if (!shaped)
    return fail(ErrorCode::date, fmt::format("\"{}\" is not a date", text), "write a date as 2016-05-04");
  return from_ymd(year, month, day);
}

std::string CivilDate::iso() const {
  const auto d = ymd();
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(d.year()), static_cast<unsigned>(d.month()),
                     static_cast<unsigned>(d.day()));
}

}  // namespace daybook
