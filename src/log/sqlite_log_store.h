#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "daybook/base/error.h"

#include "src/log/log_store.h"

namespace daybook {

// Errors: E-LOG-MISSING, E-LOG-FORMAT, E-LOG-IO.
result<std::unique_ptr<LogStore>> open_sqlite_store(const std::string& file,
                                                    std::chrono::milliseconds writer_wait);

}  // namespace daybook
