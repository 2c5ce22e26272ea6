#include "daybook/base/instant.h"

#include <chrono>
#include <random>
#include <string>

#include "tests/base/outcome.h"

namespace daybook::instant_test {

using namespace test;

TEST_CASE("A day, a minute or a second stands for its last microsecond") {
  for (const auto& [text, instant] : std::vector<std::pair<std::string, std::string>>{
           {"2022-06-02", "2022-06-02T23:59:59.999999Z"},
           {"2022-06-02T09:30", "2022-06-02T09:30:59.999999Z"},
           {"2022-06-02 09:30Z", "2022-06-02T09:30:59.999999Z"},
           {"2022-06-02T09:30:15", "2022-06-02T09:30:15.999999Z"},
           {"2022-06-02T09:30:15.000001Z", "2022-06-02T09:30:15.000001Z"},
       }) {
    CAPTURE(text);
    CHECK(take(Instant::parse_last(text)).text() == instant);
  }
  for (const std::string text :
       {"", "yesterday", "2022-06-31", "2022-06-02T9:30", "2022-06-02T25:00", "2022"}) {
    CAPTURE(text);
    CHECK(code_of(Instant::parse_last(text)) == ErrorCode::date);
  }
}

TEST_CASE("An instant is written in UTC with six decimals") {
  CHECK(Instant{0}.text() == "1970-01-01T00:00:00.000000Z");
  CHECK(Instant{-1}.text() == "1969-12-31T23:59:59.999999Z");
  CHECK(Instant{1}.text() == "1970-01-01T00:00:00.000001Z");
  CHECK(Instant{86'400'000'000}.text() == "1970-01-02T00:00:00.000000Z");
  CHECK(Instant{1'654'162'200'000'000}.text() == "2022-06-02T09:30:00.000000Z");
  // Where no event lies, as a clock says that was set wrong.
  CHECK(Instant{317'278'121'400'000'000}.text() == "12024-02-22T11:30:00.000000Z");
  CHECK(Instant{-62'200'000'000'000'000}.text() == "-2-12-17T14:13:20.000000Z");
}

TEST_CASE("An instant is read from the one spelling that it has") {
  CHECK(take(Instant::parse("2022-06-02T09:30:00.000000Z")).microseconds == 1'654'162'200'000'000);
  CHECK(take(Instant::parse("1969-12-31T23:59:59.999999Z")).microseconds == -1);
  CHECK(take(Instant::parse("1900-01-01T00:00:00.000000Z")).text() == "1900-01-01T00:00:00.000000Z");
  CHECK(take(Instant::parse("2199-12-31T23:59:59.999999Z")).text() == "2199-12-31T23:59:59.999999Z");
}

TEST_CASE("Any other spelling of an instant is E-DATE") {
  for (const std::string text : {
           "",
           "2022-06-02",
           "2022-06-02T09:30:00Z",
           "2022-06-02T09:30:00.000Z",
           "2022-06-02T09:30:00.0000000Z",
           "2022-06-02T09:30:00.000000",
           "2022-06-02T09:30:00.000000z",
           "2022-06-02t09:30:00.000000Z",
           "2022-06-02 09:30:00.000000Z",
           "2022-06-02T09:30:00,000000Z",
           "2022-06-02T09.30.00.000000Z",
           "2022-06-02T09:30:00.00000 Z",
           "2022-06-02T09:30:00.+00000Z",
           "2022-06-02T-9:30:00.000000Z",
           "2022-06-02T24:00:00.000000Z",
           "2022-06-02T09:60:00.000000Z",
           "2022-06-02T09:30:60.000000Z",
           "2022-02-30T09:30:00.000000Z",
           "1899-12-31T23:59:59.999999Z",
           "2200-01-01T00:00:00.000000Z",
           "2022-06-02T09:30:00.000000+",
           " 2022-06-02T09:30:00.00000Z",
           "2022-06-02T09:30:00.000000Z ",
       }) {
    CAPTURE(text);
    CHECK(code_of(Instant::parse(text)) == ErrorCode::date);
  }
}

TEST_CASE("An error about an instant quotes it and says what would be right") {
  CHECK(said(Instant::parse("9.30 a.m.")) ==
        "E-DATE: \"9.30 a.m.\" is not a UTC time (write a time as 2022-06-02T09:30:00.000000Z)");
}

TEST_CASE("Every instant comes back from its spelling, and the spellings stand in order of time") {
  const auto seed = std::random_device()();
  CAPTURE(seed);
  std::mt19937_64 chance(seed);
  const std::int64_t first = take(Instant::parse("1900-01-01T00:00:00.000000Z")).microseconds;
  const std::int64_t last = take(Instant::parse("2199-12-31T23:59:59.999999Z")).microseconds;
  std::uniform_int_distribution<std::int64_t> any(first, last);
  for (int round = 0; round < 20'000; ++round) {
    const Instant a{any(chance)};
    const Instant b{any(chance)};
    const auto read = Instant::parse(a.text());
    if (!read || *read != a || (a < b) != (a.text() < b.text())) FAIL_CHECK(a.text() << " and " << b.text());
  }
}

TEST_CASE("Now is what the system's clock says") {
  using namespace std::chrono;
  const auto clock = [] {
    return duration_cast<microseconds>(system_clock::now().time_since_epoch()).count();
  };
  const auto before = clock();
  const auto now = Instant::now();
  const auto after = clock();
  CHECK(before <= now.microseconds);
  CHECK(now.microseconds <= after);
}

}  // namespace daybook::instant_test
