#include "daybook/register/dictionary.h"

#include <algorithm>
#include <bit>
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

namespace {

// A slot keeps half of the hash; that half also says where in the table to begin.
std::uint32_t mark_of(std::uint64_t hash) {
  return static_cast<std::uint32_t>(hash >> 32);
}

}  // namespace

std::size_t NameNumbers::slot_of(const HashedBytes& name) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = mark_of(name.hash) & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.number == free_slot || (slot.hash == mark_of(name.hash) && names_[slot.number] == name.bytes))
      return at;
  }
}

void NameNumbers::grow(std::size_t slots) {
  const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slots));
  for (const Slot& slot : before) {
    if (slot.number == free_slot) continue;
    std::size_t at = slot.hash & (slots - 1);
    while (slots_[at].number != free_slot)
      at = (at + 1) & (slots - 1);
    slots_[at] = slot;
  }
}

void NameNumbers::prefetch(const HashedBytes& name) const {
  if (!slots_.empty()) __builtin_prefetch(&slots_[mark_of(name.hash) & (slots_.size() - 1)]);
}

void NameNumbers::reserve(std::size_t names) {
  names_.reserve(names);
  const std::size_t slots = std::bit_ceil(names + names / 2 + 1);
  if (slots > slots_.size()) grow(slots);
}

std::pair<std::uint32_t, bool> NameNumbers::add(const HashedBytes& name) {
  if ((names_.size() + 1) * 3 > slots_.size() * 2) grow(std::max<std::size_t>(64, slots_.size() * 2));
  Slot& slot = slots_[slot_of(name)];
  if (slot.number != free_slot) return {slot.number, false};
  slot = {mark_of(name.hash), static_cast<std::uint32_t>(names_.size())};
  names_.push_back(arena_.keep(name.bytes));
  return {slot.number, true};
}

std::optional<std::uint32_t> NameNumbers::find(const HashedBytes& name) const {
  if (slots_.empty()) return std::nullopt;
  const Slot& slot = slots_[slot_of(name)];
  return slot.number == free_slot ? std::nullopt : std::optional(slot.number);
}

}  // namespace daybook
