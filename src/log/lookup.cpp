#include "daybook/log/lookup.h"

#include <charconv>
#include <optional>
#include <string>

#include <fmt/format.h>

namespace daybook {

result<Envelope> envelope_at(EventReader& reader, Position position) {
  std::optional<result<Envelope>> envelope;
  auto done = reader.read(position, Position{position.value + 1}, [&](Position, std::string_view bytes) {
    envelope = decode_envelope(bytes);
    return result<void>();
  });
  if (!done) return fail(done.error());
  if (!envelope) return fail(ErrorCode::not_found, fmt::format("the log has no position {}", position.value));
  return std::move(*envelope);
}

result<std::uint64_t> size_known_by(EventLog& log, Instant instant) {
  const auto head = log.head();
  if (!head) return fail(head.error());
  const auto reader = log.reader();
  if (!reader) return fail(reader.error());
  std::uint64_t first = 0;
  std::uint64_t end = head->size;
  while (first < end) {
    const std::uint64_t middle = first + (end - first) / 2;
    const auto envelope = envelope_at(**reader, Position{middle});
    if (!envelope) return fail(envelope.error());
    const auto recorded_at = Instant::parse(envelope->recorded_at);
    if (!recorded_at) return fail(recorded_at.error());
    if (*recorded_at <= instant)
      first = middle + 1;
    else
      end = middle;
  }
  return first;
}

result<std::vector<Position>> find_events(EventLog& log, std::string_view wanted) {
  const auto reader = log.reader();
  if (!reader) return fail(reader.error());
  std::uint64_t position = 0;
  const auto [past, code] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), position);
  if (code == std::errc() && past == wanted.data() + wanted.size()) {
    const auto there = envelope_at(**reader, Position{position});
    if (!there) return fail(there.error());
    return std::vector{Position{position}};
  }
  const std::string quoted = fmt::format("\"{}\"", wanted);
  std::vector<Position> found;
  auto done = (*reader)->read(Position{0}, Position{UINT64_MAX},
                              [&](Position at, std::string_view bytes) -> result<void> {
                                if (bytes.find(quoted) == std::string_view::npos) return {};
                                const auto envelope = decode_envelope(bytes);
                                if (!envelope) return fail(envelope.error());
                                if (envelope->id == wanted || envelope->batch == wanted) found.push_back(at);
                                return {};
                              });
  if (!done) return fail(done.error());
  if (found.empty())
    return fail(ErrorCode::not_found, fmt::format("no event and no batch is called \"{}\"", wanted),
                "daybook log shows positions; daybook log --format json shows ids and batches");
  return found;
}

}  // namespace daybook
