#pragma once

#include <cstddef>

#include "daybook/base/large_pages.h"

namespace daybook {

// When a sixteenth of many rows has been taken in, what grows with them is given room for the rest at once:
// rows are much alike, and to make a long text longer by doubling copies it and asks for twice the memory.
constexpr std::size_t sample_share = 16;
constexpr bool is_sample(std::size_t done, std::size_t rows) {
  return done >= 100 && done == rows / sample_share;
}
template <class Growing>
void reserve_as_sampled(Growing& growing) {
  reserve_large(growing, growing.size() * (sample_share + 1));
}

}  // namespace daybook
