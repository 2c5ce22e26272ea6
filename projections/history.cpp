#include "daybook/projections/history.h"

#include <map>
#include <set>

#include <fmt/format.h>

#include "daybook/projections/annex.h"

#include "wording_of.h"

namespace daybook {

namespace {

template <class E>
std::string name_of(E value) {
  return std::string(EnumNames<E>::names[static_cast<std::size_t>(value)]);
}

// Every field in words, in the order of the form.
std::vector<std::pair<std::string, std::string>> fields_of(const ActivityRecorded& activity,
                                                           const Vocabulary& vocabulary, Language language) {
  const CivilDate on = activity.dates.front().first;
  StringList audience;
  for (const Audience one : activity.audience)
    audience.push_back(name_of(one));
  std::vector<std::pair<std::string, std::string>> fields{
      {"dates", dates_in(activity.dates, language)},
      {"place", place_in(activity.place, vocabulary, on, language)},
      {"organizers", parties_in(activity.organizers, vocabulary, on, language)},
      {"participants", parties_in(activity.participants, vocabulary, on, language)},
      {"kind", name_of(activity.kind)},
      {"role", name_of(activity.role)},
      {"audience", fmt::format("{}", fmt::join(audience, ";"))},
      {"states", fmt::format("{}", fmt::join(activity.states, ";"))},
      {"regions", fmt::format("{}", fmt::join(activity.regions, ";"))},
  };
  std::size_t at = 2;
  for (const auto& [tag, text] : activity.title)
    fields.insert(fields.begin() + static_cast<std::ptrdiff_t>(at++), {"title." + tag, text});
  return fields;
}

std::string words_of(const ListingEntry& listing) {
  return fmt::format("{}, annex {}, row {}", listing.document, listing.annex, listing.row);
}

std::optional<ActivityRecorded> as_known(const View& view, ActivityIndex activity) {
  const auto version = view.version_of(activity);
  return version ? std::optional(view.of().version(*version).activity) : std::nullopt;
}

// Adds where a stretch that the view knows begins and ends.
void add_ends(const View& view, const Stretch& stretch, std::set<EventCount>& positions) {
  for (const EventCount end : {stretch.from, stretch.to})
    if (end < view.size()) positions.insert(end);
}

void add_own_positions(const View& view, ActivityIndex activity, std::set<EventCount>& positions) {
  const Register& reg = view.of();
  const VersionColumns& versions = reg.versions();
  for (VersionIndex v = reg.last_version(activity); v != no_version; v = versions.before[v])
    add_ends(view, {0, versions.from[v], versions.to[v]}, positions);
  reg.for_each_listing_of(activity, [&](const ListingEntry& listing) { add_ends(view, listing, positions); });
  for (const auto& group : reg.facts<ActivitiesGrouped>())
    for (const std::string& id : group.data.activities)
      if (id == reg.activity_id(activity)) add_ends(view, group, positions);
}

// What the event at `position` did that no field of the activity shows.
void add_other_changes(const View& view, ActivityIndex activity, EventCount position,
                       std::vector<FieldDifference>& changes) {
  const Register& reg = view.of();
  const auto add = [&](const Stretch& stretch, const char* field, const std::string& words) {
    if (stretch.from == position) changes.push_back({field, {}, words});
    if (stretch.to == position) changes.push_back({field, words, {}});
  };
  reg.for_each_listing_of(activity,
                          [&](const ListingEntry& listing) { add(listing, "listing", words_of(listing)); });
  for (const MergeEntry& merge : reg.merges())
    if (merge.given_up == activity || merge.survivor == activity)
      add(merge, "merged",
          fmt::format("{} → {}", reg.activity_id(merge.given_up), reg.activity_id(merge.survivor)));
  for (const auto& group : reg.facts<ActivitiesGrouped>())
    add(group, "group", fmt::format("{}", fmt::join(group.data.activities, ", ")));
}

}  // namespace

std::vector<FieldDifference> differences(const ActivityRecorded* before, const ActivityRecorded* after,
                                         const Vocabulary& vocabulary, Language language) {
  std::vector<FieldDifference> found;
  const auto old_fields = before == nullptr ? decltype(fields_of(*before, vocabulary, language))()
                                            : fields_of(*before, vocabulary, language);
  const auto new_fields = after == nullptr ? decltype(old_fields)() : fields_of(*after, vocabulary, language);
  const std::map<std::string, std::string> olds(old_fields.begin(), old_fields.end());
  const std::map<std::string, std::string> news(new_fields.begin(), new_fields.end());
  const auto words = [](const auto& fields, const std::string& field) {
    const auto known = fields.find(field);
    return known == fields.end() ? std::string() : known->second;
  };
  for (const auto& [field, text] : new_fields)
    if (words(olds, field) != text) found.push_back({field, words(olds, field), text});
  for (const auto& [field, text] : old_fields)
    if (!news.contains(field) && !text.empty()) found.push_back({field, text, {}});
  return found;
}

std::vector<EventCount> positions_about(const View& view, ActivityIndex activity) {
  std::set<EventCount> positions;
  std::set<ActivityIndex> about{activity};
  for (const MergeEntry& merge : view.of().merges())
    if (merge.survivor == activity) {
      add_ends(view, merge, positions);
      about.insert(merge.given_up);
    }
  for (const ActivityIndex one : view.given_up_for(activity))
    about.insert(one);
  for (const ActivityIndex one : about)
    add_own_positions(view, one, positions);
  return {positions.begin(), positions.end()};
}

std::vector<HistoryEntry> history(const View& view, ActivityIndex activity,
                                  const std::vector<EventCount>& positions, std::vector<Envelope> events,
                                  Language language) {
  std::vector<HistoryEntry> entries;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    HistoryEntry entry{positions[i], std::move(events[i]), {}};
    const auto id = std::string_view(entry.event.stream).substr(entry.event.stream.find('/') + 1);
    const ActivityIndex about = view.of().find_activity(id).value_or(activity);
    const auto before = as_known(view.of().at(positions[i]), about);
    const auto after = as_known(view.of().at(positions[i] + 1), about);
    entry.changes =
        differences(before ? &*before : nullptr, after ? &*after : nullptr, view.of().vocabulary(), language);
    add_other_changes(view, about, positions[i], entry.changes);
    entries.push_back(std::move(entry));
  }
  return entries;
}

