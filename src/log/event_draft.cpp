#include "src/log/event_draft.h"

#include <fmt/format.h>

#include "daybook/base/uuid.h"

#include "src/log/canonical_check.h"

namespace daybook {

namespace {

constexpr std::string_view time_key = R"(,"recorded_at":")";
constexpr std::string_view no_time = "1970-01-01T00:00:00.000000Z";
constexpr std::string_view revision_key = R"(","revision":)";

// One envelope for each thread: its strings keep their memory from one event to the next.
const Envelope& envelope_of(const NewEvent& event) {
  static thread_local Envelope envelope;
  envelope.recorded_at = no_time;
  envelope.actor = event.actor;
  envelope.batch = event.batch;
  envelope.data.bytes = event.data;
  envelope.id = event.id;
  envelope.reason = event.reason;
  envelope.source = event.source;
  envelope.stream = event.stream;
  envelope.supersedes = event.supersedes;
  envelope.type = event.type;
  envelope.type_version = event.type_version;
  return envelope;
}

// Of the members that are of any length.
std::size_t bytes_at_most(const NewEvent& event) {
  constexpr std::size_t keys_and_the_rest = 320;
  return keys_and_the_rest + event.actor.size() + event.batch.size() + event.data.size() +
         event.reason.size() + event.source.size() + event.stream.size();
}

// The members after this one are written after it, and inside a string its quotation marks would be escaped:
// so the last place is the right one, whatever `data` holds.
std::size_t recorded_at_place(std::string_view bytes) {
  return bytes.rfind(time_key) + time_key.size();
}

}  // namespace

result<EventId> event_id(std::string_view text) {
  if (!is_uuid_v7(text)) return fail(ErrorCode::event, fmt::format("\"{}\" is not a UUIDv7", text));
  const auto digit = [](char c) { return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10); };
  EventId id{};
  std::size_t at = 0;
  for (auto& byte : id) {
    if (text[at] == '-') ++at;
    byte = static_cast<std::uint8_t>((digit(text[at]) << 4) | digit(text[at + 1]));
    at += 2;
  }
  return id;
}

result<EventDraft> EventDraft::make(const NewEvent& event) {
  EventDraft draft;
  if (auto good = draft.remake(event); !good) return fail(good.error());
  return draft;
}

void EventDraft::make_room(const NewEvent& event) {
  bytes_.reserve(bytes_at_most(event));
}

result<void> EventDraft::remake(const NewEvent& event) {
  const Envelope& envelope = envelope_of(event);
  bytes_.clear();
  make_room(event);
  json::write(bytes_, envelope);
  if (auto good = check_envelope(envelope, bytes_); !good) return good;
  if (auto good = check_canonical(bytes_); !good) return good;
  recorded_at_at_ = recorded_at_place(bytes_);
  return {};
}

void EventDraft::seal(std::string_view recorded_at, Revision revision) {
  const fmt::format_int number(revision.value);
  bytes_.replace(recorded_at_at_, recorded_at.size(), recorded_at);
  bytes_.replace(recorded_at_at_ + recorded_at.size() + revision_key.size(), 1, number.data(), number.size());
}

}  // namespace daybook
