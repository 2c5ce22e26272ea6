// What facets and their values are called.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "daybook/base/utf8.h"
#include "daybook/projections/annex.h"
#include "daybook/projections/facets.h"

namespace daybook {

namespace {

struct Label {
  std::string_view value;
  std::string_view zh;
  std::string_view en;
};

constexpr std::array<Label, facet_names.size()> facet_labels{{
    {"organizer", "组织者/支持者", "Organizer/supporter"},
    {"participant", "参与者", "Participant"},
    {"organization", "组织者或参与者", "Organizer or participant"},
    {"state", "服务的国家", "State served"},
    {"region", "服务的区域集团", "Regional group served"},
    {"host-state", "举办地所在国", "Host State"},
    {"host-region", "举办地区域集团", "Regional group of the host State"},
    {"year", "年份", "Year"},
    {"month", "月份", "Month"},
    {"kind", "类别", "Kind"},
    {"mode", "方式", "Mode"},
    {"audience", "对象", "Audience"},
    {"support", "裁军事务厅的支持", "Support by the Office for Disarmament Affairs"},
    {"role", "委员会的作用", "Role of the Committee"},
    {"annex", "附件", "Annex"},
}};

constexpr std::array<Label, 5> regions{{
    {"AFR", "非洲集团", "African States"},
    {"APG", "亚洲-太平洋集团", "Asia-Pacific States"},
    {"EEG", "东欧集团", "Eastern European States"},
    {"GRULAC", "拉丁美洲和加勒比集团", "Latin American and Caribbean States"},
    {"WEOG", "西欧和其他国家集团", "Western European and other States"},
}};
constexpr std::array<Label, 6> kinds{{
    {"outreach", "外联活动", "Outreach event"},
    {"training-course", "培训班", "Training course"},
    {"visit", "应邀访问", "Visit by invitation"},
    {"joint-visit", "联合访问", "Joint visit"},
    {"peer-review", "同行审议", "Peer review"},
    {"other", "其他国别活动", "Other country activity"},
}};
constexpr std::array<Label, 4> modes{{
    {"in-person", "现场", "In person"},
    {"virtual", "虚拟", "Virtual"},
    {"hybrid", "混合", "Hybrid"},
    {"video", "委员会以视频方式参与", "The Committee by video"},
}};
constexpr std::array<Label, 4> audiences{{
    {"member-states", "会员国", "Member States"},
    {"parliamentarians", "议员", "Parliamentarians"},
    {"academia", "学术界", "Academia"},
    {"industry", "行业和专业协会", "Industry and professional associations"},
}};
constexpr std::array<Label, 3> supports{{
    {"c", "c 为参与提供便利", "c facilitated the participation"},
    {"d", "d 组织、共同组织、主办或支持", "d organized, co-organized, hosted or supported"},
    {"", "未注明", "no mark"},
}};
constexpr std::array<Label, 2> roles{{
    {"co-organized", "共同举办", "Co-organized"},
    {"took-part", "参加", "Took part"},
}};

std::span<const Label> labels_of(Facet facet) {
  switch (facet) {
    case Facet::region:
    case Facet::host_region:
      return regions;
    case Facet::kind:
      return kinds;
    case Facet::mode:
      return modes;
    case Facet::audience:
      return audiences;
    case Facet::support:
      return supports;
    case Facet::role:
      return roles;
    default:
      return {};
  }
}

bool is_organization(Facet facet) {
  return facet <= Facet::organization;
}
bool is_state(Facet facet) {
  return facet == Facet::state || facet == Facet::host_state;
}

std::string upper_roman(std::string_view number) {
  std::string roman(number);
  for (char& c : roman)
    c = static_cast<char>(c - 'a' + 'A');
  return roman;
}

constexpr CivilDate today_names = CivilDate::from_days(82'000);  // the names that hold last

result<std::string> read_named(Facet facet, std::string_view text) {
  for (const Label& known : labels_of(facet))
    for (const auto name : {known.value, known.zh, known.en})
      if (ascii_lower(name) == ascii_lower(text)) return std::string(known.value);
  std::vector<std::string_view> values;
  for (const Label& known : labels_of(facet))
    values.push_back(known.value.empty() ? "none" : known.value);
  return fail(ErrorCode::value, fmt::format("\"{}\" is not a value of {}", text, name_of(facet)),
              fmt::format("one of: {}", fmt::join(values, ", ")));
}

// 2019, or 2019-07.
result<std::string> read_time(Facet facet, std::string_view text) {
  const bool year = facet == Facet::year;
  const auto day = CivilDate::parse_iso(std::string(text) + (year ? "-01-01" : "-01"));
  if (!day)
    return fail(ErrorCode::value, fmt::format("\"{}\" is not a {}", text, name_of(facet)),
                year ? "write a year as 2019" : "write a month as 2019-07");
  return std::string(text);
}

}  // namespace

std::string label(Facet facet, Language language) {
  const Label& found = facet_labels[static_cast<std::size_t>(facet)];
  return std::string(language == Language::zh ? found.zh : found.en);
}

std::string label(Facet facet, std::string_view value, Language language, const Vocabulary& vocabulary) {
  for (const Label& known : labels_of(facet))
    if (known.value == value) return std::string(language == Language::zh ? known.zh : known.en);
  if (is_organization(facet)) {
    const Organization* body = vocabulary.organization(value);
    if (body != nullptr) return language == Language::zh || body->en.empty() ? body->zh : body->en;
  }
  if (is_state(facet)) return std::string(vocabulary.state_name(value, tag(language), today_names));
  if (facet == Facet::annex) return (language == Language::zh ? "附件" : "annex ") + upper_roman(value);
  return std::string(value);
}

result<std::string> read_facet_value(Facet facet, std::string_view text, const Vocabulary& vocabulary) {
  text = trim(text);
  if (is_organization(facet)) return vocabulary.organization_id(text);
  if (is_state(facet)) return vocabulary.state_id(text);
  if (facet == Facet::year || facet == Facet::month) return read_time(facet, text);
  if (facet == Facet::support && (text == "none" || text == "-")) return std::string();
  if (facet == Facet::annex) {
    std::string number = ascii_lower(text);
    const AnnexRule* rule = find_annex(number);
    if (rule == nullptr || rule->takes == nullptr)
      return fail(ErrorCode::value, fmt::format("\"{}\" is not an annex that lists activities", text),
                  "one of: " + annex_numbers(true));
    return number;
  }
  return read_named(facet, text);
}

result<Condition> read_condition(std::string_view text, const Vocabulary& vocabulary) {
  const auto equals = text.find('=');
  if (equals == std::string_view::npos)
    return fail(ErrorCode::usage, fmt::format("\"{}\" is not a condition", text),
                "write FACET=VALUE, e.g. organizer=osce");
  const auto facet = read_facet(trim(text.substr(0, equals)));
  if (!facet) return fail(facet.error());
  Condition condition{*facet, {}};
  std::string_view rest = text.substr(equals + 1);
  // A whole that is known (a name with a comma in it) comes before its parts.
  if (auto whole = read_facet_value(*facet, rest, vocabulary)) {
    condition.values.push_back(std::move(*whole));
    return condition;
  }
  while (true) {
    const auto comma = std::min(rest.find(','), rest.size());
    auto value = read_facet_value(*facet, rest.substr(0, comma), vocabulary);
    if (!value) return fail(value.error());
    condition.values.push_back(std::move(*value));
    if (comma == rest.size()) return condition;
    rest.remove_prefix(comma + 1);
  }
}

}  // namespace daybook
