#include "daybook/service/copies.h"

#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "daybook/base/limits.h"
#include "daybook/base/uuid.h"
#include "daybook/service/fsck.h"

namespace daybook {

namespace {

void remove_log_files(const std::string& file) {
  std::error_code ignored;
  for (const char* suffix : {"", "-wal", "-shm", ".lock"})
    std::filesystem::remove(file + suffix, ignored);
}

// Copies and checks; the copy is one file then.
result<Head> copy_checked(const std::string& from, const std::string& to,
                          const std::string& vocabulary_folder, const CopyProgress& progress) {
  auto log = EventLog::open(from);
  if (!log) return fail(log.error());
  if (auto copied = log->copy_to(to); !copied) return fail(copied.error());
  auto report = fsck(to, vocabulary_folder, progress);
  if (!report) return fail(report.error());
  if (!report->good())
    return fail(ErrorCode::log_format,
                fmt::format("the copy of \"{}\" is damaged: {}", from, report->log.findings.front().sentence),
                "look at the log itself with: daybook fsck; no copy was kept");
  std::error_code code;
  if (std::filesystem::file_size(to + "-wal", code) > 0 && !code)
    return fail(ErrorCode::log_io, "the copy has a write-ahead log that is not empty");
  for (const char* suffix : {"-wal", "-shm", ".lock"})
    std::filesystem::remove(to + suffix, code);
  return report->log.head;
}

}  // namespace

result<Head> back_up(const std::string& log_file, const std::string& copy,
                     const std::string& vocabulary_folder, const CopyProgress& progress) {
  std::error_code code;
  if (std::filesystem::exists(copy, code))
    return fail(ErrorCode::log_exists, fmt::format("there is a file at \"{}\" already", copy),
                "give every backup a name of its own, e.g. with the date");
  const std::string draft = copy + ".new-" + make_uuid_v7(Instant::now());
  auto head = copy_checked(log_file, draft, vocabulary_folder, progress);
  if (head)
    if (auto placed = put_in_place(draft, copy); !placed) head = fail(placed.error());
  if (!head) remove_log_files(draft);
  return head;
}

result<TakenOver> restore(const std::string& backup, const std::string& log_file,
                          const std::string& vocabulary_folder, const CopyProgress& progress) {
  auto log = EventLog::open(log_file);
  if (!log && log.error()->code == ErrorCode::log_missing) {
    const auto head = back_up(backup, log_file, vocabulary_folder, progress);
    if (!head) return fail(head.error());
    return TakenOver{0, head->size, *head};
  }
  if (!log) {
    Error error = log.error();
    error.hint =
        "move that log away first, with its -wal and -shm, if it is to be made again from the backup";
    return fail(std::move(error));
  }
  auto from = EventLog::open(backup);
  if (!from) return fail(from.error());
  const auto reader = from->reader();
  if (!reader) return fail(reader.error());
  auto taken = log->take_over(
      [&](const EventSink& sink) { return (*reader)->read(Position{0}, Position{UINT64_MAX}, sink); });
  if (taken && taken->known + taken->added < taken->head.size)
    return fail(
        ErrorCode::log_exists,
        fmt::format("the log at \"{}\" is newer than the backup: it has {} events, of which the backup "
                    "has the first {}",
                    log_file, taken->head.size, taken->known),
        "nothing was restored");
  return taken;
}

result<TakenOver> import_events(const std::string& log_file, const std::string& file) {
  auto log = EventLog::open(log_file);
  if (!log) return fail(log.error());
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail({ErrorCode::file, "the file cannot be opened", {file, 0, {}}, {}});
  std::uint64_t line = 0;
  auto taken = log->take_over([&](const EventSink& sink) -> result<void> {
    std::string event(limits::event_bytes_max + 1, '\0');  // and a zero byte
    while (in.getline(event.data(), static_cast<std::streamsize>(event.size())) || in.gcount() > 0) {
      ++line;
      if (in.fail())
        return fail(ErrorCode::limit,
                    fmt::format("the line is longer than {} bytes", limits::event_bytes_max));
      const auto size = static_cast<std::size_t>(in.gcount()) - (in.eof() ? 0 : 1);
      if (auto done = sink(Position{line - 1}, {event.data(), size}); !done) return done;
    }
    return in.bad() ? fail(ErrorCode::file, "the file cannot be read") : result<void>();
  });
  if (!taken && taken.error()->code != ErrorCode::log_busy) taken.error()->place = {file, line, {}};
  return taken;
}

}  // namespace daybook
