#pragma once

#include "daybook/log/event_log.h"
#include "daybook/register/register.h"

namespace daybook {

// Reads the whole log, from position 0 to the head, into a register. Slices of it are read and taken apart on
// `threads` threads at once, each with a reader of its own; they are applied in the order of positions, so
// the answer does not depend on the threads. 0 = as many as the machine has and the log is worth. Errors:
// E-LOG-IO, and E-EVENT-TYPE, E-JSON or E-EVENT with the position: the fold never guesses.
result<Register> fold(EventLog& log, const Vocabulary& vocabulary, unsigned threads = 0);

}  // namespace daybook
