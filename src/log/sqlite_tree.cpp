#include "src/log/sqlite_tree.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "src/log/sqlite_connection.h"

namespace daybook {

namespace {

class SqliteTree final : public TreeReader {
 public:
  SqliteTree(SqliteConnection connection, SqliteStatement leaves, SqliteStatement tiles)
      : connection_(std::move(connection)), leaves_(std::move(leaves)), tiles_(std::move(tiles)) {}

  result<std::vector<Hash>> hashes(unsigned level, std::uint64_t first, std::uint64_t end) override {
    SqliteStatement& rows = level == 0 ? leaves_ : tiles_;
    const ResetAtEnd reset_at_end(rows);
    rows.bind(1, first);
    rows.bind(2, end);
    if (level > 0) rows.bind(3, level);
    std::vector<Hash> hashes;
    hashes.reserve(end - first);
    for (std::uint64_t number = first; number < end; ++number) {
      const auto row = rows.step();
      if (!row) return fail(row.error());
      if (!*row)
        return fail(ErrorCode::limit, fmt::format("the log has no hash {} of level {}", number, level));
      const auto bytes = rows.bytes(1);
      Hash hash{};
      if (rows.number(0) != number || bytes.size() != hash.size())
        return fail(ErrorCode::log_io, fmt::format("hash {} of level {} is damaged", number, level),
                    "daybook fsck says more");
      std::ranges::copy(bytes, hash.begin());
      hashes.push_back(hash);
    }
    return hashes;
  }

 private:
  SqliteConnection connection_;  // before the statements, which must be gone when it closes
  SqliteStatement leaves_;
  SqliteStatement tiles_;
};

}  // namespace

result<std::unique_ptr<TreeReader>> open_sqlite_tree(const std::string& file) {
  auto connection = SqliteConnection::open(file, SqliteConnection::Mode::read);
  if (!connection) return fail(connection.error());
  sqlite3_busy_timeout(connection->get(),
                       1000);  // only while another process recovers the file after a crash
  auto leaves = connection->prepare(
      "SELECT position, leaf FROM events WHERE position >= ?1 AND position < ?2 ORDER BY position");
  if (!leaves) return fail(leaves.error());
  auto tiles = connection->prepare(
      "SELECT number, hash FROM tiles WHERE level = ?3 AND number >= ?1 AND number < ?2 ORDER BY number");
  if (!tiles) return fail(tiles.error());
  return std::make_unique<SqliteTree>(std::move(*connection), std::move(*leaves), std::move(*tiles));
}

}  // namespace daybook
