#include "daybook/event/envelope.h"

#include <cstring>

#include <fmt/format.h>

#include "daybook/base/instant.h"
#include "daybook/base/limits.h"
#include "daybook/base/utf8.h"
#include "daybook/base/uuid.h"

namespace daybook {

namespace {

bool is_type_name(std::string_view type) {
  if (type.empty() || type.size() > limits::id_bytes_max) return false;
  for (const char c : type)
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) return false;
  return true;
}

// A kind of thing, a slash and its id, of visible ASCII: activity/2016-vienna-1, edition/S/2022/899.
bool is_stream_name(std::string_view stream) {
  const auto slash = stream.find('/');
  if (slash == std::string_view::npos || slash == 0 || slash + 1 == stream.size()) return false;
  for (const char c : stream)
    if (c <= 0x20 || c >= 0x7F || c == '"' || c == '\\') return false;
  return true;
}

tl::unexpected<Failure> bad_field(std::string_view field, std::string sentence) {
  return fail({ErrorCode::event, std::move(sentence), {{}, 0, std::string(field)}, {}});
}

result<void> check_members(const Envelope& envelope, std::string_view bytes) {
  if (bytes.size() > limits::event_bytes_max)
    return fail(ErrorCode::limit, fmt::format("an event of {} bytes is too large; at most {} fit",
                                              bytes.size(), limits::event_bytes_max));
  if (!is_uuid_v7(envelope.id)) return bad_field("id", fmt::format("\"{}\" is not a UUIDv7", envelope.id));
  if (envelope.stream.size() > limits::stream_bytes_max || !is_stream_name(envelope.stream))
    return bad_field("stream", fmt::format("\"{}\" is not the name of a stream", envelope.stream));
  if (!is_type_name(envelope.type))
    return bad_field("type", fmt::format("\"{}\" is not the name of an event type", envelope.type));
  if (envelope.type_version < 1) return bad_field("type_version", "a version is at least 1");
  if (envelope.revision < 0) return bad_field("revision", "a revision is at least 0");
  if (envelope.actor.empty()) return bad_field("actor", "an event says who recorded it");
  if (envelope.source.empty()) return bad_field("source", "an event says where it is taken from");
  if (auto time = Instant::parse(envelope.recorded_at); !time)
    return bad_field("recorded_at", time.error()->sentence);
  for (const auto& id : envelope.supersedes)
    if (!is_uuid_v7(id)) return bad_field("supersedes", fmt::format("\"{}\" is not a UUIDv7", id));
  return {};
}

result<void> check_data_and_text(bool is_object, std::string_view bytes) {
  if (!is_object) return bad_field("data", "the data is not one JSON object");
  return check_text(bytes);
}

}  // namespace

// The member after the data is the id. Within a string its quotation marks would be escaped, and no member
// after it holds an object: so the last place where it follows a brace is the right one.
const char* EventData::past(const char* at, const char* end) {
  constexpr std::string_view next = R"(,"id":")";
  if (at == end || *at != '{') return nullptr;
  for (const char* close = end; close != nullptr;) {
    close = static_cast<const char*>(memrchr(at, '}', static_cast<std::size_t>(close - at)));
    if (close != nullptr && std::string_view(close + 1, end).starts_with(next)) return close + 1;
  }
  return nullptr;
}

result<Envelope> decode_envelope(std::string_view bytes) {
  return decode<Envelope>(bytes);
}

result<void> check_envelope(const Envelope& envelope, std::string_view bytes) {
  if (auto good = check_members(envelope, bytes); !good) return good;
  const std::string_view data = envelope.data.bytes;
  return check_data_and_text(
      data.starts_with('{') && json::skip_value(data.begin(), data.end()) == data.end(), bytes);
}

result<void> check_decoded_envelope(const Envelope& envelope, std::string_view bytes) {
  if (auto good = check_members(envelope, bytes); !good) return good;
  return check_data_and_text(envelope.data.bytes.starts_with('{'), bytes);
}

}  // namespace daybook
