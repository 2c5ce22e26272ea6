// Annex VI: the international, regional and subregional organizations that have named a contact point by a
// day.
#include "list_table.h"
#include "period_words.h"
#include "submissions.h"

namespace daybook::annex_vi {

namespace {

Table rebuilt(const View& view, const Period& period, Language language) {
  const Period until{std::nullopt, period.to};  // few nominations have a day, and none is for a time
  NameList list;
  list.annex = "vi";
  list.title = language == Language::en
                   ? "International, regional and subregional organizations that have submitted points of "
                     "contact to the "
                     "Security Council Committee established pursuant to resolution 1540 (2004)" +
                         period_words(until, language)
                   : period_words(until, language) +
                         "向安全理事会第1540(2004)号决议所设委员会提交联络人的国际、区域和次区域组织名单";
  list.heads = {""};
  list.streams = contact_points(view, until, false);
  return name_table(list, view, until, language);
}

}  // namespace

const AnnexRule& rule() {
  static constexpr AnnexRule known{"vi", rebuilt};
  return known;
}

}  // namespace daybook::annex_vi
