// A register that events are fed to one by one, with no log beneath.
#pragma once

#include "daybook/event/envelope.h"
#include "daybook/register/register.h"

#include "tests/story.h"

namespace daybook::story {

// The stored bytes of an event, as the log would write them.
template <class Data>
std::string stored(const std::string& stream, const Data& data, std::string_view type = Data::type,
                   std::int64_t version = Data::type_version) {
  Envelope envelope;
  envelope.actor = "officer";
  envelope.data.bytes = encode(data);
  envelope.id = make_uuid_v7(Instant::now());
  envelope.recorded_at = Instant{0}.text();
  envelope.source = "firsthand";
  envelope.stream = stream;
  envelope.type = type;
  envelope.type_version = version;
  return encode(envelope);
}

inline result<void> feed(Register& reg, const std::string& bytes) {
  EventSlices event;
  if (auto sliced = slice_event(bytes, event); !sliced) return sliced;
  return reg.apply(event);
}

template <class Data>
void feed(Register& reg, const std::string& stream, const Data& data) {
  take(feed(reg, stored(stream, data)));
}

}  // namespace daybook::story
