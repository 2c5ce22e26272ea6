// Annex III: who has submitted voluntary action plans, with their days.
#include "list_table.h"
#include "period_words.h"
#include "submissions.h"

namespace daybook::annex_iii {

namespace {

Table rebuilt(const View& view, const Period& period, Language language) {
  NameList list;
  list.annex = "iii";
  list.title =
      language == Language::en
          ? "Member States that have submitted voluntary national implementation action plans to the "
            "Security Council Committee established pursuant to resolution 1540 (2004)" +
                period_words(period, language)
          : period_words(period, language) +
                "已向安全理事会第1540(2004)号决议所设委员会提交自愿国家执行行动计划的会员国";
  list.heads = {"", ""};
  list.days = days_by_stream<ActionPlanSubmitted>(view, period);
  for (const auto& [stream, days] : list.days)
    list.streams.push_back(stream);
  return name_table(list, view, period, language);
}

}  // namespace

const AnnexRule& rule() {
  static constexpr AnnexRule known{"iii", rebuilt};
  return known;
}

}  // namespace daybook::annex_iii
