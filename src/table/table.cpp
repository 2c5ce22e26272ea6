#include "daybook/table/table.h"

namespace daybook {

std::string plain_text(const Cell& cell) {
  std::string text;
  for (const Run& run : cell.runs) {
    text += run.text;
    if (!run.mark.empty()) text += " " + run.mark;
  }
  return text;
}

}  // namespace daybook
