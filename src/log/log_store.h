// What EventLog needs of a backend: rows in, rows out, one transaction at a time. The rules of the log
// (expected revisions, idempotency, the clock, the tree) are EventLog's and are not known here.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/log/event_log.h"

#include "src/log/event_draft.h"
#include "src/log/log_audit.h"
#include "src/log/merkle.h"

namespace daybook {

struct EventRow {
  Position position;
  EventId id{};
  std::string_view stream;
  Revision revision;
  Hash leaf{};
  std::string_view bytes;
};

struct StoredEvent {
  Position position;
  Revision revision;
  std::string bytes;
};

// The end of the log, at one moment.
struct LogTail {
  MerkleTree tree;
  std::string last_bytes;  // of the last event; empty when there is none
};

// One thread at a time. Every error is E-LOG-IO where nothing else is named.
class LogStore {
 public:
  virtual ~LogStore() = default;

  // Waits for every other writer, in this process or another, and begins a transaction that sees all they
  // wrote. Errors: E-LOG-BUSY when that takes too long.
  virtual result<void> begin() = 0;
  // Durable when it returns. After an error it is not known whether the transaction is in the log: the store
  // has let go of everything it held and reads the file afresh.
  virtual result<void> commit() = 0;
  virtual void roll_back() = 0;

  // Inside a transaction or outside one:
  virtual result<std::uint64_t> size() = 0;
  virtual result<LogTail> tail() = 0;
  virtual result<std::optional<Revision>> revision_of(std::string_view stream) = 0;

  // Only inside a transaction:
  virtual result<std::optional<StoredEvent>> find(const EventId& id) = 0;
  // Refuses a row that is not the next of the log, with a new id, and the next of its stream. Errors:
  // E-REVISION, then; the transaction is of no use any more.
  virtual result<void> insert(const EventRow& row) = 0;
  virtual result<void> insert(const TileRoot& tile) = 0;

  virtual result<std::unique_ptr<EventReader>> reader() const = 0;
  virtual result<std::unique_ptr<TreeReader>> tree() const = 0;
  virtual result<std::unique_ptr<LogAudit>> audit() const = 0;
  // Errors: E-LOG-EXISTS, E-LOG-IO.
  virtual result<void> copy_to(const std::string& file,
                               const std::function<void(int done, int of)>& progress) const = 0;
};

}  // namespace daybook
