#pragma once

#include "arguments.h"

namespace daybook {

// `daybook record activity`: asks for what is missing when a person is at the terminal, shows what was
// understood and asks for a confirmation. Answers the exit status.
int record_activity(Service& service, const Arguments& arguments, const Presentation& presentation);

}  // namespace daybook
