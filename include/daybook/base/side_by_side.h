#pragma once

#include <algorithm>
#include <cstddef>
#include <system_error>
#include <thread>
#include <vector>

namespace daybook {

// Into how many pieces so much work is worth cutting, when a thread is worth `worth_a_thread` of it: at most
// one for each processor, at least one.
inline std::size_t pieces_of(std::size_t work, std::size_t worth_a_thread) {
  return std::clamp<std::size_t>(work / worth_a_thread, 1, std::max(1U, std::thread::hardware_concurrency()));
}

// Calls piece(0), piece(1) … up to piece(pieces - 1) side by side, the first on the caller's own thread, and
// returns when all of them have. REQUIRES: none throws, and none changes what another uses.
template <class Piece>
void side_by_side(std::size_t pieces, const Piece& piece) {
  std::vector<std::jthread> others;
  others.reserve(pieces);
  std::size_t next = 1;
  std::size_t without_thread = pieces;  // the first that gets none: the caller's does it and the rest
  try {
    for (; next < pieces; ++next)
      others.emplace_back([&piece, next] { piece(next); });
  } catch (const std::system_error&) {
    without_thread = next;
  }
  piece(0);
  for (std::size_t i = without_thread; i < pieces; ++i)
    piece(i);
}

}  // namespace daybook
