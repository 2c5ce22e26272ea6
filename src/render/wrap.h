// Lines of a given width out of Chinese and Latin text.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace daybook {

// A space at which no line is broken, so that `裁军事务厅 d` keeps its mark. Text that has been made
// visible() holds no control characters, which leaves this one free; whoever prints the line puts a space for
// it.
inline constexpr char glue_space = '\x01';

// Between two paragraphs of a cell. Where a row is one line, whoever prints it puts a space for it too.
inline constexpr char paragraph_break = '\x02';

struct Line {
  std::size_t from = 0;  // bytes of the text
  std::size_t to = 0;    // not included
  int width = 0;
};

// Appends the lines of `text`, one at least. Breaks at spaces, which are dropped there, and between Chinese
// characters, but not before 、，；：。）)”》 or after （(“《; dates and symbols such as 1540(2004) stay
// whole. A piece that is wider than `width` on its own is cut anywhere. REQUIRES: visible() text on one line,
// width >= 1.
void wrap(std::string_view text, int width, std::vector<Line>& lines);

// The same for a text of paragraphs with a paragraph_break between them; each begins a line.
void wrap_paragraphs(std::string_view text, int width, std::vector<Line>& lines);

}  // namespace daybook
