// What the tests of the annexes share: the annex as text in both languages, and its rows as lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "daybook/projections/annex.h"
#include "daybook/render/render.h"

#include "tests/golden.h"
#include "tests/story.h"

namespace daybook::story {

// Holds an annex of the published record, rebuilt for that period, against the files `NAME.zh.txt` and
// `NAME.en.txt`. The name is "annex-" and the annex's id, and may go on after a hyphen.
inline void check_rebuilt(std::string_view name, const Period& period, int width = 100) {
  constexpr std::string_view before_id = "annex-";
  const std::string_view id = name.substr(before_id.size());
  const AnnexRule& rule = *find_annex(id.substr(0, id.find('-')));
  for (const auto& [language, ending] :
       {std::pair(Language::zh, ".zh.txt"), std::pair(Language::en, ".en.txt")})
    check_golden("tests/projections/golden/" + std::string(name) + ending,
                 render_text(rule.rebuilt(published().reg.now(), period, language), {width}));
}

// The cells of the rows, joined by a bar.
inline std::vector<std::string> lines_of(const Table& table) {
  std::vector<std::string> lines;
  for (const Section& section : table.sections)
    for (const Row& row : section.rows) {
      std::string line;
      for (const Cell& cell : row.cells)
        line += (line.empty() ? "" : "|") + plain_text(cell);
      lines.push_back(line);
    }
  return lines;
}

}  // namespace daybook::story
