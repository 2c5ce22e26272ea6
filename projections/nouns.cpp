#include "daybook/projections/nouns.h"

#include <algorithm>

#include <fmt/format.h>

#include "name_order.h"
#include "submissions.h"
#include "wording_of.h"

namespace daybook {

namespace {

using Items = std::vector<Item>;

// What all items of a question share.
struct Asked {
  const View& view;
  Period period;
  Language language;

  const Vocabulary& vocabulary() const { return view.of().vocabulary(); }
};

Item item_of_stream(const Asked& asked, const std::string& stream, std::optional<CivilDate> date) {
  const CivilDate on = date.value_or(naming_day(asked.period));
  Item item{stream, date, {}, list_name(stream, asked.vocabulary(), asked.language, on)};
  const std::string state = state_of(stream);
  if (state.empty()) return item;
  item.facets["state"] = {state};
  item.facets["region"] = {std::string(asked.vocabulary().region(state, on))};
  return item;
}

void add_year(Item& item) {
  if (item.date) item.facets["year"] = {fmt::format("{}", item.date->year())};
}

template <class E>
std::vector<std::string> names_of(const std::vector<E>& values) {
  std::vector<std::string> names;
  for (const E value : values)
    names.emplace_back(EnumNames<E>::names[static_cast<std::size_t>(value)]);
  return names;
}

std::optional<CivilDate> only(const std::vector<CivilDate>& days) {
  return days.empty() ? std::nullopt : std::optional(days.front());
}

Items reports(const Asked& asked) {
  std::map<std::string, std::pair<CivilDate, std::int64_t>> first;
  const auto facts = asked.view.facts<NationalReportSubmitted>();
  for (const auto* fact : facts) {
    const std::pair key(fact->data.date, fact->data.ordinal);
    const auto [known, added] = first.emplace(fact->stream, key);
    if (!added) known->second = std::min(known->second, key);
  }
  Items items;
  for (const auto* fact : facts) {
    if (state_of(fact->stream).empty()) continue;  // no State: other material
    Item& item = items.emplace_back(item_of_stream(asked, fact->stream, fact->data.date));
    const bool is_first = first.at(fact->stream) == std::pair(fact->data.date, fact->data.ordinal);
    item.facets["first"] = {is_first ? "yes" : "no"};
    add_year(item);
  }
  return items;
}

Items non_reporting_states(const Asked& asked) {
  Items items;
  if (asked.view.facts<NationalReportSubmitted>().empty()) return items;
  auto streams = not_reported(asked.view, asked.period);
  sort_by_english_name(streams, asked.vocabulary(), naming_day(asked.period));
  for (const std::string& stream : streams)
    items.push_back(item_of_stream(asked, stream, asked.period.to));
  return items;
}

Items action_plans(const Asked& asked) {
  Items items;
  for (const auto* fact : asked.view.facts<ActionPlanSubmitted>())
    add_year(items.emplace_back(item_of_stream(asked, fact->stream, fact->data.date)));
  return items;
}

// The years of which some requests are known by their number alone are those of an earlier review.
bool is_of_earlier_review(const Asked& asked, const AssistanceRequested& request) {
  const auto facts = asked.view.facts<AssistanceRequested>();
  return std::any_of(facts.begin(), facts.end(), [&](const auto* fact) {
    const DateRange& dates = fact->data.dates;
    return !fact->data.day_is_known() && dates.first <= request.dates.first &&
           request.dates.last <= dates.last;
  });
}

Items all_assistance_requests(const Asked& asked) {
  Items items;
  for (const auto* fact : asked.view.facts<AssistanceRequested>()) {
    Item& item = items.emplace_back(item_of_stream(asked, fact->stream, fact->data.dates.last));
    item.facets["period"] = {is_of_earlier_review(asked, fact->data) ? "previous" : "current"};
    item.facets["paragraph"] = names_of(fact->data.paragraphs);
    item.facets["type"] = names_of(fact->data.types);
    if (fact->data.day_is_known()) add_year(item);
  }
  return items;
}

// A request has a year when its day is known.
Items assistance_requests(const Asked& asked) {
  Items items = all_assistance_requests(asked);
  std::erase_if(items, [](const Item& item) { return !item.facets.contains("year"); });
  return items;
}

// No document dates the answers.
Items assistance_answers(const Asked& asked) {
  std::map<std::string, CivilDate> first;
  for (const auto* fact : asked.view.facts<AssistanceRequested>()) {
    if (!fact->data.day_is_known()) continue;
    const auto [known, added] = first.emplace(fact->stream, fact->data.dates.first);
    known->second = std::min(known->second, fact->data.dates.first);
  }
  Items items;
  for (const auto* fact : asked.view.facts<AssistanceAnswered>()) {
    const auto known = first.find(fact->stream);
    Item& item = items.emplace_back(item_of_stream(
        asked, fact->stream, known == first.end() ? std::nullopt : std::optional(known->second)));
    const bool state = !fact->data.state.empty();
    item.facets["responder"] = {state ? fact->data.state : fact->data.organization};
    item.facets["responder-type"] = {state ? "state" : "organization"};
  }
  return items;
}

Items contact_points_of(const Asked& asked, bool states) {
  Items items;
  std::map<std::string, bool> told;  // who names one again is told once
  for (const auto* fact : asked.view.facts<ContactPointNominated>()) {
    if (states == state_of(fact->stream).empty() || !told.emplace(fact->stream, true).second) continue;
    Item& item = items.emplace_back(item_of_stream(asked, fact->stream, only(fact->data.date)));
    if (!states) item.facets["organization"] = {organization_of(fact->stream)};
  }
  return items;
}

Items contact_points_of_states(const Asked& asked) {
  return contact_points_of(asked, true);
}

Items contact_points_of_bodies(const Asked& asked) {
  return contact_points_of(asked, false);
}

Items experts(const Asked& asked) {
  Items items;
  for (const auto* fact : asked.view.facts<ExpertAppointed>()) {
    const auto until = only(fact->data.until);
    if (until && *until < naming_day(asked.period)) continue;
    items.push_back({fact->stream,
                     asked.period.to,
                     {{"state", {fact->data.state}}},
                     title_in(fact->data.name, asked.language)});
  }
  return items;
}

Items coordinators(const Asked& asked) {
  Items items;
  for (const auto* fact : asked.view.facts<CoordinatorAssigned>()) {
    const auto& [group, state, year] = fact->data;
    Item& item = items.emplace_back(item_of_stream(asked, "state/" + state, std::nullopt));
    item.id = fact->stream;
    item.facets.erase("region");
    item.facets["working-group"] = {fmt::format("{}", group)};
    item.facets["year"] = {fmt::format("{}", year)};
  }
  return items;
}

Items documents(const Asked& asked) {
  Items items;
  for (const auto* fact : asked.view.facts<DocumentIssued>())
    items.push_back({fact->stream,
                     only(fact->data.date),
                     {{"section", names_of(std::vector{fact->data.kind})}},
                     title_in(fact->data.title, asked.language)});
  return items;
}

// As item_nouns.
constexpr std::array<Items (*)(const Asked&), item_nouns.size()> answers{reports,
                                                                         non_reporting_states,
                                                                         action_plans,
                                                                         assistance_requests,
                                                                         all_assistance_requests,
                                                                         assistance_answers,
                                                                         contact_points_of_states,
                                                                         contact_points_of_bodies,
                                                                         experts,
                                                                         coordinators,
                                                                         documents};

}  // namespace

result<std::vector<Item>> items_of(const View& view, std::string_view noun, const Period& period,
                                   Language language) {
  const auto found = std::find(item_nouns.begin(), item_nouns.end(), noun);
  if (found == item_nouns.end())
    return fail(ErrorCode::value, fmt::format("\"{}\" is nothing that can be counted", noun),
                fmt::format("one of: {}", fmt::join(item_nouns, ", ")));
  return answers[static_cast<std::size_t>(found - item_nouns.begin())]({view, period, language});
}

}  // namespace daybook
