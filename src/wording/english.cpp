#include "daybook/wording/english.h"

#include <array>
#include <optional>

#include <fmt/format.h>

#include "daybook/wording/parties_zh.h"

namespace daybook {

namespace {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

bool same_month(CivilDate a, CivilDate b) {
  return a.year() == b.year() && a.month() == b.month();
}

// The day, followed by the month and the year where the next date does not share them.
std::string english_day(CivilDate day, std::optional<CivilDate> next) {
  std::string text = fmt::format("{}", day.day());
  if (next && same_month(day, *next)) return text;
  text += fmt::format(" {}", months[day.month() - 1]);
  if (next && next->year() == day.year()) return text;
  return text + fmt::format(" {}", day.year());
}

std::string body_name(const Party& party, const Vocabulary& vocabulary, CivilDate on) {
  const Organization* body = vocabulary.organization(party.organization);
  if (body != nullptr && !body->acronym.empty()) return body->acronym;
  return party_name(party, vocabulary, "en", on);
}

}  // namespace

std::string print_dates_en(std::span<const DateRange> ranges) {
  std::string text;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const auto [first, last] = ranges[i];
    if (i > 0) text += i + 1 == ranges.size() ? " and " : ", ";
    const auto next = i + 1 < ranges.size() ? std::optional(ranges[i + 1].first) : std::nullopt;
    if (first == last) {
      text += english_day(first, next);
      continue;
    }
    // "and" joins the days of one range; in a list it would read as another entry of the list.
    const bool two_days = ranges.size() == 1 && last.days_since_epoch() - first.days_since_epoch() == 1 &&
                          same_month(first, last);
    text += english_day(first, last) + (two_days ? " and " : "-") + english_day(last, next);
  }
  return text;
}

std::string print_place_en(const Place& place, const Vocabulary& vocabulary, CivilDate on) {
  if (place.mode == Mode::virtual_) return "Virtual";
  std::string text;
  const City* city = vocabulary.city(place.city);
  if (city != nullptr) text = city->en;
  if (city == nullptr || !city->alone) {
    if (city != nullptr) text += ", ";
    for (std::size_t i = 0; i < place.states.size(); ++i) {
      if (i > 0) text += " and ";
      text += vocabulary.state_name(place.states[i], "en", on);
    }
  }
  if (place.mode == Mode::hybrid) text += " (hybrid)";
  if (place.mode == Mode::video) text += " (by video)";
  return text;
}

std::string print_parties_en(std::span<const Party> parties, const Vocabulary& vocabulary, CivilDate on) {
  std::string text;
  for (const Party& party : parties) {
    if (!text.empty()) {
      switch (party.relation) {
        case Relation::separate:
          text += "; ";
          break;
        case Relation::slash:
          text += "/";
          break;
        case Relation::through:
          text += " through ";
          break;
        case Relation::together:
          text += " in cooperation with ";
          break;
        case Relation::chaired:
          text += " chaired by ";
          break;
        case Relation::framework:
          text += " within the framework of ";
          break;
        case Relation::both:
          text += " and ";
          break;
      }
    }
    text += body_name(party, vocabulary, on);
    if (!party.qualifier.empty()) text += " (" + party.qualifier + ")";
    if (!party.mark.empty()) text += " " + party.mark;
  }
  return text;
}

}  // namespace daybook
