// What of a text may be shown. A terminal obeys control characters, and bidirectional controls make a line
// read as what it is not; both could come in with a title that somebody pasted.
#pragma once

#include <string>
#include <string_view>

namespace daybook {

// Controls (C0 but tab and line feed, DEL, C1), bidirectional controls, line and paragraph separators.
bool is_unprintable(char32_t c);

struct Measure {
  int width = 0;  // columns on a terminal; meaningless unless `clean`
  bool clean =
      true;  // may be printed on one line as it stands: UTF-8, nothing unprintable, no tab, no line feed
};

// Same widths as display_width() of daybook/base/utf8.h, with no look-up for ASCII and the common Chinese
// ranges.
Measure measure(std::string_view text);

// The text with `\x1b`, `\u202e` for what is unprintable and U+FFFD for what is not UTF-8. Keeps tabs and
// line feeds.
std::string visible(std::string_view text);

}  // namespace daybook
