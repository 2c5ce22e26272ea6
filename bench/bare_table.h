// What SQLite costs without a log on top: the yardstick of the log's speed.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace daybook::bench {

// A table (position, bytes) in WAL mode with synchronous=FULL, and nothing else of SQLite's defaults changed.
class BareTable {
 public:
  explicit BareTable(const std::string& file);
  BareTable(const BareTable&) = delete;
  BareTable& operator=(const BareTable&) = delete;
  ~BareTable() { close(); }

  // One transaction.
  void insert(std::span<const std::string> rows);
  void close();

 private:
  sqlite3* database_ = nullptr;
  sqlite3_stmt* insert_ = nullptr;
  std::int64_t next_ = 0;
};

struct Scan {
  std::uint64_t rows = 0;
  std::uint64_t bytes = 0;
};
// SELECT bytes FROM events ORDER BY position, one thread, one pass; `each` gets each event's.
Scan scan_log(const std::string& file, const std::function<void(std::string_view)>& each = {});

}  // namespace daybook::bench
