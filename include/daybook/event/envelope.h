// The envelope of docs/formats/log.md: what every event has, whatever its type. One event is one canonical
// JSON object; those bytes are what is stored and hashed, and they are never written again.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/event/canonical_json.h"

namespace daybook {

// What a caller hands to the log. The log adds the revision and the recording time.
struct NewEvent {
  std::string id;      // UUIDv7, unique for ever: the key of idempotency
  std::string stream;  // what it is about, e.g. activity/2016-vienna-1
  std::string type;
  std::int64_t type_version = 1;
  std::string actor;                    // who recorded it
  std::string reason;                   // why; required for a correction
  std::string source;                   // where it is taken from: document, annex and row; a URL; "firsthand"
  std::string batch;                    // the import or undo it belongs to
  std::vector<std::string> supersedes;  // the events it corrects or undoes
  std::string data;                     // canonical JSON of the type's fields
};

// The data of an event, which stand in its envelope as they are. Decoding the envelope finds where they end,
// and leaves what they are to whoever decodes them, or walks through the whole event.
struct EventData : RawJson {
  // Past the data that begin at `at`, in an envelope up to `end`; nullptr when that cannot be told at a
  // glance.
  static const char* past(const char* at, const char* end);
};

struct Envelope {
  std::string actor;
  std::string batch;
  EventData data;
  std::string id;
  std::string reason;
  std::string recorded_at;  // Instant::text()
  std::int64_t revision = 0;
  std::string source;
  std::string stream;
  std::vector<std::string> supersedes;
  std::string type;
  std::int64_t type_version = 0;
};
BOOST_DESCRIBE_STRUCT(Envelope, (),
                      (actor, batch, data, id, reason, recorded_at, revision, source, stream, supersedes,
                       type, type_version))

// What decoding tells of how bytes are spelled. canonical: they have one spelling, the one they have, if
// nothing in them is escaped; the control characters that may be are for a look at the whole.
enum class Spelling { not_known, canonical };

// Reads one stored event, and checks no rule of check_envelope(). Errors: E-JSON.
result<Envelope> decode_envelope(std::string_view bytes);

// The envelope's own rules: id a lower-case UUIDv7, stream and type spelled as the format says, actor, source
// and data there, NFC text without control characters, the whole at most limits::event_bytes_max bytes.
// Errors: E-EVENT, E-TEXT, E-LIMIT.
result<void> check_envelope(const Envelope& envelope, std::string_view bytes);
// The same, where the envelope was decoded from `bytes`: of the data, only that they begin as an object.
result<void> check_decoded_envelope(const Envelope& envelope, std::string_view bytes);

}  // namespace daybook
