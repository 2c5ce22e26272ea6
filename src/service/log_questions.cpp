#include <fmt/format.h>

#include "daybook/base/outlet.h"
#include "daybook/service/service.h"

namespace daybook {

namespace {

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
  Outlet out(take);
  auto done = (*reader)->read(
      Position{after}, Position{UINT64_MAX}, [&](Position position, std::string_view bytes) -> result<void> {
        if (as_stored) {
          out.text().append(bytes).append("\n");
        } else {
          const auto line = in_short(position, bytes);
          if (!line) return fail(line.error());
          out.text() += *line;
        }
        // An error is how a sink ends the reading; it is not told.
        return out.hand_on() ? result<void>() : fail(ErrorCode::file, "no more is wanted");
      });
  if (!done && out.wanted()) return done;
  out.finish();
  return {};
}

}  // namespace daybook
