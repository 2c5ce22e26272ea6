// The sections of annexes: XIX, each of which is one kind of activity; XXII, one kind of document.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "daybook/event/activity_parts.h"
#include "daybook/event/list_parts.h"

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

// In the order of annex XXII; what is in none of them is a page.
inline constexpr std::array<std::pair<DocumentKind, std::string_view>, 4> document_sections_zh{{
    {DocumentKind::resolution, "安全理事会决议"},
    {DocumentKind::committee_report, "第1540(2004)号决议所设委员会的报告"},
    {DocumentKind::annual_review, "第1540(2004)号决议执行情况年度审查"},
    {DocumentKind::work_programme, "第1540(2004)号决议所设委员会的工作方案"},
}};

constexpr std::optional<DocumentKind> document_kind_of_section(std::string_view heading) {
  if (heading.empty()) return DocumentKind::page;
  for (const auto& [kind, text] : document_sections_zh)
    if (text == heading) return kind;
  return std::nullopt;
}

}  // namespace daybook
