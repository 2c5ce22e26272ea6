#include "daybook/register/register.h"

#include <algorithm>

#include <fmt/format.h>

#include "daybook/base/large_pages.h"

namespace daybook {

namespace {

constexpr std::string_view before_id = "\"activity/";

}  // namespace

Register::Register(const Vocabulary& vocabulary) : vocabulary_(&vocabulary) {}
Register::~Register() = default;
Register::Register(Register&&) noexcept = default;
Register& Register::operator=(Register&&) noexcept = default;

void Register::reserve(EventCount events) {
  activities_.reserve(events);
  for (auto* by_activity : {&revisions_, &last_listing_, &last_version_})
    reserve_large(*by_activity, events);
  VersionColumns& to = versions_;
  for (auto* column : {&to.activity, &to.from, &to.to, &to.before})
    reserve_large(*column, events);
  for (auto* column : {&to.first_day, &to.last_day})
    reserve_large(*column, events);
  reserve_large(to.content, events);
}

void Register::share_texts_of(const Register& twin) {
  twin_ = &twin;
  activities_.share_bytes_of(twin.activities_);
}

std::string_view Register::kept_title(std::string_view title) {
  const std::size_t version = versions_.content.size();
  if (twin_ != nullptr && version < twin_->versions_.content.size())
    if (const auto known = twin_->versions_.content[version].title; known == title) return known;
  return arena_.keep(title);
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
  const auto stream = json::unquoted(activities_[activity]);
  return stream.substr(std::min(before_id.size() - 1, stream.size()));
}

StringList groups_of(const StringList& states, const StringList& named, CivilDate on,
                     const Vocabulary& vocabulary) {
  StringList groups;
  for (const auto code : region_codes) {
    const bool stands = std::find(named.begin(), named.end(), code) != named.end() ||
                        std::any_of(states.begin(), states.end(),
                                    [&](const auto& state) { return vocabulary.region(state, on) == code; });
    if (stands) groups.emplace_back(code);
  }
  return groups;
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
  const std::string_view title = kept_title(event.activity[member_index<ActivityRecorded>("title")]);
  add_version(activity, first.days_since_epoch(), last.days_since_epoch(),
              {*dates, *kind, *role, *audience, *place, *organizers, *participants, *states, *named, title});
  return {};
}

void Register::add_version(ActivityIndex activity, std::int32_t first_day, std::int32_t last_day,
                           const VersionContent& content) {
  versions_.activity.push_back(activity);
  versions_.from.push_back(size_);
  versions_.to.push_back(no_end);
  versions_.before.push_back(last_version_[activity]);
  versions_.first_day.push_back(first_day);
  versions_.last_day.push_back(last_day);
  versions_.content.push_back(content);
  last_version_[activity] = static_cast<VersionIndex>(versions_.activity.size() - 1);
}

void Register::add_version_again(VersionIndex v) {
  const VersionContent content = versions_.content[v];
  add_version(versions_.activity[v], versions_.first_day[v], versions_.last_day[v], content);
}

std::optional<ActivityIndex> Register::find_activity(std::string_view id) const {
  const std::string stream = std::string(before_id) + std::string(id) + '"';
  return activities_.find(HashedBytes(stream));
}

ActivityVersion Register::version(VersionIndex v) const {
  const VersionContent& content = versions_.content[v];
  const CivilDate first = CivilDate::from_days(versions_.first_day[v]);
  ActivityVersion version;
  version.id = activity_id(versions_.activity[v]);
  ActivityRecorded& activity = version.activity;
  activity.audience = audiences_[content.audience];
  activity.dates = dates_[content.dates];
  if (activity.dates.empty()) activity.dates = {{first, CivilDate::from_days(versions_.last_day[v])}};
  activity.kind = content.kind;
  activity.organizers = party_lists_[content.organizers];
  activity.participants = party_lists_[content.participants];
  activity.place = places_[content.place];
  activity.regions = string_lists_[content.regions];
  activity.role = content.role;
  activity.states = string_lists_[content.states];
  if (auto title = decode<json::StringMap>(content.title)) activity.title = std::move(*title);
  version.regions = groups_of(activity.states, activity.regions, first, *vocabulary_);
  version.host_regions = groups_of(activity.place.states, {}, first, *vocabulary_);
  return version;
}

View Register::at(EventCount n) const {
  return {*this, std::min(n, size_)};
}
View Register::now() const {
  return {*this, size_};
}

}  // namespace daybook
