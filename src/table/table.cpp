#include "daybook/table/table.h"

#include <algorithm>

namespace daybook {

std::string signed_text(const Run& run) {
  switch (run.edit) {
    case Edit::removed:
      return "[-" + run.text + "-]";
    case Edit::added:
      return "{+" + run.text + "+}";
    case Edit::none:
      break;
  }
  return run.text;
}

std::string plain_text(const Cell& cell) {
  std::string text;
  for (const Run& run : cell.runs) {
    text += signed_text(run);
    if (!run.mark.empty()) text += " " + run.mark;
  }
  return text;
}

bool prints_heads(const Table& table) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [](const Column& column) { return !column.heading.empty() || !column.group.empty(); });
}

std::string full_heading(const Table& table, std::size_t column) {
  const auto& [heading, mark, align, group] = table.columns[column];
  if (group.empty()) return heading;
  if (!heading.empty()) return group + " " + heading;
  return column > 0 && table.columns[column - 1].group == group ? std::string() : group;
}

}  // namespace daybook
