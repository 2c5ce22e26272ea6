#pragma once

#include <functional>
#include <string>

#include "daybook/base/error.h"

namespace daybook {

// SQLite's own backup (sqlite.org/backup.html), of the log as it is at this moment: what is appended
// meanwhile is not in it, and is not held up. The copy is one file, on the disk when it returns; after an
// error there is none. `progress` is told pages. Errors: E-LOG-EXISTS, E-LOG-IO.
result<void> copy_sqlite_log(const std::string& from, const std::string& to,
                             const std::function<void(int done, int of)>& progress);

}  // namespace daybook
