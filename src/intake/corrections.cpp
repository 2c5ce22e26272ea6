#include "daybook/intake/corrections.h"

#include <algorithm>

#include <fmt/format.h>

#include "daybook/base/names.h"
#include "daybook/base/utf8.h"
#include "daybook/base/uuid.h"
#include "daybook/log/lookup.h"

#include "undo.h"

namespace daybook {

namespace {

std::string stream_of(const Register& reg, ActivityIndex activity) {
  return fmt::format("activity/{}", reg.activity_id(activity));
}

}  // namespace

result<void> Corrections::check_reason() const {
  if (!trim(why_.reason).empty()) return {};
  return fail({ErrorCode::required, "a correction has a reason", {{}, 0, "--reason"}, "e.g. --reason '…'"});
}

result<ActivityIndex> Corrections::known(std::string_view id) const {
  if (const auto activity = register_.find_activity(ascii_lower(trim(id)))) return *activity;
  return fail(not_found(register_, id));
}

result<Corrections::Standing> Corrections::standing(std::string_view id) const {
  const auto named = known(id);
  if (!named) return fail(named.error());
  const View now = register_.now();
  const ActivityIndex activity = now.survivor_of(*named);
  const auto version = now.version_of(activity);
  if (!version)
    return fail(ErrorCode::conflict, fmt::format("{} is withdrawn", register_.activity_id(activity)),
                "daybook reinstate brings it back");
  return Standing{activity, *version, stream_of(register_, activity)};
}

result<std::string> Corrections::event_id(EventCount position) {
  if (!reader_) {
    auto reader = log_.reader();
    if (!reader) return fail(reader.error());
    reader_ = std::move(*reader);
  }
  auto envelope = envelope_at(*reader_, Position{position});
  if (!envelope) return fail(envelope.error());
  return std::move(envelope->id);
}

void Corrections::expect(const std::string& stream, const std::optional<std::uint64_t>& revision) {
  for (const Expectation& known : correction_.expectations)
    if (known.stream == stream) return;
  const std::uint64_t events = register_.event_count_of(stream);
  correction_.expectations.push_back(
      {stream, Expectation::Kind::exactly, Revision{revision.value_or(events - 1)}});
}

template <class Data>
void Corrections::add(const std::string& stream, const Data& data, std::vector<std::string> supersedes) {
  NewEvent event;
  event.id = make_uuid_v7(Instant::now());
  event.stream = stream;
  event.type = Data::type;
  event.type_version = Data::type_version;
  event.actor = why_.actor;
  event.reason = why_.reason;
  event.source = why_.source;
  event.batch = batch_;
  event.supersedes = std::move(supersedes);
  event.data = encode(data);
  correction_.events.push_back(std::move(event));
}

result<Correction> Corrections::amend(std::string_view id, const std::vector<FieldChange>& changes,
                                      const FaultSink& fault) {
  if (auto good = check_reason(); !good) return fail(good.error());
  const auto activity = standing(id);
  if (!activity) return fail(activity.error());
  const ActivityRecorded before = register_.version(activity->version).activity;
  const auto after = change_activity(before, changes, register_.vocabulary(), fault);
  if (!after) return fail(ErrorCode::value, "nothing was amended");
  auto patch = patch_between(encode(before), encode(*after));
  if (!patch) return fail(patch.error());
  if (*patch == "{}") return std::move(correction_);
  auto superseded = event_id(register_.versions().from[activity->version]);
  if (!superseded) return fail(superseded.error());
  expect(activity->stream, why_.if_revision);
  add(activity->stream, ActivityAmended{{std::move(*patch)}}, {std::move(*superseded)});
  return std::move(correction_);
}

result<Correction> Corrections::withdraw(std::string_view id) {
  if (auto good = check_reason(); !good) return fail(good.error());
  const auto activity = standing(id);
  if (!activity) return fail(activity.error());
  auto superseded = event_id(register_.versions().from[activity->version]);
  if (!superseded) return fail(superseded.error());
  expect(activity->stream, why_.if_revision);
  add(activity->stream, ActivityWithdrawn(), {std::move(*superseded)});
  return std::move(correction_);
}

result<Correction> Corrections::reinstate(std::string_view id) {
  if (auto good = check_reason(); !good) return fail(good.error());
  const auto activity = known(id);
  if (!activity) return fail(activity.error());
  const View now = register_.now();
  if (now.survivor_of(*activity) != *activity)
    return fail(ErrorCode::conflict,
                fmt::format("{} is merged into {}", id, register_.activity_id(now.survivor_of(*activity))),
                "daybook undo of the merge separates them");
  if (now.version_of(*activity))
    return fail(ErrorCode::conflict, fmt::format("{} is not withdrawn", register_.activity_id(*activity)));
  auto superseded = event_id(register_.versions().to[register_.last_version(*activity)]);
  if (!superseded) return fail(superseded.error());
  expect(stream_of(register_, *activity), why_.if_revision);
  add(stream_of(register_, *activity), ActivityReinstated(), {std::move(*superseded)});
  return std::move(correction_);
}

result<Correction> Corrections::merge(std::string_view survivor, const std::vector<std::string>& others) {
  if (auto good = check_reason(); !good) return fail(good.error());
  const auto kept = standing(survivor);
  if (!kept) return fail(kept.error());
  expect(kept->stream, why_.if_revision);
  batch_ = make_uuid_v7(Instant::now());
  for (const std::string& other : others) {
    const auto given_up = standing(other);
    if (!given_up) return fail(given_up.error());
    if (given_up->activity == kept->activity)
      return fail(ErrorCode::conflict, fmt::format("{} is the survivor itself", other));
    if (std::any_of(correction_.events.begin(), correction_.events.end(),
                    [&](const NewEvent& event) { return event.stream == given_up->stream; }))
      return fail(ErrorCode::duplicate, fmt::format("{} stands twice", other));
    auto superseded = event_id(register_.versions().from[given_up->version]);
    if (!superseded) return fail(superseded.error());
    expect(given_up->stream, std::nullopt);
    add(given_up->stream, ActivitiesMerged{std::string(register_.activity_id(kept->activity))},
        {std::move(*superseded)});
  }
  return std::move(correction_);
}

result<Correction> Corrections::group(const std::vector<std::string>& ids, Basis basis) {
  if (auto good = check_reason(); !good) return fail(good.error());
  ActivitiesGrouped grouped{{}, basis};
  for (const std::string& id : ids) {
    const auto activity = standing(id);
    if (!activity) return fail(activity.error());
    grouped.activities.emplace_back(register_.activity_id(activity->activity));
    expect(activity->stream, std::nullopt);
  }
  if (auto good = check(grouped); !good) return fail(good.error());
  add("activity/" + grouped.activities.front(), grouped, {});
  return std::move(correction_);
}

result<Correction> Corrections::undo(std::string_view event_or_batch) {
  if (auto good = check_reason(); !good) return fail(good.error());
  const auto undone = Undo(log_, register_).plan(event_or_batch);
  if (!undone) return fail(undone.error());
  batch_ = make_uuid_v7(Instant::now());
  why_.source = std::string(undo_source);
  for (const UndoneEvent& event : *undone) {
    expect(event.stream, std::nullopt);
    std::visit([&](const auto& data) { add(event.stream, data, {event.id}); }, event.by);
  }
  return std::move(correction_);
}

Error not_found(const Register& reg, std::string_view id) {
  constexpr ActivityIndex most_compared = 10'000;
  Names ids;
  for (ActivityIndex i = 0; i < reg.activity_count() && i < most_compared; ++i)
    if (auto added = ids.add(reg.activity_id(i), reg.activity_id(i)); !added) return added.error();
  return {ErrorCode::not_found,
          fmt::format("no activity has the id \"{}\"", id),
          {},
          fmt::format("did you mean {}? daybook list shows the ids",
                      fmt::join(ids.nearest(ascii_lower(trim(id))), ", "))};
}

}  // namespace daybook
