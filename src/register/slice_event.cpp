#include <fmt/format.h>

#include "daybook/event/canonical_skip.h"
#include "daybook/event/envelope.h"
#include "daybook/register/register.h"

namespace daybook {

namespace {

constexpr bool is_type(std::string_view quoted, std::string_view name) {
  return quoted.size() == name.size() + 2 && quoted.substr(1, name.size()) == name;
}

// Nearly every event records an activity, so its data is split on the way through the envelope. What its data
// is, the type says, which stands behind it.
result<void> split_event(std::string_view bytes, Slices<Envelope>& envelope,
                         Slices<ActivityRecorded>& activity) {
  constexpr auto data = member_index<Envelope>("data");
  const auto skip_member = [](auto index, const char* value, const char* end) {
    return json::skip_as<json::MemberType<ActivityRecorded, index>>(value, end);
  };
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  const char* past =
      json::split_object<Envelope>(at, end, envelope, [&](auto index, const char* value, const char*) {
        if constexpr (index == data) {
          const char* inside = value;
          if (const char* data_end = json::split_object<ActivityRecorded>(inside, end, activity, skip_member))
            return data_end;
          activity[member_index<ActivityRecorded>("dates")] = {};
        }
        return json::skip_value(value, end);
      });
  if (past == end && past != nullptr) return {};
  auto slices = split<Envelope>(bytes);
  if (!slices) return fail(slices.error());
  envelope = *slices;
  return {};
}

// None where there are more ranges, or none that can be read: whoever decodes the list says what is wrong
// with it.
std::optional<DateRange> only_range(std::string_view dates) {
  constexpr std::size_t bytes_of_one = 29;  // [["2016-05-04","2016-05-04"]]
  if (dates.size() != bytes_of_one || dates.front() != '[' || dates.back() != ']') return std::nullopt;
  const auto range = json::read<DateRange>(dates.substr(1, dates.size() - 2));
  return range ? std::optional(*range) : std::nullopt;
}

bool is_split(const Slices<ActivityRecorded>& activity) {
  return !activity[member_index<ActivityRecorded>("dates")].empty();
}

void hash_members(EventSlices& event) {
  const auto hashed = [&](std::size_t index) { return HashedBytes(event.activity[index]); };
  event.audience = hashed(member_index<ActivityRecorded>("audience"));
  event.range = only_range(event.activity[member_index<ActivityRecorded>("dates")]);
  event.dates = event.range ? HashedBytes() : hashed(member_index<ActivityRecorded>("dates"));
  event.organizers = hashed(member_index<ActivityRecorded>("organizers"));
  event.participants = hashed(member_index<ActivityRecorded>("participants"));
  event.place = hashed(member_index<ActivityRecorded>("place"));
  event.regions = hashed(member_index<ActivityRecorded>("regions"));
  event.states = hashed(member_index<ActivityRecorded>("states"));
}

}  // namespace

result<void> slice_event(std::string_view bytes, EventSlices& event) {
  event.activity[member_index<ActivityRecorded>("dates")] = {};
  if (auto done = split_event(bytes, event.envelope, event.activity); !done) return done;
  event.stream = HashedBytes(event.envelope[member_index<Envelope>("stream")]);
  if (event.stream.bytes.size() < 2) return json::bad("an event has no stream");
  if (!is_type(event.type(), ActivityRecorded::type)) return {};

  if (!is_split(event.activity)) {
    const auto activity = split<ActivityRecorded>(event.data());
    if (!activity) return fail(activity.error());
    event.activity = *activity;
  }
  hash_members(event);
  return {};
}

result<void> slice_events(Position first, std::span<const std::string_view> events,
                          std::vector<EventSlices>& slices) {
  slices.resize(events.size());
  for (std::size_t i = 0; i < events.size(); ++i)
    if (auto sliced = slice_event(events[i], slices[i]); !sliced) {
      sliced.error()->place.file = fmt::format("position {}", first.value + i);
      return sliced;
    }
  return {};
}

result<EventSlices> slice_activity(std::string_view bytes) {
  const auto activity = split<ActivityRecorded>(bytes);
  if (!activity) return fail(activity.error());
  EventSlices event;
  event.activity = *activity;
  hash_members(event);
  return event;
}

}  // namespace daybook
