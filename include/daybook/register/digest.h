#pragma once

#include <cstdint>

#include "daybook/register/register.h"

namespace daybook {

// A hash over everything that the register answers from: two registers with one digest give the same answers.
// It tells apart what differs by accident, not by intent; it holds for one version of the program and one
// kind of machine only, and is not kept anywhere.
std::uint64_t digest(const Register& reg);

}  // namespace daybook
