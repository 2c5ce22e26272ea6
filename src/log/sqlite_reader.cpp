#include "src/log/sqlite_reader.h"

#include <utility>

#include <fmt/format.h>

namespace daybook {

namespace {

class SqliteReader final : public EventReader {
 public:
  SqliteReader(SqliteConnection connection, SqliteStatement rows)
      : connection_(std::move(connection)), rows_(std::move(rows)) {}

  result<void> read(Position first, Position end, const EventSink& sink) override {
    const ResetAtEnd reset_at_end(rows_);
    rows_.bind(1, first.value);
    for (Position next = first; next < end; ++next.value) {
      const auto row = rows_.step();
      if (!row) return fail(row.error());
      if (!*row) return {};
      if (rows_.number(0) != next.value)
        return fail(ErrorCode::log_io,
                    fmt::format("the log's file is damaged: position {} is missing", next.value));
      if (auto taken = sink(next, rows_.bytes(1)); !taken) return taken;
    }
    return {};
  }

 private:
  SqliteConnection connection_;  // before the statement, which must be gone when it closes
  SqliteStatement rows_;
};

}  // namespace

result<std::unique_ptr<EventReader>> open_sqlite_reader(const std::string& file) {
  auto connection = SqliteConnection::open_to_scan(file);
  if (!connection) return fail(connection.error());
  auto rows =
      connection->prepare("SELECT position, bytes FROM events WHERE position >= ?1 ORDER BY position");
  if (!rows) return fail(rows.error());
  return std::make_unique<SqliteReader>(std::move(*connection), std::move(*rows));
}

}  // namespace daybook
