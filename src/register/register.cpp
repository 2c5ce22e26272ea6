#include "daybook/register/register.h"

#include <algorithm>

#include <fmt/format.h>

namespace daybook {

namespace {

constexpr std::string_view activity_stream = "\"activity/";

std::string_view unquoted(std::string_view bytes) {
  return bytes.size() < 2 ? bytes : bytes.substr(1, bytes.size() - 2);
}

// Months since 1970-01.
Code month_of(CivilDate day) {
  const auto ymd = day.ymd();
  return static_cast<Code>((static_cast<int>(ymd.year()) - 1970) * 12 +
                           static_cast<int>(static_cast<unsigned>(ymd.month())) - 1);
}

}  // namespace

Register::Register(const Vocabulary& vocabulary) : vocabulary_(&vocabulary) {
  for (const State& state : vocabulary.states())
    for (std::size_t i = 1; i < state.periods.size(); ++i)
      if (state.periods[i].group != state.periods[i - 1].group)
        eras_.push_back(state.periods[i].valid.first.days_since_epoch());
  std::sort(eras_.begin(), eras_.end());
  regions_served_.resize(eras_.size() + 1);
  regions_of_host_.resize(eras_.size() + 1);
}

void Register::reserve(EventCount events) {
  activities_.reserve(events);
  revisions_.reserve(events);
  last_listing_.reserve(events);
  last_version_.reserve(events);
  VersionColumns& to = versions_;
  for (auto* column : {&to.activity, &to.from, &to.to, &to.before, &to.dates, &to.month, &to.kind, &to.role,
                       &to.audience, &to.place, &to.organizers, &to.participants, &to.parties, &to.states,
                       &to.named_regions, &to.regions, &to.host_regions})
    column->reserve(events);
  to.first_day.reserve(events);
  to.last_day.reserve(events);
  to.title.reserve(events);
}

std::size_t Register::era_of(std::int32_t day) const {
  return static_cast<std::size_t>(std::upper_bound(eras_.begin(), eras_.end(), day) - eras_.begin());
}

ActivityIndex Register::activity_of(const HashedBytes& stream, bool& added) {
  const auto [index, is_new] = activities_.add(stream);
  added = is_new;
  if (!added) {
    ++revisions_[index];
    return index;
  }
  revisions_.push_back(0);
  last_listing_.push_back(no_listing);
  last_version_.push_back(no_version);
  return index;
}

std::string_view Register::activity_id(ActivityIndex activity) const {
  const auto stream = unquoted(activities_[activity]);
  return stream.substr(std::min(activity_stream.size() - 1, stream.size()));
}

Code Register::pair_code(Code organizers, Code participants) {
  const std::uint64_t key = (std::uint64_t{organizers} << 32) | participants;
  const auto [known, added] = pair_codes_.try_emplace(key, static_cast<Code>(party_pairs_.size()));
  if (added) party_pairs_.emplace_back(organizers, participants);
  return known->second;
}

// The groups named, and those of the States, in the order of region_codes.
result<Code> Register::groups_of(const StringList& states, const StringList& named, CivilDate on) {
  StringList groups;
  for (const auto code : region_codes) {
    const bool stands = std::find(named.begin(), named.end(), code) != named.end() ||
                        std::any_of(states.begin(), states.end(), [&](const auto& state) {
                          return vocabulary_->region(state, on) == code;
                        });
    if (stands) groups.emplace_back(code);
  }
  return groups.empty() ? result<Code>(Code{0}) : string_lists_.code_of(HashedBytes(encode(groups)));
}

result<Code> Register::regions_served(Code states, Code named, std::int32_t day) {
  auto& known = regions_served_[era_of(day)];
  const std::uint64_t key = (std::uint64_t{states} << 32) | named;
  if (const auto found = known.find(key); found != known.end()) return found->second;
  const auto code = groups_of(string_lists_[states], string_lists_[named], CivilDate::from_days(day));
  if (code) known.emplace(key, *code);
  return code;
}

result<Code> Register::regions_of_host(Code place, std::int32_t day) {
  auto& known = regions_of_host_[era_of(day)];
  if (const auto found = known.find(place); found != known.end()) return found->second;
  const auto code = groups_of(places_[place].states, {}, CivilDate::from_days(day));
  if (code) known.emplace(place, *code);
  return code;
}

result<void> Register::add_version(ActivityIndex activity, const EventSlices& event) {
  const auto dates = dates_.code_of(event.dates);
  const auto audience = audiences_.code_of(event.audience);
  const auto place = places_.code_of(event.place);
  const auto organizers = party_lists_.code_of(event.organizers);
  const auto participants = party_lists_.code_of(event.participants);
  const auto states = string_lists_.code_of(event.states);
  const auto named = string_lists_.code_of(event.regions);
  for (const auto* code : {&dates, &audience, &place, &organizers, &participants, &states, &named})
    if (!*code) return fail(code->error());
  const auto kind = json::read<Kind>(event.activity[member_index<ActivityRecorded>("kind")]);
  if (!kind) return fail(kind.error());
  const auto role = json::read<Role>(event.activity[member_index<ActivityRecorded>("role")]);
  if (!role) return fail(role.error());
  if (!event.range && dates_[*dates].empty()) return fail(ErrorCode::event, "an activity has no date");
  const CivilDate first = event.range ? event.range->first : dates_[*dates].front().first;
  const CivilDate last = event.range ? event.range->last : dates_[*dates].back().last;
  const auto regions = regions_served(*states, *named, first.days_since_epoch());
  if (!regions) return fail(regions.error());
  const auto host_regions = regions_of_host(*place, first.days_since_epoch());
  if (!host_regions) return fail(host_regions.error());

  versions_.activity.push_back(activity);
  versions_.from.push_back(size_);
  versions_.to.push_back(no_end);
  versions_.before.push_back(last_version_[activity]);
  last_version_[activity] = static_cast<VersionIndex>(versions_.activity.size() - 1);
  versions_.first_day.push_back(first.days_since_epoch());
  versions_.last_day.push_back(last.days_since_epoch());
  versions_.dates.push_back(*dates);
  versions_.month.push_back(month_of(first));
  versions_.kind.push_back(static_cast<Code>(*kind));
  versions_.role.push_back(static_cast<Code>(*role));
  versions_.audience.push_back(*audience);
  versions_.place.push_back(*place);
  versions_.organizers.push_back(*organizers);
  versions_.participants.push_back(*participants);
  versions_.parties.push_back(pair_code(*organizers, *participants));
  versions_.states.push_back(*states);
  versions_.named_regions.push_back(*named);
  versions_.regions.push_back(*regions);
  versions_.host_regions.push_back(*host_regions);
  versions_.title.push_back(arena_.keep(event.activity[member_index<ActivityRecorded>("title")]));
  return {};
}

void Register::add_version_again(VersionIndex version) {
  VersionColumns& to = versions_;
  const ActivityIndex activity = to.activity[version];
  for (auto* column :
       {&to.activity, &to.dates, &to.month, &to.kind, &to.role, &to.audience, &to.place, &to.organizers,
        &to.participants, &to.parties, &to.states, &to.named_regions, &to.regions, &to.host_regions})
    column->push_back((*column)[version]);
  to.from.push_back(size_);
  to.to.push_back(no_end);
  to.before.push_back(last_version_[activity]);
  to.first_day.push_back(to.first_day[version]);
  to.last_day.push_back(to.last_day[version]);
  to.title.push_back(to.title[version]);
  last_version_[activity] = static_cast<VersionIndex>(to.activity.size() - 1);
}

std::optional<ActivityIndex> Register::find_activity(std::string_view id) const {
  const std::string stream = std::string(activity_stream) + std::string(id) + '"';
  return activities_.find(HashedBytes(stream));
}

ActivityVersion Register::version(VersionIndex v) const {
  ActivityVersion version;
  version.id = activity_id(versions_.activity[v]);
  ActivityRecorded& activity = version.activity;
  activity.audience = audiences_[versions_.audience[v]];
  activity.dates = dates_[versions_.dates[v]];
  if (activity.dates.empty())
    activity.dates = {
        {CivilDate::from_days(versions_.first_day[v]), CivilDate::from_days(versions_.last_day[v])}};
  activity.kind = static_cast<Kind>(versions_.kind[v]);
  activity.organizers = party_lists_[versions_.organizers[v]];
  activity.participants = party_lists_[versions_.participants[v]];
  activity.place = places_[versions_.place[v]];
  activity.regions = string_lists_[versions_.named_regions[v]];
  activity.role = static_cast<Role>(versions_.role[v]);
  activity.states = string_lists_[versions_.states[v]];
  if (auto title = decode<json::StringMap>(versions_.title[v])) activity.title = std::move(*title);
  version.regions = string_lists_[versions_.regions[v]];
  version.host_regions = string_lists_[versions_.host_regions[v]];
  return version;
}

View Register::at(EventCount n) const {
  return {*this, std::min(n, size_)};
}
View Register::now() const {
  return {*this, size_};
}

}  // namespace daybook
