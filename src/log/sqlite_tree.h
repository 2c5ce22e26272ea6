#pragma once

#include <memory>
#include <string>

#include "daybook/log/event_log.h"

namespace daybook {

// Errors: E-LOG-IO.
result<std::unique_ptr<TreeReader>> open_sqlite_tree(const std::string& file);

}  // namespace daybook
