#pragma once

#include <cstddef>
#include <cstdint>

namespace daybook {

// Writes the last `width` decimal digits of the number, with zeros before them.
constexpr void put_digits(char* at, std::size_t width, std::uint64_t number) {
  for (std::size_t i = width; i-- > 0; number /= 10)
    at[i] = static_cast<char>('0' + number % 10);
}

}  // namespace daybook
