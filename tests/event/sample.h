// A structure with a member of every kind that events may have.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/event/canonical_json.h"

#include "tests/base/outcome.h"

namespace daybook {

namespace test {
enum class Colour { none, red, blue };
}

template <>
struct EnumNames<test::Colour> {
  static constexpr std::array<std::string_view, 3> names{"", "red", "deep-blue"};
};

namespace test {

struct Inner {
  std::int64_t flag = 0;
  std::string text;
  friend bool operator==(const Inner&, const Inner&) = default;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (flag, text))

struct Sample {
  Colour colour = Colour::none;
  std::vector<Colour> colours;
  std::int64_t count = 0;
  std::vector<std::int64_t> counts;
  CivilDate day;
  DateRange days;
  Inner inner;
  std::vector<Inner> inners;
  RawJson raw;
  std::vector<DateRange> spans;
  std::string text;
  std::vector<std::string> texts;
  json::StringMap titles;
  friend bool operator==(const Sample&, const Sample&) = default;
};
BOOST_DESCRIBE_STRUCT(Sample, (),
                      (colour, colours, count, counts, day, days, inner, inners, raw, spans, text, texts,
                       titles))

inline constexpr std::string_view least_sample =
    R"({"count":0,"day":"1970-01-01","days":["1970-01-01","1970-01-01"],"inner":{"flag":0}})";

inline Sample full_sample() {
  const auto day = [](const char* text) { return take(CivilDate::parse_iso(text)); };
  Sample sample;
  sample.colour = Colour::blue;
  sample.colours = {Colour::blue, Colour::none};
  sample.count = -7;
  sample.counts = {0, 1, -1};
  sample.day = day("2016-05-04");
  sample.days = {day("2016-05-04"), day("2016-05-06")};
  sample.inner = {1, "x"};
  sample.inners = {{0, ""}, {2, "y"}};
  sample.raw = {R"({"any":["thing",1]})"};
  sample.spans = {sample.days, {day("2020-02-29"), day("2020-02-29")}};
  sample.text = "维也纳 \"quoted\" \\ /\n\tend";
  sample.texts = {"", "é", std::string("\0\x1F\b\f\r", 5)};
  sample.titles = {{"en", "Visit"}, {"zh", "访问"}};
  return sample;
}

// The least sample with one member (`"name":value`) more, or another in its place.
inline std::string with_member(const std::string& member) {
  const std::string name = member.substr(0, member.find(':'));
  std::string json = "{";
  for (const std::string each :
       {R"("colour")", R"("colours")", R"("count":0)", R"("counts")", R"("day":"1970-01-01")",
        R"("days":["1970-01-01","1970-01-01"])", R"("inner":{"flag":0})", R"("inners")", R"("raw")",
        R"("spans")", R"("text")", R"("texts")", R"("titles")"}) {
    const bool replaced = each.substr(0, each.find(':')) == name;
    if (!replaced && each.find(':') == std::string::npos) continue;
    if (json.size() > 1) json += ',';
    json += replaced ? member : each;
  }
  return json + "}";
}

// What decoding `json` as the sample says: "no error", or the code and the member at fault.
inline std::string fault(std::string_view json) {
  const auto value = decode<Sample>(json);
  if (value) return "no error";
  return std::string(error_name(value.error()->code)) + " " + value.error()->place.field;
}

inline std::string fault_of_member(const std::string& member) {
  return fault(with_member(member));
}

inline Sample random_sample(std::mt19937& chance) {
  const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(chance() % bound); };
  const auto text = [&] {
    static const std::vector<std::string> pieces{"a",
                                                 "\"",
                                                 "\\",
                                                 "/",
                                                 "\n",
                                                 "\t",
                                                 std::string(1, '\0'),
                                                 "\x1F",
                                                 "\x7F",
                                                 "é",
                                                 "维也纳",
                                                 "😀",
                                                 "sixteen bytes and more",
                                                 "{",
                                                 "]",
                                                 ","};
    std::string made;
    for (std::size_t count = below(5); count > 0; --count)
      made += pieces[below(pieces.size())];
    return made;
  };
  const auto number = [&] {
    const auto bits = (static_cast<std::uint64_t>(chance()) << 32 | chance()) >> (11 + below(53));
    return static_cast<std::int64_t>(below(2) == 0 ? bits : 0 - bits);
  };
  const auto day = [&] { return CivilDate::from_days(static_cast<std::int32_t>(below(80'000)) - 20'000); };
  const auto list_of = [&](auto make) {
    std::vector<decltype(make())> list;
    for (std::size_t count = below(4); count > 0; --count)
      list.push_back(make());
    return list;
  };
  const auto colour = [&] { return static_cast<Colour>(below(3)); };
  const auto range = [&] { return DateRange{day(), day()}; };
  const auto inner = [&] { return Inner{number(), text()}; };
  Sample sample;
  sample.colour = colour();
  sample.colours = list_of(colour);
  sample.count = number();
  sample.counts = list_of(number);
  sample.day = day();
  sample.days = range();
  sample.inner = inner();
  sample.inners = list_of(inner);
  if (below(2) == 0) sample.raw = {encode(inner())};
  sample.spans = list_of(range);
  sample.text = text();
  sample.texts = list_of(text);
  for (std::size_t count = below(3); count > 0; --count)
    sample.titles[std::string(1 + below(20), static_cast<char>('a' + below(26)))] = text();
  return sample;
}

}  // namespace test
}  // namespace daybook
