#pragma once

#include <string>

#include "daybook/service/service.h"

namespace daybook {

// What an import did or would do: a line a file, then a line that says whether it landed and what to do next.
std::string describe(const ImportReport& report, const ImportOptions& options);

}  // namespace daybook
