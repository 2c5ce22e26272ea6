// What a check needs of a backend: everything that is stored, as it is stored.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

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

// A connection of its own; one thread at a time. Nothing is ever written through it.
class LogAudit {
 public:
  virtual ~LogAudit() = default;
  // Rows of positions from `first` up to, not including, `end`, in their order. Errors: E-LOG-IO.
  virtual result<void> rows(std::uint64_t first, std::uint64_t end,
                            const std::function<void(const AuditRow&)>& sink) = 0;
  // In the order of levels and numbers. Errors: E-LOG-IO.
  virtual result<std::vector<TileRoot>> tiles() = 0;
  // What the backend itself finds wrong with its storage: faults, and what may be harmless.
  virtual result<void> storage(std::vector<Finding>& faults, std::vector<Finding>& notes) = 0;
};

using OpenAudit = std::function<result<std::unique_ptr<LogAudit>>()>;

// check_log(), given the head that the log itself answers.
result<LogCheck> check_rows(const OpenAudit& open, const Head& head, const LogCheckPlan& plan);

}  // namespace daybook
