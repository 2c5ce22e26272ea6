#include "daybook/base/civil_date.h"

#include <random>
#include <string>

#include "tests/base/outcome.h"

namespace daybook::civil_date_test {

using namespace test;

TEST_CASE("A day is read as it is written in the record") {
  const CivilDate day = take(CivilDate::parse_iso("2016-05-04"));
  CHECK(day.year() == 2016);
  CHECK(day.month() == 5);
  CHECK(day.day() == 4);
  CHECK(day.iso() == "2016-05-04");
}

TEST_CASE("The calendar is the Gregorian one, from the first day of 1900 to the last of 2199") {
  for (const std::string day : {"1900-01-01", "1900-02-28", "1970-01-01", "2000-02-29", "2016-02-29",
                                "2016-04-30", "2022-12-31", "2100-02-28", "2199-12-31"}) {
    CAPTURE(day);
    CHECK(take(CivilDate::parse_iso(day)).iso() == day);
  }
}

TEST_CASE("A day that does not exist is E-DATE") {
  for (const std::string day :
       {"1900-02-29", "2015-02-29", "2100-02-29", "2016-02-30", "2016-04-31", "2016-06-31", "2016-00-01",
        "2016-13-01", "2016-01-00", "2016-01-32", "1899-12-31", "2200-01-01", "0000-01-01", "9999-12-31"}) {
    CAPTURE(day);
    CHECK(code_of(CivilDate::parse_iso(day)) == ErrorCode::date);
  }
}

TEST_CASE("Any other spelling of a day is E-DATE") {
  for (const std::string text : {"",
                                 "2016",
                                 "2016-05",
                                 "2016-5-4",
                                 "2016-05-4",
                                 "16-05-04",
                                 "2016/05/04",
                                 "2016.05.04",
                                 "2016-05-04 ",
                                 " 2016-05-04",
                                 "2016-05-041",
                                 "+016-05-04",
                                 "-016-05-04",
                                 "2016-+5-04",
                                 "2016--5-04",
                                 "2016-05- 4",
                                 "2016-05-0x",
                                 "0x16-05-04",
                                 "2016年5月4日",
                                 "04-05-2016",
                                 "2016-05-04T00:00:00Z",
                                 "２０１６"}) {
    CAPTURE(text);
    CHECK(code_of(CivilDate::parse_iso(text)) == ErrorCode::date);
  }
}

TEST_CASE("An error about a day quotes it and says what would be right") {
  CHECK(said(CivilDate::parse_iso("4 May 2016")) ==
        "E-DATE: \"4 May 2016\" is not a date (write a date as 2016-05-04)");
  CHECK(said(CivilDate::parse_iso("2015-02-29")) ==
        "E-DATE: there is no day 2015-02-29 (years run from 1900 to 2199)");
}

TEST_CASE("Numbers far out of bounds do not come round to a day again") {
  for (const unsigned far : {256U, 65'536U, 4'294'967'040U}) {
    CAPTURE(far);
    CHECK(code_of(CivilDate::from_ymd(2016, far + 5, 4)) == ErrorCode::date);
    CHECK(code_of(CivilDate::from_ymd(2016, 5, far + 4)) == ErrorCode::date);
  }
  CHECK(code_of(CivilDate::from_ymd(65'536 + 2016, 5, 4)) == ErrorCode::date);
  CHECK(code_of(CivilDate::from_ymd(2016 - 65'536, 5, 4)) == ErrorCode::date);
  CHECK(code_of(CivilDate::from_ymd(-2016, 5, 4)) == ErrorCode::date);
}

TEST_CASE("Days are counted from the first day of 1970") {
  CHECK(take(CivilDate::parse_iso("1970-01-01")).days_since_epoch() == 0);
  CHECK(take(CivilDate::parse_iso("1969-12-31")).days_since_epoch() == -1);
  CHECK(take(CivilDate::parse_iso("2000-03-01")).days_since_epoch() == 11'017);
}

TEST_CASE("Every day comes back from its spelling, and stands after the day before") {
  CivilDate before = take(CivilDate::from_ymd(1900, 1, 1));
  const CivilDate last = take(CivilDate::from_ymd(2199, 12, 31));
  int days = 1;
  for (std::int32_t number = before.days_since_epoch() + 1; number <= last.days_since_epoch(); ++number) {
    const CivilDate day = CivilDate::from_days(number);
    const auto read = CivilDate::parse_iso(day.iso());
    if (!read || *read != day || !(before < day) || !(before.iso() < day.iso())) FAIL(day.iso());
    before = day;
    ++days;
  }
  CHECK(days == 300 * 365 + 73);  // every fourth year but 1900 and 2100
}

TEST_CASE("A day of random digits is read exactly where the calendar has it") {
  const auto seed = std::random_device()();
  CAPTURE(seed);
  std::mt19937 chance(seed);
  constexpr unsigned lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  for (int round = 0; round < 20'000; ++round) {
    const auto below = [&](unsigned bound) { return static_cast<unsigned>(chance() % bound); };
    const unsigned year = 1890 + below(320);
    const unsigned month = below(15);
    const unsigned day = below(34);
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const bool exists = year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 &&
                        day <= lengths[month - 1] + (leap && month == 2 ? 1 : 0);
    if (CivilDate::from_ymd(static_cast<int>(year), month, day).has_value() != exists)
      FAIL_CHECK(year << "-" << month << "-" << day);
  }
}

TEST_CASE("Ranges of dates stand in order of their first day, then of their last") {
  const auto day = [](const char* text) { return take(CivilDate::parse_iso(text)); };
  const DateRange short_visit{day("2016-05-04"), day("2016-05-04")};
  const DateRange long_visit{day("2016-05-04"), day("2016-05-06")};
  const DateRange next_day{day("2016-05-05"), day("2016-05-05")};
  CHECK(short_visit < long_visit);
  CHECK(long_visit < next_day);
}

}  // namespace daybook::civil_date_test
