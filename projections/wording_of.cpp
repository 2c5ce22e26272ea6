#include "wording_of.h"

#include "daybook/wording/dates_zh.h"
#include "daybook/wording/english.h"
#include "daybook/wording/parties_zh.h"
#include "daybook/wording/place_zh.h"

namespace daybook {

std::string dates_in(std::span<const DateRange> dates, Language language) {
  return language == Language::en ? print_dates_en(dates) : print_dates_zh(dates);
}

std::string place_in(const Place& place, const Vocabulary& vocabulary, CivilDate on, Language language) {
  return language == Language::en ? print_place_en(place, vocabulary, on)
                                  : print_place_zh(place, vocabulary, on);
}

std::string parties_in(std::span<const Party> parties, const Vocabulary& vocabulary, CivilDate on,
                       Language language) {
  return language == Language::en ? print_parties_en(parties, vocabulary, on)
                                  : print_parties_zh(parties, vocabulary, on);
}

std::string title_in(const std::map<std::string, std::string>& title, Language language) {
  for (const std::string_view wanted : {tag(language), std::string_view("zh"), std::string_view("en")})
    if (const auto found = title.find(std::string(wanted)); found != title.end()) return found->second;
  return title.empty() ? std::string() : title.begin()->second;
}

}  // namespace daybook
