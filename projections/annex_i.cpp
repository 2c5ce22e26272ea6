// Annex I: who has submitted national reports, with their days. States are numbered; others follow.
#include "list_table.h"
#include "name_order.h"
#include "period_words.h"
#include "submissions.h"

namespace daybook::annex_i {

namespace {

Table rebuilt(const View& view, const Period& period, Language language) {
  const bool english = language == Language::en;
  NameList states;
  states.annex = "i";
  states.title = english
                     ? "Member States that have submitted national reports and additional information to the "
                       "Security Council Committee established pursuant to resolution 1540 (2004)" +
                           period_words(period, language)
                     : period_words(period, language) +
                           "向安全理事会第1540(2004)号决议所设委员会提交国家报告和补充资料的会员国";
  states.heads = english ? std::vector<std::string>{"State", "Date of report"}
                         : std::vector<std::string>{"国家", "报告日期"};
  states.days = days_by_stream<NationalReportSubmitted>(view, period);
  NameList others = states;
  for (const auto& [stream, days] : states.days)
    (state_of(stream).empty() ? others : states).streams.push_back(stream);
  Table table = name_table(states, view, period, language);
  if (others.streams.empty()) return table;
  Section section = std::move(name_table(others, view, period, language).sections.front());
  section.heading = english ? "Other material submitted by:" : "其他材料提交方：";
  for (Row& row : section.rows)
    row.cells.front() = {};
  table.sections.push_back(std::move(section));
  return table;
}

}  // namespace

const AnnexRule& rule() {
  static constexpr AnnexRule known{"i", rebuilt};
  return known;
}

}  // namespace daybook::annex_i
