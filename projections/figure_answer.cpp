#include "figure_answer.h"

#include <algorithm>

#include "daybook/projections/count.h"
#include "daybook/projections/list.h"

#include "wording_of.h"

namespace daybook {

namespace {

// REQUIRES: a name that read_figure_question() has let through.
Facet facet_named(const std::string& name) {
  return read_facet(name).value_or(Facet::kind);
}

std::vector<Condition> conditions_of(const View& view, Facets& facets, const FigureQuestion& question) {
  std::vector<Condition> conditions;
  for (const FigureCondition& condition : question.where)
    conditions.push_back({facet_named(condition.facet), condition.values});
  if (!question.by.empty()) {
    const Facet by = facet_named(question.by);
    conditions.push_back({by, facets.at(view, by, question.roll_up).values});
  }
  return conditions;
}

std::uint64_t count_activities(const View& view, Facets& facets, const FigureQuestion& question) {
  CountQuestion counted;
  counted.where = conditions_of(view, facets, question);
  counted.period = question.period;
  counted.roll_up = question.roll_up;
  counted.grouped = question.grouped;
  if (question.distinct.empty()) return count(view, facets, counted).total;
  counted.by = {facet_named(question.distinct)};
  const Counts counts = count(view, facets, counted);
  return static_cast<std::uint64_t>(
      std::count_if(counts.lines.begin(), counts.lines.end(), [&](const CountLine& line) {
        return line.count >= question.at_least && line.count <= question.at_most;
      }));
}

// A question about requests is about those that annex IV lists, unless it asks for a review: of the earlier
// one most are known by their number alone.
std::vector<Item> items_in(const View& view, const FigureQuestion& question,
                           Language language = Language::zh) {
  const bool asks_for_review = std::any_of(question.where.begin(), question.where.end(),
                                           [](const auto& condition) { return condition.facet == "period"; });
  const std::string noun = asks_for_review ? "all-" + question.noun : question.noun;
  return items_of(view, noun, question.period, language).value_or(std::vector<Item>());
}

}  // namespace

std::optional<std::uint64_t> answer(const View& view, Facets& facets, const FigureQuestion& question) {
  if (question.noun == "activities")
    return view.end() == 0 ? std::nullopt : std::optional(count_activities(view, facets, question));
  const auto items = items_in(view, question);
  return items.empty() ? std::nullopt : std::optional(count_items(items, question));
}

Item item_of(const View& view, VersionIndex v, Language language) {
  const ActivityVersion version = view.of().version(v);
  return {version.id, version.activity.dates.front().first, {}, title_in(version.activity.title, language)};
}

std::vector<Item> rows_behind(const View& view, Facets& facets, const FigureQuestion& question,
                              Language language) {
  if (question.noun != "activities") return items_that_meet(items_in(view, question, language), question);
  std::vector<Item> rows;
  const ListQuestion listed{conditions_of(view, facets, question), question.period, question.roll_up,
                            language};
  for (const VersionIndex version : select(view, facets, listed))
    rows.push_back(item_of(view, version, language));
  return rows;
}

}  // namespace daybook
