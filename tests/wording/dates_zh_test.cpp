#include "daybook/wording/dates_zh.h"

#include <random>

#include "tests/story.h"

namespace daybook::dates_zh_test {

using namespace story;

namespace {

std::string iso(const result<std::vector<DateRange>>& ranges) {
  if (!ranges) return told(ranges);
  std::string text;
  for (const DateRange& range : *ranges)
    text += (text.empty() ? "" : " ") + range.first.iso() +
            (range.first == range.last ? "" : ".." + range.last.iso());
  return text;
}

}  // namespace

TEST_CASE("the canonical forms are read, and printed as they were read") {
  struct Row {
    std::string print;
    std::string dates;
  };
  for (const Row& row : {
           Row{"2016年5月4日", "2016-05-04"},
           Row{"2016年5月12-13日", "2016-05-12..2016-05-13"},
           Row{"2016年6月28日-7月1日", "2016-06-28..2016-07-01"},
           Row{"2016年12月28日-2017年1月3日", "2016-12-28..2017-01-03"},
           Row{"2020年2月29日", "2020-02-29"},
           Row{"2021年7月13日和15日", "2021-07-13 2021-07-15"},
           Row{"2020年12月1日、8日和15日", "2020-12-01 2020-12-08 2020-12-15"},
           Row{"2020年11月30日和12月2日", "2020-11-30 2020-12-02"},
           Row{"2020年12月30日和2021年1月2日", "2020-12-30 2021-01-02"},
           Row{"2020年12月1-3日、8日和15-16日", "2020-12-01..2020-12-03 2020-12-08 2020-12-15..2020-12-16"},
           Row{"2020年11月30日-12月2日和8日", "2020-11-30..2020-12-02 2020-12-08"},
       }) {
    CAPTURE(row.print);
    const auto ranges = read_dates_zh(row.print);
    CHECK(iso(ranges) == row.dates);
    if (ranges) CHECK(print_dates_zh(*ranges) == row.print);
  }
}

TEST_CASE("other spellings are read and printed in the canonical form") {
  struct Row {
    std::string typed;
    std::string canonical;
  };
  for (const Row& row : {
           Row{" 2016 年 5 月 4 日 ", "2016年5月4日"},
           Row{"２０１６年５月４日", "2016年5月4日"},
           Row{"2016年５月12－13日", "2016年5月12-13日"},
           Row{"2016年\u30005月\u00A04日", "2016年5月4日"},
           Row{"2016年05月04日", "2016年5月4日"},
           Row{"2016年5月4号", "2016年5月4日"},
           Row{"2016年5月4", "2016年5月4日"},
           Row{"2017年2月20日至24日", "2017年2月20-24日"},
           Row{"2017年2月20日到24日", "2017年2月20-24日"},
           Row{"2017年2月20日~24日", "2017年2月20-24日"},
           Row{"2017年2月20日～24日", "2017年2月20-24日"},
           Row{"2017年2月20–24日", "2017年2月20-24日"},
           Row{"2017年2月20—24日", "2017年2月20-24日"},
           Row{"2017年2月20日-2017年2月24日", "2017年2月20-24日"},
           Row{"2017年2月20日-2017年2月20日", "2017年2月20日"},
           Row{"2021年7月13和15日", "2021年7月13日和15日"},
           Row{"2021年7月13日及15日", "2021年7月13日和15日"},
           Row{"2021年7月13日，15日", "2021年7月13日和15日"},
           Row{"2021年7月13,15,17日", "2021年7月13日、15日和17日"},
           Row{"2016-05-04", "2016年5月4日"},
           Row{"2016/5/4", "2016年5月4日"},
           Row{"2016-05-04..2016-05-06", "2016年5月4-6日"},
           Row{"2016-05-04 to 2016-05-06", "2016年5月4-6日"},
           Row{"2016/5/4至2016/6/1", "2016年5月4日-6月1日"},
           Row{"2016-12-31 .. 2017-01-01", "2016年12月31日-2017年1月1日"},
       }) {
    CAPTURE(row.typed);
    const auto ranges = read_dates_zh(row.typed);
    REQUIRE_MESSAGE(ranges, told(ranges));
    CHECK(print_dates_zh(*ranges) == row.canonical);
  }
}

TEST_CASE("what is not certain is refused with the text that cannot be read") {
  struct Row {
    std::string typed;
    std::string why;
  };
  for (const Row& row : {
           Row{"5/4/2016", "5/4/2016"},
           Row{"04-05-2016", "04-05-2016"},
           Row{"2016年13月1日", "2016年13月1日"},
           Row{"2016年2月30日", "2016年2月30日"},
           Row{"2019年2月29日", "2019年2月29日"},
           Row{"2016年5月0日", "2016年5月0日"},
           Row{"1816年5月4日", "1816年5月4日"},
           Row{"16年5月4日", "16年5月4日"},
           Row{"2016年5月13-12日", "ends before it begins"},
           Row{"2016年12月28日-1月3日", "ends before it begins"},
           Row{"2016年5月15日和13日", "not in the order of time"},
           Row{"2016年5月12-14日和14日", "not in the order of time"},
           Row{"", "the date is empty"},
           Row{"   ", "the date is empty"},
           Row{"昨天", "昨天"},
           Row{"2016年", "lacks a day"},
           Row{"2016年5月", "lacks a day"},
           Row{"2016年4日", "lacks a month"},
           Row{"5月4日", "lacks a year"},
           Row{"4日", "lacks a year"},
           Row{"20160504", "20160504"},
           Row{"2016年5月4日维也纳", "cannot be read from \"维也纳\" on"},
           Row{"2016年5月4日、", "lacks a day"},
           Row{"2016年5月4日-", "lacks a day"},
           Row{"2016年2017年5月4日", "2016年2017年5月4日"},
           Row{"2016年5月6月4日", "2016年5月6月4日"},
           Row{"5月2016年4日", "5月2016年4日"},
           Row{"2016-05-04T12:00", "2016-05-04T12:00"},
       }) {
    CAPTURE(row.typed);
    const auto ranges = read_dates_zh(row.typed);
    REQUIRE_MESSAGE(!ranges, iso(ranges));
    CHECK(code_of(ranges) == code_of(ErrorCode::date));
    CHECK(ranges.error()->sentence.find(row.why) != std::string::npos);
  }
}

TEST_CASE("10,000 random lists of ranges are printed, read and printed again without a change") {
  const unsigned seed = std::random_device{}();
  MESSAGE("seed " << seed);
  std::mt19937 random(seed);
  const auto some = [&](int n) { return static_cast<std::int32_t>(random() % static_cast<unsigned>(n)); };
  for (int i = 0; i < 10'000; ++i) {
    std::vector<DateRange> ranges;
    std::int32_t at = 10'000 + some(20'000);
    for (int n = 1 + some(4); n > 0; --n) {
      const std::int32_t last = at + (some(2) == 0 ? 0 : some(40));
      ranges.push_back({CivilDate::from_days(at), CivilDate::from_days(last)});
      at = last + 1 + some(some(2) == 0 ? 3 : 400);
    }
    const std::string print = print_dates_zh(ranges);
    CAPTURE(print);
    const auto again = read_dates_zh(print);
    REQUIRE(again);
    REQUIRE(*again == ranges);
    REQUIRE(print_dates_zh(*again) == print);
  }
}

TEST_CASE("random bytes are refused or read, and never anything else") {
  const unsigned seed = std::random_device{}();
  MESSAGE("seed " << seed);
  std::mt19937 random(seed);
  const std::vector<std::string> pieces{"2016", "5",  "12", "年", "月", "日",   "-",
                                        "至",   "、", "和", "/",  " ",  "\xE5", "9999999999"};
  for (int i = 0; i < 10'000; ++i) {
    std::string text;
    for (auto n = random() % 12; n > 0; --n)
      text += pieces[random() % pieces.size()];
    CAPTURE(text);
    const auto ranges = read_dates_zh(text);
    if (!ranges) continue;
    const auto again = read_dates_zh(print_dates_zh(*ranges));
    REQUIRE(again);
    REQUIRE(*again == *ranges);
  }
}

}  // namespace daybook::dates_zh_test
