// Applying one event to the register.
#include <fmt/format.h>

#include "daybook/register/register.h"

namespace daybook {

namespace {

constexpr std::string_view activity_stream = "activity/";

tl::unexpected<Failure> impossible(const EventSlices& event, std::string_view what) {
  return fail(ErrorCode::event, fmt::format("{} {}", event.stream.bytes, what));
}

result<std::int64_t> version_of_type(const EventSlices& event) {
  return json::read<std::int64_t>(event.type_version());
}

template <class T>
result<T> data_of(const EventSlices& event) {
  const auto version = version_of_type(event);
  if (!version) return fail(version.error());
  return decode_version<T>(*version, event.data());
}

// Calls the one whose type the event has; false when no fact has.
template <class Each>
bool for_fact_type(std::string_view type, Each each) {
  bool found = false;
  using Identities = boost::mp11::mp_transform<std::type_identity, FactTypes>;
  boost::mp11::mp_for_each<Identities>([&]<class T>(std::type_identity<T> fact) {
    if (type != T::type) return;
    found = true;
    each(fact);
  });
  return found;
}

}  // namespace

result<void> Register::apply(const EventSlices& event) {
  if (auto done = apply_any(event); !done) {
    Error error = done.error();
    error.place.file = fmt::format("position {}", size_);
    return fail(std::move(error));
  }
  ++size_;
  return {};
}

result<void> Register::apply(std::span<const EventSlices> events) {
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (const auto ahead = i + NameNumbers::ahead; ahead < events.size())
      activities_.prefetch(events[ahead].stream);
    if (auto done = apply(events[i]); !done) return done;
  }
  return {};
}

result<void> Register::apply_any(const EventSlices& event) {
  const auto type = json::unquoted(event.type());
  const bool newest = event.type_version() == "1";
  if (newest && type == ActivityRecorded::type) return apply_recorded(event);
  if (newest && type == ActivityListed::type) return apply_listed(event);
  if (newest && type == ActivityAmended::type) return apply_amended(event);
  if (newest && type == ActivityWithdrawn::type) return apply_withdrawn(event);
  if (newest && type == ActivityReinstated::type) return apply_reinstated(event);
  if (newest && type == ActivitiesMerged::type) return apply_merged(event);
  if (newest && type == FactWithdrawn::type) return apply_fact_change(event, false);
  if (newest && type == FactReinstated::type) return apply_fact_change(event, true);
  result<void> done;
  if (for_fact_type(type, [&]<class T>(std::type_identity<T>) { done = apply_fact<T>(event); })) return done;
  const auto version = version_of_type(event);
  return fail(unknown_event_type(type, version ? *version : 0));
}

result<ActivityIndex> Register::known_activity(const EventSlices& event) {
  bool added = false;
  const ActivityIndex activity = activity_of(event.stream, added);
  if (added) return impossible(event, "has not been recorded");
  return activity;
}

result<void> Register::count_in_stream(const EventSlices& event) {
  const auto stream = json::unquoted(event.stream.bytes);
  if (!stream.starts_with(activity_stream)) {
    ++events_of_[std::string(stream)];
    return {};
  }
  const auto activity = known_activity(event);
  return activity ? result<void>() : fail(activity.error());
}

std::uint64_t Register::event_count_of(std::string_view stream) const {
  if (stream.starts_with(activity_stream)) {
    const auto activity = find_activity(stream.substr(activity_stream.size()));
    return activity ? revisions_[*activity] + std::uint64_t{1} : 0;
  }
  const auto known = events_of_.find(stream);
  return known == events_of_.end() ? 0 : known->second;
}

bool Register::is_current(ActivityIndex activity) const {
  return versions_.to[last_version_[activity]] == no_end;
}

result<void> Register::apply_recorded(const EventSlices& event) {
  bool added = false;
  const ActivityIndex activity = activity_of(event.stream, added);
  if (!added) return impossible(event, "is recorded twice");
  return add_version(activity, event);
}

// The activity is written as JSON, patched, and taken in as one that is recorded.
result<void> Register::apply_amended(const EventSlices& event) {
  const auto activity = known_activity(event);
  if (!activity) return fail(activity.error());
  if (!is_current(*activity)) return impossible(event, "is withdrawn or merged, and cannot be amended");
  const auto fields = split<ActivityAmended>(event.data());
  if (!fields) return fail(fields.error());
  const auto patched = merge_patch(encode(version(last_version_[*activity]).activity),
                                   (*fields)[member_index<ActivityAmended>("patch")]);
  if (!patched) return fail(patched.error());
  const auto now = slice_activity(*patched);
  if (!now) return fail(now.error());
  end_version(*activity);
  return add_version(*activity, *now);
}

