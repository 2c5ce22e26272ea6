#pragma once

#include "daybook/log/event_log.h"
#include "daybook/register/register.h"

namespace daybook {

// A hash over everything that the register answers from: two registers with one digest give the same answers.
// It holds for one version of the program and one kind of machine only, and is not kept anywhere.
Hash digest(const Register& reg);

}  // namespace daybook
