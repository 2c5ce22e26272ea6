#include "src/log/event_draft.h"

#include <fmt/format.h>

#include "src/log/canonical_check.h"

namespace daybook {

namespace {

constexpr std::string_view time_key = R"(,"recorded_at":")";
constexpr std::string_view no_time = "1970-01-01T00:00:00.000000Z";
constexpr std::string_view revision_key = R"(","revision":)";

// REQUIRES: is_uuid_v7(text).
EventId id_bytes(std::string_view text) {
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

Envelope envelope_of(const NewEvent& event) {
  return {event.actor, event.batch,  {event.data}, event.id,         event.reason, Instant{}.text(),
          0,           event.source, event.stream, event.supersedes, event.type,   event.type_version};
}

// The members after this one are written after it, and inside a string its quotation marks would be escaped:
// so the last place is the right one, whatever `data` holds.
std::size_t recorded_at_place(std::string_view bytes) {
  return bytes.rfind(time_key) + time_key.size();
}

}  // namespace

result<EventDraft> EventDraft::make(const NewEvent& event) {
  const Envelope envelope = envelope_of(event);
  EventDraft draft;
  draft.bytes_.reserve(event.data.size() + event.reason.size() + 512);
  json::write(draft.bytes_, envelope);
  if (auto good = check_envelope(envelope, draft.bytes_); !good) return fail(good.error());
  if (auto good = check_canonical(draft.bytes_); !good) return fail(good.error());
  draft.id_ = id_bytes(event.id);
  draft.recorded_at_at_ = recorded_at_place(draft.bytes_);
  return draft;
}

void EventDraft::write(std::string_view recorded_at, Revision revision, std::string& bytes) const {
  const fmt::format_int number(revision.value);
  const std::size_t after = recorded_at_at_ + recorded_at.size() + revision_key.size() + 1;
  bytes.clear();
  bytes.append(bytes_, 0, recorded_at_at_);
  bytes.append(recorded_at);
  bytes.append(revision_key);
  bytes.append(number.data(), number.size());
  bytes.append(bytes_, after, std::string::npos);
}

}  // namespace daybook