result<void> Register::apply_withdrawn(const EventSlices& event) {
  const auto activity = known_activity(event);
  if (!activity) return fail(activity.error());
  if (!is_current(*activity)) return impossible(event, "is withdrawn or merged already");
  end_version(*activity);
  return {};
}

result<void> Register::apply_reinstated(const EventSlices& event) {
  const auto activity = known_activity(event);
  if (!activity) return fail(activity.error());
  if (is_current(*activity)) return impossible(event, "stands, and cannot be reinstated");
  add_version_again(last_version_[*activity]);
  return {};
}

result<void> Register::apply_merged(const EventSlices& event) {
  const auto activity = known_activity(event);
  if (!activity) return fail(activity.error());
  const auto merged = data_of<ActivitiesMerged>(event);
  if (!merged) return fail(merged.error());
  const auto survivor = find_activity(merged->into);
  if (!survivor || now().survivor_of(*survivor) == *activity)
    return impossible(event, fmt::format("cannot be merged into \"{}\"", merged->into));
  if (!is_current(*activity)) return impossible(event, "is withdrawn or merged already");
  end_version(*activity);
  const auto index = static_cast<std::uint32_t>(merges_.all().size());
  merges_.state({{size_, size_}, *activity, *survivor});
  merges_of_[*activity].push_back(index);
  merges_of_[*survivor].push_back(index);
  return {};
}

result<void> Register::apply_listed(const EventSlices& event) {
  const auto activity = known_activity(event);
  if (!activity) return fail(activity.error());
  ListingEntry entry;
  entry.data = arena_.keep(event.data());
  const auto slices = split<ActivityListed>(entry.data);
  if (!slices) return fail(slices.error());
  entry.activity = *activity;
  entry.position = size_;
  entry.from = size_;
  entry.annex = json::unquoted((*slices)[member_index<ActivityListed>("annex")]);
  entry.document = json::unquoted((*slices)[member_index<ActivityListed>("document")]);
  const auto row = json::read<std::int64_t>((*slices)[member_index<ActivityListed>("row")]);
  if (!row) return fail(row.error());
  entry.row = static_cast<std::uint32_t>(*row);
  listing_before_.push_back(last_listing_[*activity]);
  last_listing_[*activity] = static_cast<std::uint32_t>(listings_.all().size());
  listings_.state(entry);
  return {};
}

template <class T>
result<void> Register::apply_fact(const EventSlices& event) {
  if (auto done = count_in_stream(event); !done) return done;
  auto data = data_of<T>(event);
  if (!data) return fail(data.error());
  std::get<FactTable<T>>(facts_).state(
      {{size_, size_}, std::string(json::unquoted(event.stream.bytes)), std::move(*data)});
  return {};
}

std::optional<bool> Register::fact_holds(EventCount position) const {
  std::optional<bool> holds;
  const auto look_in = [&](const auto& stated) {
    if (const auto index = stated.latest(position)) holds = stated.all()[*index].holds(size_);
  };
  look_in(listings_);
  look_in(merges_);
  std::apply([&](const auto&... table) { (look_in(table), ...); }, facts_);
  return holds;
}

result<void> Register::apply_fact_change(const EventSlices& event, bool holds) {
  if (auto done = count_in_stream(event); !done) return done;
  const auto change = data_of<FactWithdrawn>(event);  // both types have the same fields
  if (!change) return fail(change.error());
  const auto position = static_cast<EventCount>(change->position);
  std::optional<bool> changed;
  const auto change_in = [&](auto& stated, auto then) {
    const auto index = stated.latest(position);
    if (!index) return;
    changed = holds ? stated.reinstate(*index, size_) : stated.withdraw(*index, size_);
    if (*changed) then(*index);
  };
  change_in(listings_, [&](std::size_t index) {
    if (!holds) return;
    const ActivityIndex activity = listings_.all()[index].activity;
    listing_before_.push_back(last_listing_[activity]);
    last_listing_[activity] = static_cast<std::uint32_t>(listings_.all().size() - 1);
  });
  change_in(merges_, [&](std::size_t index) {
    const MergeEntry merge = merges_.all()[index];
    if (!holds) return add_version_again(last_version_[merge.given_up]);
    end_version(merge.given_up);
    merges_of_[merge.given_up].push_back(static_cast<std::uint32_t>(merges_.all().size() - 1));
    merges_of_[merge.survivor].push_back(static_cast<std::uint32_t>(merges_.all().size() - 1));
  });
  std::apply([&](auto&... table) { (change_in(table, [](std::size_t) {}), ...); }, facts_);
  if (!changed) return impossible(event, fmt::format("has no fact of position {}", change->position));
  if (!*changed)
    return impossible(event, fmt::format("the fact of position {} {}", change->position,
                                         holds ? "holds" : "does not hold"));
  return {};
}

}  // namespace daybook
