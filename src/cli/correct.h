#pragma once

#include "arguments.h"

namespace daybook {

// amend, withdraw, reinstate, merge, group and undo. Answers the program's exit status.
int correct(Service& service, const Arguments& arguments, const Presentation& presentation);

}  // namespace daybook
