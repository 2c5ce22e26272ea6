#pragma once

#include <CLI/CLI.hpp>

#include "arguments.h"

namespace daybook {

void add_upkeep(CLI::App& app, Arguments& arguments);

// Whether the command is one of those that look after the log as a whole, and know nothing of activities:
// fsck, backup, restore, export, import --events.
bool is_upkeep(const Arguments& arguments);
// Does it; the vocabulary's folder is known. Answers the program's exit status.
int upkeep(const Arguments& arguments);

}  // namespace daybook
