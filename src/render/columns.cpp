#include "columns.h"

#include <algorithm>
#include <cstddef>

namespace daybook {

namespace {

constexpr int readable = 10;  // five Chinese characters: fewer in a line read as a ladder

// Columns that an even share would give all they need; true when one was found.
bool settle_short(const std::vector<Content>& contents, std::vector<int>& widths, int& left, int& open) {
  bool found = false;
  for (std::size_t i = 0; i < contents.size() && open > 0; ++i) {
    if (widths[i] > 0 || contents[i].widest > left / open) continue;
    widths[i] = std::max(contents[i].widest, 1);
    left -= widths[i];
    --open;
    found = true;
  }
  return found;
}

// The mean width of the text, each character counting once: empty cells do not make a column look short.
double usual_width(const Content& content) {
  return content.total == 0 ? 1.0 : static_cast<double>(content.squares) / static_cast<double>(content.total);
}

// Each column that is still at 0 begins at what can be read, and `spare` is divided among them.
void divide(const std::vector<Content>& contents, std::vector<int>& widths, int spare) {
  double usual = 0;
  for (std::size_t i = 0; i < contents.size(); ++i)
    if (widths[i] == 0) usual += usual_width(contents[i]);
  const int shared = spare;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    if (widths[i] > 0) continue;
    const int part = static_cast<int>(usual_width(contents[i]) / usual * shared);
    const int more = std::min(part, contents[i].widest - readable);
    widths[i] = readable + more;
    spare -= more;
  }
  // What a column did not need, and what rounding left, goes to the first that can use it.
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const int more = std::clamp(contents[i].widest - widths[i], 0, spare);
    widths[i] += more;
    spare -= more;
  }
}

}  // namespace

void Content::add_heading(int width) {
  widest = std::max(widest, width);
}

void Content::add_cell(int width) {
  widest = std::max(widest, width);
  total += width;
  squares += std::int64_t{width} * width;
}

void Content::add(const Content& other) {
  widest = std::max(widest, other.widest);
  total += other.total;
  squares += other.squares;
}

std::vector<int> fit_columns(const std::vector<Content>& contents, int width) {
  const int count = static_cast<int>(contents.size());
  int left = width - column_gap * (count - 1);
  int least = 0;
  for (const Content& content : contents)
    least += std::clamp(content.widest, 1, readable);
  if (least > left) return {};

  std::vector<int> widths(contents.size(), 0);
  int open = count;
  while (open > 0 && settle_short(contents, widths, left, open)) {
  }
  divide(contents, widths, left - open * readable);
  return widths;
}

}  // namespace daybook
