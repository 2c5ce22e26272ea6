#include "daybook/projections/reconcile.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "figure_answer.h"
#include "rows_named.h"

namespace daybook {

namespace {

using Figure = Fact<FigurePublished>;

// 摘要 is 0, "26" and "26 note 4" are 26.
int number_of(const std::string& paragraph) {
  int number = 0;
  std::from_chars(paragraph.data(), paragraph.data() + paragraph.size(), number);
  return number;
}

auto key_of(const FigurePublished& figure) {
  return std::tie(figure.document, figure.paragraph, figure.words);
}

// A figure whose question was put right stays where it stood before.
std::vector<const Figure*> in_order(const View& view, const std::string& document) {
  using Key = std::tuple<std::string, std::string, std::string>;
  std::map<Key, EventCount> first_stated;
  for (const Figure& figure : view.of().facts<FigurePublished>())
    first_stated.try_emplace(key_of(figure.data), figure.position);
  std::vector<const Figure*> figures;
  for (const Figure* figure : view.facts<FigurePublished>())
    if (document.empty() || figure->data.document == document) figures.push_back(figure);
  const auto place_of = [&](const Figure* figure) {
    const FigurePublished& data = figure->data;
    return std::tuple(data.document, number_of(data.paragraph), data.paragraph,
                      first_stated.at(key_of(data)));
  };
  std::sort(figures.begin(), figures.end(), [&](auto* a, auto* b) { return place_of(a) < place_of(b); });
  return figures;
}

// The rows of that document which the note names.
std::vector<RowBehind> named_rows(const View& view, const FigurePublished& figure, Language language) {
  const auto named = rows_named(figure.note);
  std::vector<RowBehind> rows;
  std::set<VersionIndex> known;
  view.for_each_listing([&](const ListingEntry& listing, ActivityIndex activity) {
    const NamedRow row{std::string(listing.annex), listing.row};
    if (listing.document != figure.document || std::find(named.begin(), named.end(), row) == named.end())
      return;
    const auto version = view.version_of(activity);
    if (!version || !known.insert(*version).second) return;
    const Item item = item_of(view, *version, language);
    rows.push_back({item.id, item.date, item.words, true});
  });
  return rows;
}

void explain(const View& view, Facets& facets, const FigureQuestion& question, Language language,
             const FigurePublished& figure, ReconciledFigure& told) {
  told.rows = named_rows(view, figure, language);
  for (Item& item : rows_behind(view, facets, question, language))
    told.rows.push_back({std::move(item.id), item.date, std::move(item.words), false});
}

void put_before(std::string& note, const std::string& why) {
  note = note.empty() ? why : why + " " + note;
}

ReconciledFigure reconciled(const View& view, Facets& facets, const FigurePublished& figure,
                            const ReconcileQuestion& asked) {
  ReconciledFigure told;
  told.document = figure.document;
  told.paragraph = figure.paragraph;
  told.words = figure.words;
  told.published = figure.value;
  told.question = figure.question;
  told.note = figure.note;
  if (figure.question.empty()) return told;
  auto question = read_figure_question(figure.question, view.of().vocabulary());
  if (!question) {
    put_before(told.note, "The question cannot be read: " + to_string(question.error()) + ".");
    return told;
  }
  const auto computed = answer(view, facets, *question);
  if (!computed) {
    put_before(told.note, "Cannot be answered yet: the log holds no such records.");
    return told;
  }
  told.computed = static_cast<std::int64_t>(*computed);
  told.verdict = told.computed == told.published ? Verdict::agrees : Verdict::differs;
  FigureQuestion as_grouped = *question;
  as_grouped.grouped = true;
  if (const auto grouped = answer(view, facets, as_grouped); grouped != computed)
    told.grouped = static_cast<std::int64_t>(*grouped);
  if (asked.explain && told.verdict == Verdict::differs)
    explain(view, facets, *question, asked.language, figure, told);
  return told;
}

Value number_or_null(const std::optional<std::int64_t>& number) {
  return number ? Value{*number} : Value{std::monostate()};
}

Value rows_value(const std::vector<RowBehind>& rows) {
  Value::List list;
  for (const RowBehind& row : rows)
    list.push_back({Value::Object{{"id", Value{row.id}},
                                  {"date", row.date ? Value{row.date->iso()} : Value{std::monostate()}},
                                  {"words", Value{row.words}},
                                  {"named", Value{std::int64_t{row.named}}}}});
  return {std::move(list)};
}

}  // namespace

result<std::vector<ReconciledFigure>> reconcile(const View& view, Facets& facets,
                                                const ReconcileQuestion& question) {
  std::vector<ReconciledFigure> figures;
  for (const Figure* figure : in_order(view, question.document))
    figures.push_back(reconciled(view, facets, figure->data, question));
  if (!figures.empty() || question.document.empty()) return figures;
  std::set<std::string> documents;
  for (const Figure* figure : view.facts<FigurePublished>())
    documents.insert(figure->data.document);
  return fail(ErrorCode::not_found, fmt::format("the log holds no figures of \"{}\"", question.document),
              documents.empty() ? "daybook import takes them from figures.csv"
                                : fmt::format("it holds those of {}", fmt::join(documents, ", ")));
}

Value reconcile_value(const std::vector<ReconciledFigure>& figures) {
  Value::List list;
  for (const ReconciledFigure& figure : figures) {
    const auto difference = figure.computed ? std::optional(figure.difference()) : std::nullopt;
    Value::Object object{
        {"document", Value{figure.document}},
        {"paragraph", Value{figure.paragraph}},
        {"words", Value{figure.words}},
        {"published", Value{figure.published}},
        {"computed", number_or_null(figure.computed)},
        {"difference", number_or_null(difference)},
        {"verdict", Value{std::string(EnumNames<Verdict>::names[static_cast<std::size_t>(figure.verdict)])}},
        {"question", Value{figure.question}},
        {"note", Value{figure.note}}};
    if (figure.grouped) object.emplace_back("grouped", Value{*figure.grouped});
    if (!figure.rows.empty()) object.emplace_back("rows", rows_value(figure.rows));
    list.push_back({std::move(object)});
  }
  return {std::move(list)};
}

}  // namespace daybook
