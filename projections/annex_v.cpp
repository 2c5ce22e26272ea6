// Annex V: the States that have named a contact point by a day.
#include "list_table.h"
#include "period_words.h"
#include "submissions.h"

namespace daybook::annex_v {

namespace {

Table rebuilt(const View& view, const Period& period, Language language) {
  const Period until{std::nullopt, period.to};  // few nominations have a day, and none is for a time
  NameList list;
  list.annex = "v";
  list.title =
      language == Language::en
          ? "Member States that have submitted points of contact to the "
            "Security Council Committee established pursuant to resolution 1540 (2004)" +
                period_words(until, language)
          : period_words(until, language) + "向安全理事会第1540(2004)号决议所设委员会提交联络人的会员国名单";
  list.heads = {""};
  list.streams = contact_points(view, until, true);
  return name_table(list, view, until, language);
}

}  // namespace

const AnnexRule& rule() {
  static constexpr AnnexRule known{"v", rebuilt};
  return known;
}

}  // namespace daybook::annex_v
