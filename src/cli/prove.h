#pragma once

#include <CLI/CLI.hpp>

#include "arguments.h"

namespace daybook {

// key new, key show, checkpoint, prove, check-proof and export-tiles.
void add_proofs(CLI::App& app, Arguments& arguments);
bool is_about_proofs(const std::string& command);
// Answers the program's exit status.
int run_proofs(const Arguments& arguments);

}  // namespace daybook
