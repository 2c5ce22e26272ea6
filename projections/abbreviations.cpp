// The line of abbreviations under an annex: `简称：short，full；…。`
#include <algorithm>
#include <map>
#include <set>

#include "daybook/base/utf8.h"
#include "daybook/projections/annex.h"

namespace daybook {

namespace {

struct Abbreviated {
  std::string acronym;  // sorts the line
  std::string full;     // empty where no annex abbreviates it
};

// Every name that may stand in a cell. Names that are not abbreviated are there so that a part of one (委员会
// in 欧盟委员会) is not taken for another.
std::map<std::string, Abbreviated, std::less<>> all_names(const Vocabulary& vocabulary) {
  std::map<std::string, Abbreviated, std::less<>> names;
  for (const Organization& body : vocabulary.organizations())
    names.try_emplace(body.zh, Abbreviated{body.acronym.empty() ? body.id : body.acronym, body.full_zh});
  for (const Term& term : vocabulary.terms())
    names.try_emplace(term.zh, Abbreviated{term.acronym, term.full_zh});
  return names;
}

}  // namespace

std::string abbreviations(const Table& table, const Vocabulary& vocabulary) {
  const auto names = all_names(vocabulary);
  std::size_t longest = 0;
  std::set<std::string_view> beginnings;  // first characters, to pass over most places quickly
  for (const auto& [name, abbreviated] : names) {
    longest = std::max(longest, name.size());
    std::size_t at = 0;
    next_code_point(name, at);
    beginnings.insert(std::string_view(name).substr(0, at));
  }
  std::map<std::string, std::string_view> found;  // by acronym in small letters
  const auto look_in = [&](std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      std::size_t past = at;
      next_code_point(text, past);
      if (beginnings.contains(text.substr(at, past - at))) {
        for (std::size_t length = std::min(longest, text.size() - at); length > 0; --length) {
          const auto name = names.find(text.substr(at, length));
          if (name == names.end()) continue;
          if (!name->second.full.empty()) found.emplace(ascii_lower(name->second.acronym), name->first);
          past = at + length;
          break;
        }
      }
      at = past;
    }
  };
  for (const Section& section : table.sections)
    for (const Row& row : section.rows)
      for (const Cell& cell : row.cells)
        for (const Run& run : cell.runs)
          look_in(run.text);
  if (found.empty()) return {};
  std::string line = "简称：";
  for (const auto& [acronym, name] : found) {
    if (line != "简称：") line += "；";
    line += std::string(name) + "，" + names.find(name)->second.full;
  }
  return line + "。";
}

}  // namespace daybook
