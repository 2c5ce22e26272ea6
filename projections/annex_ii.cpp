// Annex II: the Members of the day that have not reported. It has no facts of its own.
#include "list_table.h"
#include "period_words.h"
#include "submissions.h"

namespace daybook::annex_ii {

namespace {

Table rebuilt(const View& view, const Period& period, Language language) {
  const Period until{std::nullopt, period.to};  // who has not reported is a matter of one day
  NameList list;
  list.annex = "ii";
  list.title =
      language == Language::en
          ? "Member States that have yet to submit a report to the Security Council Committee "
            "established pursuant to resolution 1540 (2004)" +
                period_words(until, language)
          : period_words(until, language) + "尚未向安全理事会第1540(2004)号决议所设委员会提交报告的会员国";
  list.heads = {""};
  list.streams = not_reported(view, until);
  return name_table(list, view, until, language);
}

}  // namespace

const AnnexRule& rule() {
  static constexpr AnnexRule known{"ii", rebuilt};
  return known;
}

}  // namespace daybook::annex_ii
