// Small files, written whole.
#pragma once

#include <string>
#include <string_view>

#include "daybook/base/error.h"

namespace daybook {

// Errors: E-FILE, also when there is a file of that name; nothing is left behind then.
result<void> write_new_file(const std::string& file, std::string_view bytes, unsigned mode = 0666);
enum class Sync { now, later };  // later: the caller syncs many files at once, or none

// Whoever reads the file meanwhile has its old content or the new one; with Sync::now so it is after a crash,
// and the new one is on the disk when it returns. Its folder is made where it is missing. Errors: E-FILE.
result<void> replace_file(const std::string& file, std::string_view bytes, Sync sync);
// Puts on the disk whatever was written to the file system of that folder. Errors: E-FILE.
result<void> sync_files(const std::string& folder);

}  // namespace daybook
