#include "daybook/base/names.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "daybook/base/utf8.h"

namespace daybook {

namespace {

// What white space begins with: a space or a control character, the no-break space or the ideographic one.
bool may_be_space(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte == 0xC2 || byte == 0xE3;
}

std::string key_of(std::string_view name) {
  std::string key;
  key.reserve(name.size());
  for (std::size_t at = 0; at < name.size();) {
    std::size_t from = at;
    at = static_cast<std::size_t>(std::find_if(name.begin() + from, name.end(), may_be_space) - name.begin());
    key += name.substr(from, at - from);
    from = at;
    if (at < name.size()) next_code_point(name, at);
    key += trim(name.substr(from, at - from));
  }
  return fold_case(key);
}

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();)
    points += next_code_point(text, at);
  return points;
}

// Insertions, deletions, replacements and swaps of neighbours that turn one into the other (OSEC, OSCE: one
// swap). More than `most` of them are not counted to the end.
std::size_t edit_distance(const std::u32string& a, const std::u32string& b, std::size_t most) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::size_t least_of_last = 0;
  for (std::size_t j = 0; j <= b.size(); ++j)
    row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    // Each row follows from the two before it, and no step makes the distance smaller.
    if (least > most && least_of_last > most) return most + 1;
    least_of_last = least;
  }
  return row[b.size()];
}

// How many characters of the one the other lacks, the larger number of the two: no fewer edits turn one into
// the other, and for names that have little in common it is told much sooner. REQUIRES: both are sorted.
std::size_t characters_apart(const std::u32string& a, const std::u32string& b) {
  std::size_t common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) ++common;
    const bool from_a = *i <= *j;
    const bool from_b = *j <= *i;
    i += from_a ? 1 : 0;
    j += from_b ? 1 : 0;
  }
  return std::max(a.size(), b.size()) - common;
}

std::u32string sorted(std::u32string characters) {
  std::sort(characters.begin(), characters.end());
  return characters;
}

std::size_t common_beginning(const std::u32string& a, const std::u32string& b) {
  const auto unlike = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  return static_cast<std::size_t>(unlike - a.begin());
}

}  // namespace

result<void> Names::add(std::string_view name, std::string_view id) {
  const std::string key = key_of(name);
  if (key.empty()) return {};
  const auto [known, added] = by_key_.try_emplace(key, Known{std::string(id), std::string(name)});
  if (!added && known->second.id != id)
    return fail(ErrorCode::duplicate,
                fmt::format("\"{}\" is a name of both {} and {}", name, known->second.id, id));
  return {};
}

const std::string* Names::find(std::string_view name) const {
  const auto known = by_key_.find(key_of(name));
  return known == by_key_.end() ? nullptr : &known->second.id;
}

std::vector<std::string> Names::nearest(std::string_view name, std::size_t count) const {
  const std::u32string wanted = code_points(key_of(name));
  if (wanted.empty()) return {};
  const std::u32string wanted_characters = sorted(wanted);
  struct Candidate {
    std::size_t distance;
    bool inside;            // one is a part of the other, which says less than as few slips of the pen
    std::size_t beginning;  // characters that both begin with: the first letters are seldom the wrong ones
    std::string spelling;
    std::string id;
  };
  std::vector<Candidate> candidates;
  for (const auto& [key, known] : by_key_) {
    const std::u32string points = code_points(key);
    // A part of a name is meant as that name: two characters say enough in Chinese, not in Latin letters.
    const std::size_t shorter = std::min(wanted.size(), points.size());
    const bool inside =
        shorter > (points.front() < 0x80 ? 3 : 1) &&
        (points.find(wanted) != std::u32string::npos || wanted.find(points) != std::u32string::npos);
    const std::size_t longest = std::max(wanted.size(), points.size());
    const std::size_t apart =
        longest - shorter;  // no fewer edits can do, and where one is inside, no more are needed
    if (!inside && apart * 2 > longest) continue;  // spares the work for a name of thousands of characters
    if (!inside && characters_apart(wanted_characters, sorted(points)) * 2 > longest) continue;
    const std::size_t distance = inside ? apart / 2 : edit_distance(wanted, points, longest / 2);
    if (inside || distance * 2 <= longest)
      candidates.push_back({distance, inside, common_beginning(wanted, points), known.spelling, known.id});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(a.distance, a.inside, b.beginning, a.spelling) <
           std::tie(b.distance, b.inside, a.beginning, b.spelling);
  });
  std::vector<std::string> names;
  std::vector<std::string> ids;
  for (const auto& candidate : candidates) {
    if (names.size() == count) break;
    if (std::find(ids.begin(), ids.end(), candidate.id) != ids.end()) continue;
    ids.push_back(candidate.id);
    names.push_back(candidate.spelling);
  }
  return names;
}

}  // namespace daybook
