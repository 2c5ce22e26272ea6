#include "daybook/wording/parties_zh.h"

#include <array>
#include <optional>

#include <fmt/format.h>

#include "daybook/base/limits.h"
#include "daybook/base/utf8.h"

namespace daybook {

namespace {

// How two parties A and B are joined in print. One table for reading and for printing.
struct Joint {
  Relation relation;
  std::string_view between;
  std::string_view after;
  bool second_first;  // B stands before A
};
constexpr std::array<Joint, 6> joints{{
    {Relation::slash, "/", "", false},
    {Relation::chaired, "主持的", "", true},
    {Relation::through, "通过", "", false},
    {Relation::framework, "按照", "框架", false},
    {Relation::together, "与", "合作", false},
    {Relation::both, "和", "", false},
}};

constexpr std::array<std::string_view, 6> separators{"、", "；", "，", ";", ",", "\n"};

// What follows a State's name in the name of a body of its government.
constexpr std::array<std::string_view, 12> government_words{"政府",   "国家",     "外交部",   "国防部",
                                                            "内政部", "司法部",   "常驻",     "议会",
                                                            "海关",   "储备银行", "中央银行", "原子能"};
// The States of Central Africa (中非国家银行), no body of the one State that is called 中非 for short.
constexpr std::string_view states_of_central_africa = "中非国家";
constexpr std::string_view free_text = "text:";

bool opens(std::string_view text, std::size_t at) {
  return text.substr(at).starts_with("(") || text.substr(at).starts_with("（");
}
bool closes(std::string_view text, std::size_t at) {
  return text.substr(at).starts_with(")") || text.substr(at).starts_with("）");
}

struct Segment {
  std::size_t begin;
  std::size_t end;
};

// The parts of the list between separators that stand outside parentheses; none when one of these is not
// closed.
std::vector<Segment> segments_of(std::string_view text) {
  std::vector<Segment> segments;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (opens(text, at)) ++depth;
    if (closes(text, at) && depth > 0) --depth;
    std::size_t past = at;
    next_code_point(text, past);
    for (const auto separator : separators) {
      if (depth > 0 || text.substr(at, past - at) != separator) continue;
      segments.push_back({begin, at});
      begin = past;
    }
    at = past;
  }
  if (depth > 0) return {};
  segments.push_back({begin, text.size()});
  return segments;
}

// `裁军事务厅 c` → "c", and the name without it. A letter is a mark only after white space (`UNODA c`), a
// parenthesis or a character that is not ASCII.
std::string take_mark(std::string_view& name) {
  if (name.size() < 2 || (name.back() != 'c' && name.back() != 'd')) return {};
  const auto up_to = name.substr(0, name.size() - 1);
  const auto before = trim(up_to);
  if (before.empty()) return {};
  const bool stands_alone = before.size() < up_to.size() || before.back() == ')';
  if (!stands_alone && static_cast<unsigned char>(before.back()) < 0x80) return {};
  std::string mark(1, name.back());
  name = before;
  return mark;
}

class PartyReader {
 public:
  explicit PartyReader(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  result<std::vector<Party>> read(std::string_view text) {
    std::vector<Party> list;
    const auto segments = segments_of(text);
    if (segments.empty())
      return fail(ErrorCode::party, fmt::format("the list \"{}\" has a parenthesis that is not closed", text),
                  "close it, or what follows would belong to it");
    for (std::size_t i = 0; i < segments.size();) {
      const std::size_t last = last_of_name(text, segments, i);
      std::string_view name = trim(text.substr(segments[i].begin, segments[last].end - segments[i].begin));
      i = last + 1;
      if (name.empty())
        return fail(ErrorCode::party, fmt::format("the list \"{}\" has an empty place", text),
                    "take out the separator that is too many");
      if (name.size() > limits::party_bytes_max && !name.starts_with(free_text))
        return fail(ErrorCode::limit,
                    fmt::format("a name in a list is longer than {} bytes", limits::party_bytes_max),
                    "names are separated by 、");
      take_misplaced_mark(name, list);
      auto parties = entry(name);
      if (!parties) return fail(unknown(name));
      list.insert(list.end(), parties->begin(), parties->end());
    }
    return list;
  }

 private:
  // A name may itself hold separators (…第1267(1999)、1989(2011)和2253(2015)号决议所设委员会): the longest
  // known one counts.
  std::size_t last_of_name(std::string_view text, const std::vector<Segment>& segments,
                           std::size_t first) const {
    for (std::size_t last = std::min(first + 4, segments.size() - 1); last > first; --last) {
      std::string_view name =
          trim(text.substr(segments[first].begin, segments[last].end - segments[first].begin));
      take_mark(name);
      if (vocabulary_.organization_names().find(name) != nullptr) return last;
    }
    return first;
  }

  // The misprint `裁军事务厅、d世界海关组织`: a mark that stands before a name belongs to the name before it.
  static void take_misplaced_mark(std::string_view& name, std::vector<Party>& list) {
    if (list.empty() || !list.back().mark.empty() || name.size() < 2) return;
    if ((name[0] != 'c' && name[0] != 'd') || static_cast<unsigned char>(name[1]) < 0x80) return;
    list.back().mark = name.substr(0, 1);
    name = trim(name.substr(1));
  }

  std::optional<std::vector<Party>> entry(std::string_view name) const {
    if (auto party = single(name)) return std::vector{std::move(*party)};
    for (const Joint& joint : joints)
      if (auto joined = joined_by(joint, name)) return joined;
    return std::nullopt;
  }

  std::optional<std::vector<Party>> joined_by(const Joint& joint, std::string_view name) const {
    if (!joint.after.empty() && !name.ends_with(joint.after)) return std::nullopt;
    const auto body = name.substr(0, name.size() - joint.after.size());
    for (auto at = body.find(joint.between); at != std::string_view::npos;
         at = body.find(joint.between, at + 1)) {
      auto left = trim(body.substr(0, at));
      auto right = trim(body.substr(at + joint.between.size()));
      if (joint.second_first) std::swap(left, right);
      auto first = single(left);
      if (!first) continue;
      auto rest = entry(right);
      if (!rest) continue;
      rest->front().relation = joint.relation;
      rest->insert(rest->begin(), std::move(*first));
      return rest;
    }
    return std::nullopt;
  }

  std::optional<Party> single(std::string_view name) const {
    Party party;
    party.mark = take_mark(name);
    if (name_of(name, party)) return party;
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
      const auto at = name.find(open);
      if (!name.ends_with(close) || at == std::string_view::npos) continue;
      party.qualifier = name.substr(at + open.size(), name.size() - at - open.size() - close.size());
      if (name_of(trim(name.substr(0, at)), party)) return party;
    }
    return std::nullopt;
  }

