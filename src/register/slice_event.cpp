#include "daybook/event/envelope.h"
#include "daybook/register/register.h"

namespace daybook {

namespace {

constexpr bool is_type(std::string_view quoted, std::string_view name) {
  return quoted.size() == name.size() + 2 && quoted.substr(1, name.size()) == name;
}


}  // namespace

result<EventSlices> slice_event(std::string_view bytes) {
  const auto envelope = split<Envelope>(bytes);
  if (!envelope) return fail(envelope.error());
  EventSlices event;
  event.type = (*envelope)[member_index<Envelope>("type")];
  event.type_version = (*envelope)[member_index<Envelope>("type_version")];
  event.stream = HashedBytes((*envelope)[member_index<Envelope>("stream")]);
  event.data = (*envelope)[member_index<Envelope>("data")];
  if (event.stream.bytes.size() < 2) return json::bad("an event has no stream");
  if (!is_type(event.type, ActivityRecorded::type)) return event;

  const auto activity = split<ActivityRecorded>(event.data);
  if (!activity) return fail(activity.error());
  event.activity = *activity;
  const auto hashed = [&](std::size_t index) { return HashedBytes((*activity)[index]); };
  event.audience = hashed(member_index<ActivityRecorded>("audience"));
  event.dates = hashed(member_index<ActivityRecorded>("dates"));
  event.organizers = hashed(member_index<ActivityRecorded>("organizers"));
  event.participants = hashed(member_index<ActivityRecorded>("participants"));
  event.place = hashed(member_index<ActivityRecorded>("place"));
  event.regions = hashed(member_index<ActivityRecorded>("regions"));
  event.states = hashed(member_index<ActivityRecorded>("states"));
  return event;
}

}  // namespace daybook
