// Activities as grouped: several that count as one.
#pragma once

#include <vector>

#include "daybook/register/register.h"

namespace daybook {

// The versions that are left out when activities are counted as grouped, ascending: of each group all but the
// first activity that is current. Groups that share an activity are one group.
std::vector<VersionIndex> left_out_by_groups(const View& view);

}  // namespace daybook
