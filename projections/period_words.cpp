#include "period_words.h"

#include <fmt/format.h>

#include "wording_of.h"

namespace daybook {

std::string period_words(const Period& period, Language language) {
  const auto day = [&](CivilDate date) {
    const DateRange range{date, date};
    return dates_in({&range, 1}, language);
  };
  if (language == Language::en) {
    if (period.from && period.to) return ", " + day(*period.from) + "-" + day(*period.to);
    if (period.to) return ", as at " + day(*period.to);
    return period.from ? ", since " + day(*period.from) : "";
  }
  if (period.from && period.to) return day(*period.from) + "至" + day(*period.to);
  if (period.to) return "截至" + day(*period.to);
  return period.from ? "自" + day(*period.from) + "起" : "";
}

std::string years_words(const Period& period, Language language) {
  const bool english = language == Language::en;
  const auto year = [&](CivilDate date) { return fmt::format("{}{}", date.year(), english ? "" : "年"); };
  if (english) {
    if (period.from && period.to) return ", " + year(*period.from) + "-" + year(*period.to);
    if (period.to) return ", up to " + year(*period.to);
    return period.from ? ", since " + year(*period.from) : "";
  }
  if (period.from && period.to) return year(*period.from) + "至" + year(*period.to);
  if (period.to) return "截至" + year(*period.to);
  return period.from ? "自" + year(*period.from) + "起" : "";
}

}  // namespace daybook
