#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "daybook/projections/reconcile.h"

#include "wording_of.h"

namespace daybook {

namespace {

constexpr std::size_t rows_max = 30;  // behind one figure; the JSON has all

std::string verdict_word(Verdict verdict, Language language) {
  constexpr std::array<std::string_view, 3> zh{"一致", "不一致", "无法回答"};
  constexpr std::array<std::string_view, 3> en{"agrees", "differs", "cannot be answered"};
  return std::string((language == Language::zh ? zh : en)[static_cast<std::size_t>(verdict)]);
}

Cell number_cell(const std::optional<std::int64_t>& number) {
  return plain_cell(number ? fmt::format("{}", *number) : std::string());
}

Row figure_row(const ReconciledFigure& figure, Language language) {
  return {{},
          {plain_cell(figure.paragraph), plain_cell(figure.words), number_cell(figure.published),
           number_cell(figure.computed), number_cell(figure.grouped),
           plain_cell(figure.difference() == 0 ? std::string() : fmt::format("{:+}", figure.difference())),
           plain_cell(verdict_word(figure.verdict, language)), plain_cell(figure.question),
           plain_cell(figure.note)}};
}

Row row_behind(const ReconciledFigure& figure, const RowBehind& row, Language language) {
  const bool zh = language == Language::zh;
  std::string words = row.id;
  if (row.date) {
    const DateRange day{*row.date, *row.date};
    words += (words.empty() ? "" : "  ") + dates_in({&day, 1}, language);
  }
  words += (words.empty() ? "" : "  ") + row.words;
  const char* why = row.named ? (zh ? "说明中提到" : "named in the note") : zh ? "计入" : "counted";
  return {row.id,
          {plain_cell(figure.paragraph), plain_cell(std::move(words)), {}, {}, {}, {}, plain_cell(why)}};
}

void add_rows_behind(Section& section, const ReconciledFigure& figure, Language language) {
  const bool zh = language == Language::zh;
  const std::size_t shown = std::min(figure.rows.size(), rows_max);
  for (std::size_t i = 0; i < shown; ++i)
    section.rows.push_back(row_behind(figure, figure.rows[i], language));
  if (const std::size_t more = figure.rows.size() - shown; more > 0)
    section.rows.push_back(
        {{},
         {plain_cell(figure.paragraph),
          plain_cell(fmt::format(fmt::runtime(zh ? "……另有{}行(--format json 全部列出)"
                                                 : "… and {} more (--format json has all)"),
                                 more))}});
}

std::string summary(const std::vector<ReconciledFigure>& figures, Language language) {
  std::array<std::size_t, 3> n{};
  for (const ReconciledFigure& figure : figures)
    ++n[static_cast<std::size_t>(figure.verdict)];
  return fmt::format(
      fmt::runtime(language == Language::zh ? "共{}个数字：{}个一致，{}个不一致，{}个无法回答。"
                                            : "{} figures: {} agree, {} differ, {} cannot be answered."),
      figures.size(), n[0], n[1], n[2]);
}

}  // namespace

Table reconcile_table(const std::vector<ReconciledFigure>& figures, const ReconcileQuestion& question) {
  const bool zh = question.language == Language::zh;
  Table table;
  table.language = tag(question.language);
  table.title = zh ? "公布的数字与记录的核对" : "Published figures against the record";
  const auto columns = zh ? std::array{"段次", "原文", "公布", "计算", "归并后", "差", "结论", "问题", "说明"}
                          : std::array{"Paragraph",  "Words",   "Published", "Computed", "As grouped",
                                       "Difference", "Verdict", "Question",  "Note"};
  for (std::size_t i = 0; i < columns.size(); ++i)
    table.columns.push_back({columns[i], {}, i >= 2 && i <= 5 ? Align::right : Align::left});
  for (const ReconciledFigure& figure : figures) {
    if (table.sections.empty() || table.sections.back().heading != figure.document)
      table.sections.push_back({figure.document, {}, {}});
    table.sections.back().rows.push_back(figure_row(figure, question.language));
    add_rows_behind(table.sections.back(), figure, question.language);
  }
  table.notes.push_back(summary(figures, question.language));
  return table;
}

}  // namespace daybook