Table history_table(const std::string& id, const std::vector<HistoryEntry>& entries, Language language) {
  const bool zh = language == Language::zh;
  Table table;
  table.language = tag(language);
  table.title = id;
  for (const char* heading :
       zh ? std::array{"位置", "项目", "原为", "现为"} : std::array{"Position", "Field", "Was", "Is"})
    table.columns.push_back({heading, {}, {}});
  table.columns.front().align = Align::right;
  for (const HistoryEntry& entry : entries) {
    Section section;
    section.heading = fmt::format("{}  {}  {}", entry.event.recorded_at, entry.event.type, entry.event.actor);
    // An entry that was given up for this one had its own history.
    if (const std::string& stream = entry.event.stream; stream != "activity/" + id)
      section.heading += "  " + stream.substr(stream.find('/') + 1);
    if (!entry.event.source.empty()) section.heading += "  (" + entry.event.source + ")";
    if (!entry.event.reason.empty()) section.heading += (zh ? "  理由：" : "  reason: ") + entry.event.reason;
    for (const FieldDifference& change : entry.changes)
      section.rows.push_back({{},
                              {plain_cell(fmt::format("{}", entry.position)), plain_cell(change.field),
                               cell_of_print(change.old_words), cell_of_print(change.new_words)}});
    table.sections.push_back(std::move(section));
  }
  return table;
}

Value history_value(const std::vector<HistoryEntry>& entries) {
  Value::List list;
  for (const HistoryEntry& entry : entries) {
    Value::List changes;
    for (const FieldDifference& change : entry.changes)
      changes.push_back({Value::Object{{"field", Value{change.field}},
                                       {"old", Value{change.old_words}},
                                       {"new", Value{change.new_words}}}});
    list.push_back({Value::Object{{"event", Value{entry.event.id}},
                                  {"position", Value{std::int64_t{entry.position}}},
                                  {"type", Value{entry.event.type}},
                                  {"recorded_at", Value{entry.event.recorded_at}},
                                  {"actor", Value{entry.event.actor}},
                                  {"reason", Value{entry.event.reason}},
                                  {"source", Value{entry.event.source}},
                                  {"changes", Value{std::move(changes)}}}});
  }
  return {std::move(list)};
}

}  // namespace daybook
