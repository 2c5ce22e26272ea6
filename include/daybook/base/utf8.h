// UTF-8 text: what may come in, and how wide it stands on a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "daybook/base/error.h"

namespace daybook {

// Valid UTF-8, in NFC, without control characters (C0 but tab and line feed, DEL, C1). Errors: E-TEXT.
result<void> check_text(std::string_view text);

bool is_utf8(std::string_view text);

// To NFC. Errors: E-TEXT when the bytes are not UTF-8 or hold a control character.
result<std::string> to_nfc(std::string_view text);

// The code point at `at`, which moves past it; U+FFFD for a broken byte, moving past one.
char32_t next_code_point(std::string_view text, std::size_t& at);

// Columns on a terminal: 2 for East Asian wide and fullwidth (UAX #11), 0 for combining marks and control
// characters.
int display_width(char32_t c);
int display_width(std::string_view text);

// White space at both ends, the ideographic space U+3000 and the no-break space included, taken off.
std::string_view trim(std::string_view text);

// Lower-case ASCII; every other byte as it is.
std::string ascii_lower(std::string_view text);

// For comparing without regard to upper and lower case, in every script; a broken byte becomes U+FFFD.
std::string fold_case(std::string_view text);

}  // namespace daybook
