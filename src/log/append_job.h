// An append on its way into the log.
#pragma once

#include <optional>
#include <vector>

#include "daybook/log/event_log.h"

#include "src/log/append_request.h"
#include "src/log/event_draft.h"
#include "src/log/preparation.h"

namespace daybook {

struct AppendJob {
  explicit AppendJob(const Append& append) : what(append), preparation(append.events) {}

  // What can be told without the log and without the drafts. Errors: E-EVENT, E-ID-REUSED.
  result<void> check();

  Append what;
  Preparation preparation;
  std::vector<EventId> ids;
  Streams streams;
  bool writes = false;  // something of it was written, or may have been
};

// All of an append is held in memory until it is durable. Errors: E-LIMIT.
result<void> check_amount(std::span<const NewEvent> events);

}  // namespace daybook
