#pragma once

#include <memory>
#include <string>

#include "src/log/log_audit.h"

namespace daybook {

// Errors: E-LOG-IO.
result<std::unique_ptr<LogAudit>> open_sqlite_audit(const std::string& file);

}  // namespace daybook
