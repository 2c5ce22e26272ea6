#include "period_words.h"

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

}  // namespace daybook
