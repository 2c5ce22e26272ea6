#pragma once

#include <string_view>

#include "daybook/base/error.h"

namespace daybook {

// Objects and lists inside each other, at most.
inline constexpr int json_depth_max = 32;

// `bytes` is one object in the canonical spelling of docs/formats/log.md, and nothing else: no white space;
// keys of visible ASCII in strictly ascending order; strings and integers only, each in its one spelling. It
// checks spelling, not meaning: that an empty member is left out, the type's own decoding checks. REQUIRES:
// check_text(bytes). Errors: E-JSON; E-TEXT for a control character that is written as an escape.
result<void> check_canonical(std::string_view bytes);

}  // namespace daybook
