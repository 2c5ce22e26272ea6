// JSON Merge Patch (RFC 7396) on canonical bytes: what an amendment says.
#pragma once

#include <string>
#include <string_view>

#include "daybook/base/error.h"

namespace daybook {

// The target as the patch changes it: members are replaced, objects are merged member by member, null takes a
// member out. An object that is left without members is left out, as canonical JSON has it. Errors: E-JSON
// when a part that it has to look into is broken; what it only passes on is not looked at.
result<std::string> merge_patch(std::string_view target, std::string_view patch);

// The patch that makes `after` of `before`; "{}" when they are equal. REQUIRES: both are canonical objects.
// Errors: E-JSON.
result<std::string> patch_between(std::string_view before, std::string_view after);

}  // namespace daybook
