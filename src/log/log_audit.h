// What a check needs of a backend: everything that is stored, as it is stored.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/base/name_numbers.h"
#include "daybook/log/check_log.h"
#include "daybook/log/event_log.h"

#include "src/log/merkle.h"

namespace daybook {

// One event's row, not checked in any way; lives until the call returns.
struct AuditRow {
  std::uint64_t position = 0;
  std::string_view id;
  std::string_view stream;
  std::uint64_t revision = 0;
  std::string_view leaf;
  std::string_view bytes;
};

// What the indexes of a log must hold: an entry for the id of each event, and one for its stream and
// revision, each with the event's position. It is summed, so that the rows can be added in one order and the
// entries in another: what differs by accident has the same sums once in 2^64.
class IndexSums {
 public:
  void add_id(std::string_view id, std::uint64_t position);
  void add_revision(const HashedBytes& stream, std::uint64_t revision, std::uint64_t position);
  void add(const AuditRow& row);  // the entries that lead to it
  IndexSums& operator+=(const IndexSums& others);
  friend bool operator==(const IndexSums&, const IndexSums&) = default;

 private:
  std::uint64_t ids_ = 0;
  std::uint64_t revisions_ = 0;
};

// A connection of its own; one thread at a time. Nothing is ever written through it.
class LogAudit {
 public:
  virtual ~LogAudit() = default;
  // Rows of positions from `first` up to, not including, `end`, in their order. Errors: E-LOG-IO.
  virtual result<void> rows(std::uint64_t first, std::uint64_t end,
                            const std::function<void(const AuditRow&)>& sink) = 0;
  // In the order of levels and numbers. Errors: E-LOG-IO.
  virtual result<std::vector<TileRoot>> tiles() = 0;
  // What the backend itself finds wrong with its storage: faults, and what may be harmless. The sums of its
  // index entries for the first `size` events, or none when it found that an index is damaged.
  virtual result<std::optional<IndexSums>> storage(std::uint64_t size, std::vector<Finding>& faults,
                                                   std::vector<Finding>& notes) = 0;
  // Looks each row up in each index, which takes several times as long as storage(): for the sentences, when
  // the sums of rows and entries differ.
  virtual result<void> look_up_rows(std::vector<Finding>& faults) = 0;
};

using OpenAudit = std::function<result<std::unique_ptr<LogAudit>>()>;

// check_log(), given the head that the log itself answers.
result<LogCheck> check_rows(const OpenAudit& open, const Head& head, const LogCheckPlan& plan);

}  // namespace daybook
