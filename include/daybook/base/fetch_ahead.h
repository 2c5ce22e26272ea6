#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace daybook {

// Begins to fetch a text that will be read soon, or as much of it as is worth it. Always inline: g++ 12 takes
// a function that does nothing else for one without effect, and drops its calls.
[[gnu::always_inline]] inline void fetch_ahead(std::string_view text) {
  constexpr std::size_t line_bytes = 64;
  constexpr std::size_t bytes_max = 4 * line_bytes;
  const std::size_t bytes = std::min(text.size(), bytes_max);
  for (std::size_t at = 0; at < bytes; at += line_bytes)
    __builtin_prefetch(text.data() + at);
  if (bytes > 0) __builtin_prefetch(text.data() + bytes - 1);
}

// The same of a value itself, whatever it refers to.
template <class T>
[[gnu::always_inline]] inline void fetch_value_ahead(const T& value) {
  if constexpr (sizeof(T) == alignof(T))
    __builtin_prefetch(&value);  // lies in one line
  else
    fetch_ahead(std::string_view(reinterpret_cast<const char*>(&value), sizeof(T)));
}

}  // namespace daybook
