// Annex IV: requests for assistance, a row a State, what was answered, and three summary tables.
#include "assistance.h"
#include "assistance_tables.h"
#include "list_table.h"
#include "name_order.h"
#include "period_words.h"

namespace daybook::annex_iv {

namespace {

std::string days_cell(const AssistanceOfState& state, Language language) {
  std::string cell;
  for (const AssistanceRequested* request : state.requests)
    cell += (cell.empty()               ? ""
             : language == Language::en ? " and "
                                        : "和") +
            day_in(request->dates.first, language);
  return cell;
}

// The requests of each day stand under it where there is more than one.
std::string requests_cell(const AssistanceOfState& state, Language language) {
  std::vector<std::string> lines;
  for (const AssistanceRequested* request : state.requests) {
    if (state.requests.size() > 1) lines.push_back("(" + day_in(request->dates.first, language) + ")");
    lines.insert(lines.end(), request->requests.begin(), request->requests.end());
  }
  return paragraphs(lines);
}

std::string_view mark_of(AnswerKind kind) {
  if (kind == AnswerKind::past_training) return "b";
  return kind == AnswerKind::discussion ? "c" : "";
}

Cell answers_cell(const AssistanceOfState& state, const Vocabulary& vocabulary, Language language,
                  CivilDate on) {
  std::string printed;
  for (const AssistanceAnswered* answer : state.answers) {
    const Organization* body = vocabulary.organization(answer->organization);
    const std::string name = !answer->state.empty()
                                 ? std::string(vocabulary.state_name(answer->state, tag(language), on))
                             : body == nullptr          ? answer->organization
                             : language == Language::en ? body->en
                                                        : body->zh;
    if (!printed.empty()) printed += '\n';
    printed += name;
    if (const std::string_view mark = mark_of(answer->kind); !mark.empty()) (printed += ' ') += mark;
  }
  return cell_of_print(printed);
}

std::vector<Footnote> footnotes(Language language) {
  if (language == Language::en)
    return {
        {"a", "Request received before the period; the State has confirmed that it remains valid."},
        {"b", "Training courses on the International Ship and Port Facility Security Code held in the past."},
        {"c", "In cooperation and discussion with the State on its needs."}};
  return {
      {"a",
       "上一报告所述期间收到的援助请求和援助意向。2016年全面审查之后，委员会主席于2019年3月12日致函已在委员会"
       "网站上发布其援助请求的国家，询问这些请求是否仍然有效。该国确认其请求仍然有效。"},
      {"b", "以往举办的国际船舶和港口设施保安规则培训班。"},
      {"c", "目前正与该国就其需要开展合作和讨论。"}};
}

Table rebuilt(const View& view, const Period& period, Language language) {
  const bool english = language == Language::en;
  const Vocabulary& vocabulary = view.of().vocabulary();
  const CivilDate on = naming_day(period);
  const auto states = assistance(view, period);
  Table table;
  table.annex = "iv";
  table.language = tag(language);
  table.title =
      english
          ? "Member States that have submitted assistance requests to the Security Council Committee "
            "established pursuant to resolution 1540 (2004)" +
                period_words(period, language)
          : period_words(period, language) + "向安全理事会第1540(2004)号决议所设委员会提出援助请求的会员国";
  for (const auto& [zh, en] :
       {std::pair("日期", "Date"), std::pair("请求援助的国家", "Requesting State"),
        std::pair("援助请求", "Assistance requested"), std::pair("应请求提供的援助", "Assistance offered")})
    table.columns.push_back({english ? en : zh, {}, {}});
  Section& section = table.sections.emplace_back();
  for (const AssistanceOfState& state : states)
    section.rows.push_back(
        {state.stream,
         {plain_cell(days_cell(state, language)),
          Cell{{{list_name(state.stream, vocabulary, language, on), state.carried_over ? "a" : ""}}},
          plain_cell(requests_cell(state, language)), answers_cell(state, vocabulary, language, on)}});
  add_used_footnotes(table, footnotes(language));
  if (!english) table.abbreviations = abbreviations(table, vocabulary);
  table.tables = assistance_tables(view, states, period, language);
  return table;
}

}  // namespace

const AnnexRule& rule() {
  static constexpr AnnexRule known{"iv", rebuilt};
  return known;
}

}  // namespace daybook::annex_iv
