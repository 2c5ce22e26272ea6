// Annex XX: the experts who served in the period. The order is that of their numbers, in which they were
// entered: annexes sort by Latin family names, which the Chinese text does not have.
#include <charconv>
#include <map>

#include <fmt/format.h>

#include "list_table.h"
#include "name_order.h"
#include "period_words.h"
#include "wording_of.h"

namespace daybook::annex_xx {

namespace {

using ExpertFact = Fact<ExpertAppointed>;

int number_of(const std::string& stream) {
  const auto at = stream.find('/') + 1;
  int number = 0;
  std::from_chars(stream.data() + at, stream.data() + stream.size(), number);
  return number;
}

// Those whose term did not end before the period; no document says when a term began.
std::vector<const ExpertFact*> experts(const View& view, const Period& period) {
  std::vector<const ExpertFact*> serving;
  for (const ExpertFact* fact : view.facts<ExpertAppointed>())
    if (fact->data.until.empty() || !period.from || *period.from <= fact->data.until.front())
      serving.push_back(fact);
  std::stable_sort(serving.begin(), serving.end(),
                   [](auto* a, auto* b) { return number_of(a->stream) < number_of(b->stream); });
  return serving;
}

bool has_left(const ExpertAppointed& expert, const Period& period) {
  return !expert.until.empty() && (!period.to || expert.until.front() <= *period.to);
}

// 布鲁尔，乔纳森 is 乔纳森·布鲁尔 in a sentence.
std::string name_in_sentence(const std::string& name) {
  constexpr std::string_view comma = "，";
  const auto at = name.find(comma);
  return at == std::string::npos ? name : name.substr(at + comma.size()) + "·" + name.substr(0, at);
}

// Who coordinates the group, and who did before, in the order in which they left.
std::string coordinators(const std::vector<const ExpertFact*>& serving, const Period& period,
                         Language language) {
  std::string now;
  std::map<CivilDate, std::string> before;
  for (const ExpertFact* fact : serving) {
    if (fact->data.role != ExpertRole::coordinator) continue;
    const std::string name = name_in_sentence(title_in(fact->data.name, language));
    if (has_left(fact->data, period))
      before[fact->data.until.front()] = name;
    else
      now = name;
  }
  std::vector<std::string> names;
  for (const auto& [until, name] : before)
    names.push_back(name);
  const bool english = language == Language::en;
  const std::string joined = fmt::format("{}", fmt::join(names, english ? " and " : "和"));
  std::string text;
  if (!now.empty())
    text += english ? now + " is the Coordinator of the Group of Experts. "
                    : "在本报告提交之日，" + now + "担任专家组协调员。";
  if (!joined.empty())
    text += english ? joined + " also served as Coordinator in the period. "
                    : "在本报告所述期间，" + joined + "也担任协调员。";
  return text + (english ? "The Coordinator is appointed by the Secretary-General."
                         : "根据现任务规定，专家组协调员由联合国秘书长任命。");
}

Table rebuilt(const View& view, const Period& period, Language language) {
  const bool english = language == Language::en;
  const Vocabulary& vocabulary = view.of().vocabulary();
  const CivilDate on = naming_day(period);
  Table table;
  table.annex = "xx";
  table.language = tag(language);
  table.title =
      english ? "Experts appointed to assist the Security Council Committee established pursuant to "
                "resolution 1540 (2004)" +
                    years_words(period, language)
              : years_words(period, language) + "被任命协助安全理事会第1540(2004)号决议所设委员会的专家";
  table.columns = {{english ? "Name" : "姓名", {}, {}}, {english ? "Nationality" : "国别", {}, {}}};
  const auto serving = experts(view, period);
  Section& section = table.sections.emplace_back();
  for (const ExpertFact* fact : serving) {
    const ExpertAppointed& expert = fact->data;
    std::string state(vocabulary.state_name(expert.state, tag(language), on));
    if (has_left(expert, period))
      state += (english ? ", until " : "，至") + day_in(expert.until.front(), language);
    section.rows.push_back(
        {fact->stream,
         {Cell{{{title_in(expert.name, language), expert.role == ExpertRole::coordinator ? "a" : ""}}},
          plain_cell(state)}});
  }
  add_used_footnotes(table, {{"a", coordinators(serving, period, language)}});
  return table;
}

}  // namespace

const AnnexRule& rule() {
  static constexpr AnnexRule known{"xx", rebuilt};
  return known;
}

}  // namespace daybook::annex_xx
