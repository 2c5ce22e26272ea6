#include "daybook/projections/report.h"

#include <array>

#include <fmt/format.h>

#include "daybook/projections/annex.h"
#include "daybook/projections/count.h"

#include "period_words.h"

namespace daybook {

namespace {

// Paragraphs 91 (role), 101 (organizations), 103 (audience) and those that count by year and region.
constexpr std::array<Facet, 8> counted{Facet::audience, Facet::role,        Facet::kind,
                                       Facet::year,     Facet::region,      Facet::host_region,
                                       Facet::support,  Facet::organization};

CountQuestion question_of(const Period& period, Language language) {
  CountQuestion question;
  question.period = period;
  question.language = language;
  return question;
}

Row total_row(const std::string& words, std::uint64_t total) {
  return {{}, {plain_cell(words), plain_cell(fmt::format("{}", total))}};
}

}  // namespace

Table report(const View& view, Facets& facets, const Period& period, Language language) {
  const bool zh = language == Language::zh;
  const Vocabulary& vocabulary = view.of().vocabulary();
  Table table;
  table.language = tag(language);
  table.title =
      zh ? period_words(period, language) + "委员会的活动：数字和附件草稿"
         : "Activities of the Committee" + period_words(period, language) + ": draft figures and annexes";
  table.columns = {{zh ? "数字" : "Figure", {}, {}}, {zh ? "合计" : "Total", {}, Align::right}};
  Section& totals = table.sections.emplace_back();
  CountQuestion question = question_of(period, language);
  totals.rows.push_back(total_row(zh ? "活动" : "Activities", count(view, facets, question).total));
  for (const AnnexRule* rule : annexes_in_order()) {
    Table annex = rule->rebuilt(view, period, language);
    std::uint64_t rows = 0;
    for (const Section& section : annex.sections)
      rows += section.rows.size();
    totals.rows.push_back(total_row(annex_name(*rule, language) + (zh ? "的行数" : ", rows"), rows));
    table.tables.push_back(std::move(annex));
  }
  std::vector<Table> counts;
  for (const Facet facet : counted) {
    question.by = {facet};
    counts.push_back(count_table(count(view, facets, question), question, vocabulary));
  }
  table.tables.insert(table.tables.begin(), std::make_move_iterator(counts.begin()),
                      std::make_move_iterator(counts.end()));
  return table;
}

}  // namespace daybook
