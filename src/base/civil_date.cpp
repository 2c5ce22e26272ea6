#include "daybook/base/civil_date.h"

#include <fmt/format.h>

#include "daybook/base/digits.h"

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
  if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
    bool digits = true;
    const auto number_at = [&](std::size_t first, std::size_t end) {
      unsigned number = 0;
      for (std::size_t i = first; i < end; ++i) {
        const unsigned digit = static_cast<unsigned char>(text[i]) - unsigned{'0'};
        digits = digits && digit <= 9;
        number = number * 10 + digit;
      }
      return number;
    };
    const unsigned year = number_at(0, 4);
    const unsigned month = number_at(5, 7);
    const unsigned day = number_at(8, 10);
    if (digits) return from_ymd(static_cast<int>(year), month, day);
  }
  return fail(ErrorCode::date, fmt::format("\"{}\" is not a date", text), "write a date as 2016-05-04");
}

std::string CivilDate::iso() const {
  const auto d = ymd();
  const auto year = static_cast<int>(d.year());
  std::string text = "0000-00-00";
  // A clock that is set to where no date lies.
  if (year < 0 || year > 9999)
    return fmt::format("{}-{:02}-{:02}", year, static_cast<unsigned>(d.month()),
                       static_cast<unsigned>(d.day()));
  put_digits(text.data(), 4, static_cast<unsigned>(year));
  put_digits(text.data() + 5, 2, static_cast<unsigned>(d.month()));
  put_digits(text.data() + 8, 2, static_cast<unsigned>(d.day()));
  return text;
}

}  // namespace daybook
