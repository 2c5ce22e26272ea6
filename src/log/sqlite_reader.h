#pragma once

#include <memory>
#include <string>

#include "daybook/log/event_log.h"

#include "src/log/sqlite_connection.h"

namespace daybook {

// Errors: E-LOG-IO.
result<std::unique_ptr<EventReader>> open_sqlite_reader(const std::string& file);

}  // namespace daybook
