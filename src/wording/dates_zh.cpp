#include "daybook/wording/dates_zh.h"

#include <array>
#include <optional>

#include <fmt/format.h>

#include "daybook/base/utf8.h"

namespace daybook {

namespace {

// What the reader sees after full-width digits, spaces and the many dashes are made one.
enum class Sign { year, month, day, range, list };

constexpr std::array<std::pair<std::string_view, Sign>, 17> signs{{
    {"年", Sign::year},
    {"月", Sign::month},
    {"日", Sign::day},
    {"号", Sign::day},
    {"至", Sign::range},
    {"到", Sign::range},
    {"-", Sign::range},
    {"–", Sign::range},
    {"—", Sign::range},
    {"－", Sign::range},
    {"~", Sign::range},
    {"～", Sign::range},
    {"、", Sign::list},
    {"和", Sign::list},
    {"，", Sign::list},
    {",", Sign::list},
    {"及", Sign::list},
}};

struct Parts {
  std::optional<int> year;
  std::optional<unsigned> month;
  std::optional<unsigned> day;
};

class DateReader {
 public:
  explicit DateReader(std::string_view text) : whole_(text) {
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t from = at;
      const char32_t c = next_code_point(text, at);
      if (c == ' ' || c == 0x3000 || c == 0xA0 || c == '\n' || c == '\t') continue;
      if (c >= 0xFF10 && c <= 0xFF19)
        text_ += static_cast<char>('0' + (c - 0xFF10));
      else
        text_ += text.substr(from, at - from);
    }
  }

  result<std::vector<DateRange>> read() {
    if (text_.empty()) return fail(ErrorCode::date, "the date is empty", "write it as 2016年5月4日");
    std::vector<DateRange> ranges;
    while (true) {
      auto first = point();
      if (!first) return fail(first.error());
      DateRange range{*first, *first};
      if (take(Sign::range)) {
        auto last = point();
        if (!last) return fail(last.error());
        range.last = *last;
      }
      if (range.last < range.first) return bad("ends before it begins");
      if (!ranges.empty() && range.first <= ranges.back().last) return bad("is not in the order of time");
      ranges.push_back(range);
      if (at_ == text_.size()) return ranges;
      if (!take(Sign::list)) return bad(fmt::format("cannot be read from \"{}\" on", text_.substr(at_)));
    }
  }

 private:
  tl::unexpected<Failure> bad(std::string_view why) const {
    return fail(ErrorCode::date, fmt::format("the date \"{}\" {}", whole_, why),
                "write it as 2016年5月4日, 2016年5月12-13日 or 2016年6月28日-7月1日");
  }

  bool take(Sign wanted) {
    for (const auto& [spelling, sign] : signs) {
      if (sign != wanted || !std::string_view(text_).substr(at_).starts_with(spelling)) continue;
      at_ += spelling.size();
      return true;
    }
    return false;
  }

  std::optional<int> number() {
    const std::size_t from = at_;
    int value = 0;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9' && at_ - from < 4)
      value = value * 10 + (text_[at_++] - '0');
    return at_ == from ? std::nullopt : std::optional(value);
  }

  // 2016-05-04 or 2016/5/4.
  bool numeric_point(Parts& parts) {
    const std::size_t from = at_;
    const auto year = number();
    if (year && at_ - from == 4 && at_ < text_.size() && (text_[at_] == '-' || text_[at_] == '/')) {
      const char joint = text_[at_++];
      const auto month = number();
      if (month && at_ < text_.size() && text_[at_] == joint) {
        ++at_;
        if (const auto day = number()) {
          parts = {year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
          return true;
        }
      }
    }
    at_ = from;
    return false;
  }

  // [Y年][M月]D[日]; what is left out is as in the point before.
  result<CivilDate> point() {
    Parts parts;
    if (!numeric_point(parts)) {
      while (const auto value = number()) {
        if (take(Sign::year)) {
          if (parts.year || parts.month) return bad("has a year that does not stand first");
          parts.year = value;
        } else if (take(Sign::month)) {
          if (parts.month) return bad("has two months in a row");
          parts.month = static_cast<unsigned>(*value);
        } else {
          parts.day = static_cast<unsigned>(*value);
          take(Sign::day);
          break;
        }
      }
    }
    if (!parts.day) return bad("lacks a day");
    if (parts.year && !parts.month) return bad("lacks a month");
    if (!parts.month) parts.month = before_.month;
    if (!parts.year) parts.year = before_.year;
    if (!parts.year || !parts.month) return bad("lacks a year or a month");
    before_ = parts;
    auto day = CivilDate::from_ymd(*parts.year, *parts.month, *parts.day);
    if (!day) return bad(fmt::format("cannot be: {}", day.error()->sentence));
    return *day;
  }

  std::string_view whole_;
  std::string text_;
  std::size_t at_ = 0;
  Parts before_;
};

// `Y年M月D` with the year and the month left out where they are those of `before`.
std::string print_day(CivilDate day, std::optional<CivilDate> before) {
  std::string text;
  const bool same_year = before && before->year() == day.year();
  if (!same_year) text += fmt::format("{}年", day.year());
  if (!same_year || before->month() != day.month()) text += fmt::format("{}月", day.month());
  return text + fmt::format("{}", day.day());
}

std::string one_spelling_of_range(std::string_view text) {
  std::string one(text);
  for (const std::string_view word : {" to ", ".."})
    if (const auto at = one.find(word); at != std::string::npos) one.replace(at, word.size(), "至");
  return one;
}

}  // namespace

result<std::vector<DateRange>> read_dates_zh(std::string_view text) {
  const std::string one = one_spelling_of_range(trim(text));
  return DateReader(one).read();
}

std::string print_dates_zh(std::span<const DateRange> ranges) {
  std::string text;
  std::optional<CivilDate> before;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    if (i > 0) text += i + 1 == ranges.size() ? "和" : "、";
    const auto [first, last] = ranges[i];
    text += print_day(first, before);
    const bool same_month = first.year() == last.year() && first.month() == last.month();
    if (first != last) text += (same_month ? "-" : "日-") + print_day(last, first);
    text += "日";
    before = last;
  }
  return text;
}

}  // namespace daybook