  bool name_of(std::string_view name, Party& party) const {
    if (name.starts_with(free_text)) {
      party.text = trim(name.substr(free_text.size()));
      return !party.text.empty();
    }
    if (const auto* id = vocabulary_.organization_names().find(name)) {
      party.organization = *id;
      return true;
    }
    if (const auto* iso3 = vocabulary_.state_names().find(name)) {
      party.state = *iso3;
      return true;
    }
    return body_of_state(name, party);
  }

  bool body_of_state(std::string_view name, Party& party) const {
    for (const auto word : government_words) {
      const auto at = name.find(word);
      if (at == std::string_view::npos || at == 0) continue;
      const auto* iso3 = vocabulary_.state_names().find(name.substr(0, at));
      // 按照 joins a government to the framework it acts in; that is a joint, not a part of the name.
      if (iso3 == nullptr || name.find("按照") != std::string_view::npos) continue;
      if (name.starts_with(states_of_central_africa)) continue;
      party.state = *iso3;
      party.text = name;
      return true;
    }
    return false;
  }

  Error unknown(std::string_view name) const {
    // Of names that are joined, the part that is not known is the one to speak of.
    for (const Joint& joint : joints) {
      const auto at = name.find(joint.between);
      if (at == std::string_view::npos) continue;
      const auto left = trim(name.substr(0, at));
      const auto right = trim(name.substr(at + joint.between.size()));
      if (!left.empty() && !right.empty() && single(left) && !single(right)) return unknown(right);
      if (!left.empty() && !right.empty() && single(right) && !single(left)) return unknown(left);
    }
    take_mark(name);
    Error error = vocabulary_.organization_id(name).error();
    if (error.hint.starts_with("see "))
      error.hint =
          "add the body to config/vocab/organizations.csv, or write text: before a name that is no body";
    return error;
  }

  const Vocabulary& vocabulary_;
};

std::string printed(const Party& party, const Vocabulary& vocabulary, CivilDate on) {
  std::string text = party_name(party, vocabulary, "zh", on);
  if (!party.qualifier.empty()) text += "(" + party.qualifier + ")";
  if (!party.mark.empty()) text += " " + party.mark;
  return text;
}

}  // namespace

result<std::vector<Party>> read_parties_zh(std::string_view text, const Vocabulary& vocabulary) {
  text = trim(text);
  if (text.empty()) return std::vector<Party>{};
  return PartyReader(vocabulary).read(text);
}

std::string party_name(const Party& party, const Vocabulary& vocabulary, std::string_view language,
                       CivilDate on) {
  if (const Organization* body = vocabulary.organization(party.organization))
    return language == "en" && !body->en.empty() ? body->en : body->zh;
  if (!party.organization.empty()) return party.organization;
  if (!party.text.empty()) return party.text;
  return std::string(vocabulary.state_name(party.state, language, on));
}

std::string print_parties_zh(std::span<const Party> parties, const Vocabulary& vocabulary, CivilDate on) {
  std::string list;
  std::string entry;
  for (const Party& party : parties) {
    const std::string name = printed(party, vocabulary, on);
    if (party.relation == Relation::separate) {
      list += entry;
      if (!list.empty()) list += "、";
      entry = name;
      continue;
    }
    for (const Joint& joint : joints) {
      if (joint.relation != party.relation) continue;
      entry = joint.second_first ? fmt::format("{}{}{}", name, joint.between, entry)
                                 : fmt::format("{}{}{}{}", entry, joint.between, name, joint.after);
    }
  }
  return list + entry;
}

}  // namespace daybook
