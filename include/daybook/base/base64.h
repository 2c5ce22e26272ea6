#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace daybook {

// RFC 4648 section 4, with padding.
std::string to_base64(std::string_view bytes);
// None when the text is not what to_base64() would have written.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace daybook
