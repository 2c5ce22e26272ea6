// The four sections of annex XIX, each of which is one kind of activity.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "daybook/event/activity_parts.h"

namespace daybook {

// In the order of the annex.
inline constexpr std::array<std::pair<Kind, std::string_view>, 4> sections_zh{{
    {Kind::visit, "应邀访问各国"},
    {Kind::joint_visit, "联合访问各国"},
    {Kind::peer_review, "同行审议"},
    {Kind::other, "应国际和区域组织邀请开展的其他国别活动"},
}};

constexpr std::optional<Kind> kind_of_section(std::string_view heading) {
  for (const auto& [kind, text] : sections_zh)
    if (text == heading) return kind;
  return std::nullopt;
}

}  // namespace daybook
