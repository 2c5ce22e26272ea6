#pragma once

#include <string>
#include <string_view>

namespace daybook {

// What Latin names are sorted by: small letters and digits without accents, apostrophes and hyphens left out,
// one space for all else. "Côte d'Ivoire" is "cote divoire". A broken byte is left out.
std::string plain_letters(std::string_view text);

}  // namespace daybook
