#include "daybook/table/table.h"

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

}  // namespace daybook
