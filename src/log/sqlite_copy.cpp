#include "src/log/sqlite_copy.h"

#include <memory>

#include <unistd.h>

#include "src/log/sqlite_connection.h"
#include "src/log/sqlite_schema.h"

namespace daybook {

namespace {

constexpr int pages_a_step = 1'024;  // 16 MiB

struct FinishBackup {
  void operator()(sqlite3_backup* backup) const { sqlite3_backup_finish(backup); }
};

result<void> copy_pages(const SqliteConnection& from, const SqliteConnection& to,
                        const std::function<void(int, int)>& progress) {
  const std::unique_ptr<sqlite3_backup, FinishBackup> backup(
      sqlite3_backup_init(to.get(), "main", from.get(), "main"));
  if (!backup) return fail(to.error("cannot begin the copy"));
  int code = SQLITE_OK;
  while (code == SQLITE_OK) {
    code = sqlite3_backup_step(backup.get(), pages_a_step);
    const int of = sqlite3_backup_pagecount(backup.get());
    if (progress) progress(of - sqlite3_backup_remaining(backup.get()), of);
  }
  if (code == SQLITE_DONE) return {};
  return fail(ErrorCode::log_io, std::string("cannot copy the log: ") + sqlite3_errstr(code));
}

result<void> copy(const std::string& from, const std::string& to,
                  const std::function<void(int, int)>& progress) {
  const auto source = SqliteConnection::open(from, SqliteConnection::Mode::read);
  if (!source) return fail(source.error());
  sqlite3_busy_timeout(source->get(), 1000);
  const auto target = SqliteConnection::open(to, SqliteConnection::Mode::make);
  if (!target) return fail(target.error());
  if (auto done = target->set("synchronous", "2"); !done) return done;
  // One snapshot from the first page to the last: without it, the copy would begin again after every append.
  if (auto done = source->run("BEGIN"); !done) return done;
  if (const auto size = source->text("SELECT count(*) FROM tiles"); !size) return fail(size.error());
  return copy_pages(*source, *target, progress);
}

}  // namespace

result<void> copy_sqlite_log(const std::string& from, const std::string& to,
                             const std::function<void(int, int)>& progress) {
  if (auto free = check_nothing_there(to); !free) return free;
  auto copied = copy(from, to, progress);
  if (!copied)
    for (const char* suffix : {"", "-journal", "-wal", "-shm"})
      ::unlink((to + suffix).c_str());
  return copied;
}

}  // namespace daybook
