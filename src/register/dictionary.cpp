#include "daybook/register/dictionary.h"

#include <cstring>

namespace daybook {

std::string_view Arena::keep(std::string_view bytes) {
  if (bytes.size() > room_) {
    const std::size_t size = bytes.size() > block_bytes ? bytes.size() : block_bytes;
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    next_ = blocks_.back().get();
    room_ = size;
    held_ += size;
  }
  if (!bytes.empty()) std::memcpy(next_, bytes.data(), bytes.size());
  const std::string_view kept(next_, bytes.size());
  next_ += bytes.size();
  room_ -= bytes.size();
  return kept;
}

// Eight bytes a step, multiplied and folded; the register is its only user and keeps no hash on disk.
std::uint64_t HashedBytes::hash_of(std::string_view bytes) {
  constexpr std::uint64_t prime = 0x9E37'79B9'7F4A'7C15ULL;
  std::uint64_t hash = bytes.size() * prime;
  const auto mix = [&](std::uint64_t word) {
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(hash ^ word) * prime;
    hash = static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
  };
  const char* at = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= 8; left -= 8, at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, 8);
    mix(word);
  }
  std::uint64_t word = 0;
  if (left > 0) std::memcpy(&word, at, left);
  mix(word ^ 0xA5A5'A5A5'A5A5'A5A5ULL);
  return hash;
}

}  // namespace daybook
