#include "src/log/sqlite_audit.h"

#include <algorithm>
#include <cstdint>
#include <limits>
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

  // SQLite's quick check leaves out the entries of indexes, and its whole check looks each row up in each
  // index.
  result<std::optional<IndexSums>> storage(std::uint64_t size, std::vector<Finding>& faults,
                                           std::vector<Finding>& notes) override {
    if (auto good = check_wal_file(file_ + "-wal", faults, notes); !good) return fail(good.error());
    const auto quick = connection_.text("PRAGMA quick_check(1)");
    if (!quick) return fail(quick.error());
    if (*quick == "ok") {
      if (auto begun = connection_.run("BEGIN"); !begun) return fail(begun.error());  // all of one state
      auto sums = sum_indexes(size);
      if (auto ended = connection_.run("ROLLBACK"); !ended) return fail(ended.error());
      if (!sums || *sums) return sums;
    }
    if (auto told = look_up_rows(faults); !told) return fail(told.error());
    return std::optional<IndexSums>();
  }

  result<void> look_up_rows(std::vector<Finding>& faults) override {
    // Each index is gone down for each row, unlike in a scan: its upper pages are wanted again and again.
    if (auto done = connection_.set("cache_size", "-2000"); !done) return done;
    auto rows = connection_.prepare("PRAGMA integrity_check");
    if (!rows) return fail(rows.error());
    while (true) {
      const auto row = rows->step();
      if (!row) return fail(row.error());
      if (!*row) return {};
      if (rows->bytes(0) != "ok") faults.push_back({{}, fmt::format("SQLite: {}", rows->bytes(0))});
    }
  }

 private:
  // None when the entries of an index do not ascend, or those past the first `size` events, which others may
  // have written since, are not those of the rows there.
  result<std::optional<IndexSums>> sum_indexes(std::uint64_t size) {
    IndexSums sums;
    IndexSums later;
    bool ascend = true;
    auto ids = connection_.prepare(
        "SELECT position, id FROM events INDEXED BY sqlite_autoindex_events_1 ORDER BY id");
    if (!ids) return fail(ids.error());
    std::string last;
    const auto add_id = [&](const SqliteStatement& entry, bool first) {
      const auto id = entry.bytes(1);
      ascend = ascend && (first || last < id);
      last = id;
      (entry.number(0) < size ? sums : later).add_id(id, entry.number(0));
    };
    if (auto read = each(*ids, add_id); !read) return fail(read.error());

    auto revisions = connection_.prepare(
        "SELECT position, stream, revision FROM events INDEXED BY sqlite_autoindex_events_2 "
        "ORDER BY stream, revision");
    if (!revisions) return fail(revisions.error());
    std::uint64_t last_revision = 0;
    const auto add_revision = [&](const SqliteStatement& entry, bool first) {
      const auto stream = entry.bytes(1);
      const auto revision = entry.number(2);
      const int order = last.compare(stream);
      ascend = ascend && (first || order < 0 || (order == 0 && last_revision < revision));
      last = stream;
      last_revision = revision;
      (entry.number(0) < size ? sums : later).add_revision(HashedBytes(stream), revision, entry.number(0));
    };
    if (auto read = each(*revisions, add_revision); !read) return fail(read.error());

    IndexSums later_rows;
    const auto add_row = [&](const AuditRow& row) { later_rows.add(row); };
    if (auto read = rows(size, std::numeric_limits<std::int64_t>::max(), add_row); !read)
      return fail(read.error());
    return ascend && later == later_rows ? std::optional(sums) : std::nullopt;
  }

  template <class Take>
  static result<void> each(SqliteStatement& rows, Take take) {
    for (bool first = true;; first = false) {
      const auto row = rows.step();
      if (!row) return fail(row.error());
      if (!*row) return {};
      take(rows, first);
    }
  }

  std::string file_;
  SqliteConnection connection_;  // before the statement, which must be gone when it closes
  SqliteStatement rows_;
};

}  // namespace

result<std::unique_ptr<LogAudit>> open_sqlite_audit(const std::string& file) {
  auto connection = SqliteConnection::open_to_scan(file);
  if (!connection) return fail(connection.error());
  auto rows = connection->prepare(
      "SELECT position, id, stream, revision, leaf, bytes FROM events WHERE position >= ?1 AND position < ?2 "
      "ORDER BY position");
  if (!rows) return fail(rows.error());
  return std::make_unique<SqliteAudit>(file, std::move(*connection), std::move(*rows));
}

}  // namespace daybook
