// Annex XXII: documents of the committee's work in four sections, each in the order of dates, and pages that
// collect more in the order in which they were entered.
#include "daybook/wording/sections_zh.h"

#include "list_table.h"
#include "wording_of.h"

namespace daybook::annex_xxii {

namespace {

using DocumentFact = Fact<DocumentIssued>;

std::vector<const DocumentFact*> documents(const View& view, const Period& period, DocumentKind kind) {
  std::vector<const DocumentFact*> chosen;
  for (const DocumentFact* fact : view.facts<DocumentIssued>())
    if (fact->data.kind == kind && (fact->data.date.empty() || period.holds(fact->data.date.front())))
      chosen.push_back(fact);
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](auto* a, auto* b) { return a->data.date < b->data.date; });
  return chosen;
}

Section section_of(const View& view, const Period& period, DocumentKind kind, std::string heading,
                   Language language) {
  Section section{std::move(heading), {}, {}};
  for (const DocumentFact* fact : documents(view, period, kind)) {
    const DocumentIssued& document = fact->data;
    std::string title = title_in(document.title, language);
    if (!document.address.empty()) title += "\n" + document.address;
    section.rows.push_back({fact->stream,
                            {plain_cell(std::move(title)),
                             plain_cell(document.date.empty() ? "" : day_in(document.date.front(), language)),
                             plain_cell(document.symbol)}});
  }
  return section;
}

Table rebuilt(const View& view, const Period& period, Language language) {
  static constexpr std::array<std::string_view, 4> sections_en{
      "Security Council resolutions",
      "Reports of the Committee established pursuant to resolution 1540 (2004)",
      "Annual reviews of the implementation of resolution 1540 (2004)",
      "Programmes of work of the Committee established pursuant to resolution 1540 (2004)"};
  const bool english = language == Language::en;
  Table table;
  table.annex = "xxii";
  table.language = tag(language);
  table.title = english
                    ? "Selected documents related to the work of the Security Council Committee established "
                      "pursuant to resolution 1540 (2004)"
                    : "与安全理事会第1540(2004)号决议所设委员会工作有关的部分文件";
  for (const auto& [zh, en] :
       {std::pair("标题", "Title"), std::pair("日期", "Date"), std::pair("参考", "Reference")})
    table.columns.push_back({english ? en : zh, {}, {}});
  for (std::size_t i = 0; i < document_sections_zh.size(); ++i) {
    const auto& [kind, heading] = document_sections_zh[i];
    table.sections.push_back(
        section_of(view, period, kind, std::string(english ? sections_en[i] : heading), language));
  }
  table.sections.push_back(section_of(view, period, DocumentKind::page, {}, language));
  std::erase_if(table.sections, [](const Section& section) { return section.rows.empty(); });
  return table;
}

}  // namespace

const AnnexRule& rule() {
  static constexpr AnnexRule known{"xxii", rebuilt};
  return known;
}

}  // namespace daybook::annex_xxii
