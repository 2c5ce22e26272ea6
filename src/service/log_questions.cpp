#include <fmt/format.h>

#include "daybook/service/service.h"

namespace daybook {

namespace {

constexpr std::size_t piece_bytes = 1 << 16;

result<std::string> in_short(Position position, std::string_view bytes) {
  const auto event = decode_envelope(bytes);
  if (!event) return fail(event.error());
  return fmt::format("{}  {}  {}  {} #{}  {}  {}\n", position.value, event->recorded_at, event->type,
                     event->stream, event->revision, event->actor, event->source);
}

}  // namespace

result<std::string> log_head(const std::string& log_file, bool json) {
  auto log = EventLog::open(log_file);
  if (!log) return fail(log.error());
  const auto head = log->head();
  if (!head) return fail(head.error());
  return fmt::format(fmt::runtime(json ? "{{\"size\": {}, \"root\": \"{}\"}}\n" : "size {}\nroot {}\n"),
                     head->size, to_hex(head->root));
}

result<void> print_events(const std::string& log_file, std::uint64_t after, bool as_stored,
                          const TakeText& take) {
  auto log = EventLog::open(log_file);
  if (!log) return fail(log.error());
  const auto reader = log->reader();
  if (!reader) return fail(reader.error());
  std::string piece;
  bool wanted = true;
  const auto flush = [&]() -> result<void> {
    wanted = wanted && take(piece);
    piece.clear();
    // An error is how a sink ends the reading; it is not told.
    return wanted ? result<void>() : fail(ErrorCode::file, "no more is wanted");
  };
  auto done = (*reader)->read(Position{after}, Position{UINT64_MAX},
                              [&](Position position, std::string_view bytes) -> result<void> {
                                if (as_stored) {
                                  piece.append(bytes).append("\n");
                                } else {
                                  auto line = in_short(position, bytes);
                                  if (!line) return fail(line.error());
                                  piece += *line;
                                }
                                return piece.size() < piece_bytes ? result<void>() : flush();
                              });
  if (done) done = flush();
  return wanted ? done : result<void>();
}

}  // namespace daybook
