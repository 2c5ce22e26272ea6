// Numbers that must not be mixed up: a position is not a revision.
#pragma once

#include <compare>
#include <cstdint>

namespace daybook {

template <class Tag>
struct Strong {
  std::uint64_t value = 0;
  friend constexpr auto operator<=>(Strong, Strong) = default;
};

using Position = Strong<struct PositionTag>;  // 0, 1, 2 ... in the log, without gaps, in commit order
using Revision = Strong<struct RevisionTag>;  // 0, 1, 2 ... within one stream

}  // namespace daybook
