// The commands that write to the log.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <CLI/CLI.hpp>

#include "arguments.h"

namespace daybook {

void add_writing(CLI::App& app, Arguments& arguments);
void add_corrections(CLI::App& app, Arguments& arguments);

std::string list_of(std::span<const std::string_view> names);

}  // namespace daybook
