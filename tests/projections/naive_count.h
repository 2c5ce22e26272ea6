// Counting without the register, its columns and its dictionaries: the events of the log are decoded one by
// one and each activity is asked what it has. Slow, and plain enough to be believed.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "daybook/events/decode_event.h"
#include "daybook/projections/count.h"

#include "tests/story.h"

namespace daybook {

struct NaiveActivity {
  ActivityRecorded facts;
  std::set<std::string> annexes;  // that list it
  bool left_out = false;          // when activities are counted as grouped
};

inline std::vector<NaiveActivity> decoded_activities(EventLog& log) {
  std::map<std::string, NaiveActivity> by_stream;
  auto reader = story::take(log.reader());
  story::take(reader->read({0}, {UINT64_MAX}, [&](Position, std::string_view bytes) -> result<void> {
    const Envelope event = story::take(decode_envelope(bytes));
    const AnyEvent data = story::take(decode_event(event.type, event.type_version, event.data.bytes));
    if (const auto* recorded = std::get_if<ActivityRecorded>(&data))
      by_stream[event.stream].facts = *recorded;
    if (const auto* listed = std::get_if<ActivityListed>(&data))
      by_stream[event.stream].annexes.insert(listed->annex);
    if (const auto* grouped = std::get_if<ActivitiesGrouped>(&data))
      for (std::size_t i = 1; i < grouped->activities.size(); ++i)
        by_stream["activity/" + grouped->activities[i]].left_out = true;
    return {};
  }));
  std::vector<NaiveActivity> activities;
  for (auto& [stream, activity] : by_stream)
    activities.push_back(std::move(activity));
  return activities;
}

inline void add_with_parents(const std::string& id, bool roll_up, std::set<std::string>& ids) {
  ids.insert(id);
  if (!roll_up) return;
  for (const std::string& parent : story::vocabulary().organization(id)->parents)
    add_with_parents(parent, roll_up, ids);
}

inline std::set<std::string> naive_bodies(const std::vector<Party>& parties, bool roll_up) {
  std::set<std::string> ids;
  for (const Party& party : parties)
    if (!party.organization.empty()) add_with_parents(party.organization, roll_up, ids);
  return ids;
}

inline std::set<std::string> naive_groups(const std::vector<std::string>& states, CivilDate on) {
  std::set<std::string> groups;
  for (const auto& state : states)
    groups.emplace(story::vocabulary().region(state, on));
  return groups;
}

// The values that the activity has in the facet.
inline std::set<std::string> naive_values(const NaiveActivity& activity, Facet facet, bool roll_up) {
  const ActivityRecorded& facts = activity.facts;
  const CivilDate first = facts.dates.front().first;
  const auto named = [](auto value) {
    return std::string(EnumNames<decltype(value)>::names[static_cast<std::size_t>(value)]);
  };
  std::set<std::string> values;
  switch (facet) {
    case Facet::organizer:
      return naive_bodies(facts.organizers, roll_up);
    case Facet::participant:
      return naive_bodies(facts.participants, roll_up);
    case Facet::organization:
      values = naive_bodies(facts.organizers, roll_up);
      values.merge(naive_bodies(facts.participants, roll_up));
      return values;
    case Facet::state:
      return {facts.states.begin(), facts.states.end()};
    case Facet::region:
      values = naive_groups(facts.states, first);
      values.insert(facts.regions.begin(), facts.regions.end());
      return values;
    case Facet::host_state:
      return {facts.place.states.begin(), facts.place.states.end()};
    case Facet::host_region:
      return naive_groups(facts.place.states, first);
    case Facet::year:
      return {first.iso().substr(0, 4)};
    case Facet::month:
      return {first.iso().substr(0, 7)};
    case Facet::kind:
      return {named(facts.kind)};
    case Facet::mode:
      return {named(facts.place.mode)};
    case Facet::audience:
      for (const Audience one : facts.audience)
        values.insert(named(one));
      return values;
    case Facet::support:
      for (const Party& party : facts.organizers)
        if (!party.mark.empty()) values.insert(party.mark);
      return values.empty() ? std::set<std::string>{""} : values;
    case Facet::role:
      return {named(facts.role)};
    case Facet::annex:
      return activity.annexes;
  }
  return values;
}

struct NaiveCounts {
  std::uint64_t total = 0;
  std::uint64_t without = 0;
  std::map<std::vector<std::string>, std::uint64_t> counts;
};

inline bool naive_meets(const NaiveActivity& activity, const CountQuestion& question) {
  if (question.grouped && activity.left_out) return false;
  const CivilDate first = activity.facts.dates.front().first;
  if (question.period.from && first < *question.period.from) return false;
  if (question.period.to && *question.period.to < first) return false;
  return std::all_of(question.where.begin(), question.where.end(), [&](const Condition& condition) {
    const auto values = naive_values(activity, condition.facet, question.roll_up);
    return std::any_of(condition.values.begin(), condition.values.end(),
                       [&](const auto& wanted) { return values.contains(wanted); });
  });
}

inline NaiveCounts naive_count(const std::vector<NaiveActivity>& activities, const CountQuestion& question) {
  NaiveCounts counts;
  for (const NaiveActivity& activity : activities) {
    if (!naive_meets(activity, question)) continue;
    ++counts.total;
    std::vector<std::vector<std::string>> combinations{{}};
    for (const Facet facet : question.by) {
      std::vector<std::vector<std::string>> longer;
      for (const auto& combination : combinations)
        for (const auto& value : naive_values(activity, facet, question.roll_up)) {
          longer.push_back(combination);
          longer.back().push_back(value);
        }
      combinations = std::move(longer);
    }
    if (combinations.empty()) ++counts.without;
    for (const auto& combination : combinations)
      if (!combination.empty()) ++counts.counts[combination];
  }
  return counts;
}

}  // namespace daybook
