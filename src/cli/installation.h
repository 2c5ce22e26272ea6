#pragma once

#include <string>

namespace daybook {

// The folder of the vocabulary that belongs to this program: config/vocab in the nearest folder above the
// program, or share/daybook/vocab there. Empty when there is none.
std::string installed_vocabulary();

// The name of the user that runs the program.
std::string user_name();

}  // namespace daybook
