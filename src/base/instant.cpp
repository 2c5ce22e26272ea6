#include "daybook/base/instant.h"

#include <charconv>
#include <chrono>

#include <fmt/format.h>

#include "daybook/base/civil_date.h"
#include "daybook/base/digits.h"

namespace daybook {

namespace {
constexpr std::int64_t microseconds_per_day = 86'400'000'000;
}

Instant Instant::now() {
  using namespace std::chrono;
  return {duration_cast<std::chrono::microseconds>(system_clock::now().time_since_epoch()).count()};
}

result<Instant> Instant::parse(std::string_view text) {
  const auto bad = [&] {
    return fail(ErrorCode::date, fmt::format("\"{}\" is not a UTC time", text),
                "write a time as 2022-06-02T09:30:00.000000Z");
  };
  if (text.size() != 27 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' ||
      text[26] != 'Z')
    return bad();
  const auto day = CivilDate::parse_iso(text.substr(0, 10));
  if (!day) return bad();
  const auto number = [&](std::size_t at, std::size_t length, std::uint32_t& into) {
    const char* last = text.data() + at + length;
    return std::from_chars(text.data() + at, last, into).ptr == last;
  };
  std::uint32_t hour = 0;
  std::uint32_t minute = 0;
  std::uint32_t second = 0;
  std::uint32_t micro = 0;
  if (!number(11, 2, hour) || !number(14, 2, minute) || !number(17, 2, second) || !number(20, 6, micro))
    return bad();
  if (hour > 23 || minute > 59 || second > 59) return bad();
  return Instant{day->days_since_epoch() * microseconds_per_day +
                 ((hour * 60LL + minute) * 60LL + second) * 1'000'000LL + micro};
}

result<Instant> Instant::parse_last(std::string_view text) {
  constexpr std::string_view last = "0000-00-00T23:59:59.999999Z";
  constexpr std::size_t day_bytes = 10;
  constexpr std::size_t minute_bytes = 16;
  constexpr std::size_t second_bytes = 19;
  std::string whole(text);
  if (whole.size() > day_bytes && whole[day_bytes] == ' ') whole[day_bytes] = 'T';
  if (whole.size() < last.size() && whole.ends_with('Z')) whole.pop_back();
  if (whole.size() == day_bytes || whole.size() == minute_bytes || whole.size() == second_bytes)
    whole += last.substr(whole.size());
  auto instant = parse(whole);
  if (instant) return instant;
  return fail(ErrorCode::date, fmt::format("\"{}\" is not a time", text),
              "write it in UTC as 2022-06-02, 2022-06-02T09:30 or 2022-06-02T09:30:00.000000Z");
}

std::string Instant::text() const {
  std::int64_t days = microseconds / microseconds_per_day;
  std::int64_t rest = microseconds % microseconds_per_day;
  if (rest < 0) {
    rest += microseconds_per_day;
    --days;
  }
  const auto micro = static_cast<std::uint64_t>(rest);
  const std::uint64_t second = micro / 1'000'000;
  std::string text = CivilDate::from_days(static_cast<std::int32_t>(days)).iso();
  const std::size_t day_end = text.size();
  text += "T00:00:00.000000Z";
  char* const time = text.data() + day_end;
  put_digits(time + 1, 2, second / 3600);
  put_digits(time + 4, 2, second / 60 % 60);
  put_digits(time + 7, 2, second % 60);
  put_digits(time + 10, 6, micro % 1'000'000);
  return text;
}

}  // namespace daybook
