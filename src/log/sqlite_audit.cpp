#include "src/log/sqlite_audit.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "src/log/sqlite_connection.h"
#include "src/log/wal_file.h"

namespace daybook {

namespace {

class SqliteAudit final : public LogAudit {
 public:
  SqliteAudit(std::string file, SqliteConnection connection, SqliteStatement rows)
      : file_(std::move(file)), connection_(std::move(connection)), rows_(std::move(rows)) {}

  result<void> rows(std::uint64_t first, std::uint64_t end,
                    const std::function<void(const AuditRow&)>& sink) override {
    const ResetAtEnd reset_at_end(rows_);
    rows_.bind(1, first);
    rows_.bind(2, end);
    while (true) {
      const auto row = rows_.step();
      if (!row) return fail(row.error());
      if (!*row) return {};
      sink(
          {rows_.number(0), rows_.bytes(1), rows_.bytes(2), rows_.number(3), rows_.bytes(4), rows_.bytes(5)});
    }
  }

  result<std::vector<TileRoot>> tiles() override {
    auto rows = connection_.prepare("SELECT level, number, hash FROM tiles ORDER BY level, number");
    if (!rows) return fail(rows.error());
    std::vector<TileRoot> tiles;
    while (true) {
      const auto row = rows->step();
      if (!row) return fail(row.error());
      if (!*row) return tiles;
      TileRoot tile{static_cast<unsigned>(rows->number(0)), rows->number(1), {}};
      const auto hash = rows->bytes(2);
      std::copy_n(hash.begin(), std::min(hash.size(), tile.hash.size()), tile.hash.begin());
      tiles.push_back(tile);
    }
  }

  result<void> storage(std::vector<Finding>& faults, std::vector<Finding>& notes) override {
    auto rows = connection_.prepare("PRAGMA integrity_check");
    if (!rows) return fail(rows.error());
    while (true) {
      const auto row = rows->step();
      if (!row) return fail(row.error());
      if (!*row) break;
      if (rows->bytes(0) != "ok") faults.push_back({{}, fmt::format("SQLite: {}", rows->bytes(0))});
    }
    rows->reset();
    return check_wal_file(file_ + "-wal", faults, notes);
  }

 private:
  std::string file_;
  SqliteConnection connection_;  // before the statement, which must be gone when it closes
  SqliteStatement rows_;
};

}  // namespace

result<std::unique_ptr<LogAudit>> open_sqlite_audit(const std::string& file) {
  auto connection = SqliteConnection::open(file, SqliteConnection::Mode::read);
  if (!connection) return fail(connection.error());
  sqlite3_busy_timeout(connection->get(),
                       1000);  // only while another process recovers the file after a crash
  if (auto done = connection->set("mmap_size", "0"); !done) return fail(done.error());
  auto rows = connection->prepare(
      "SELECT position, id, stream, revision, leaf, bytes FROM events WHERE position >= ?1 AND position < ?2 "
      "ORDER BY position");
  if (!rows) return fail(rows.error());
  return std::make_unique<SqliteAudit>(file, std::move(*connection), std::move(*rows));
}

}  // namespace daybook
