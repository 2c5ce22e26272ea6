#include "daybook/base/name_numbers.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "daybook/base/large_pages.h"

namespace daybook {

std::string_view Arena::keep(std::string_view bytes) {
  if (bytes.size() > room_) {
    const std::size_t size = std::max(bytes.size(), std::clamp(held_, block_bytes_min, block_bytes_max));
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(size));
    next_ = blocks_.back().get();
    ask_for_large_pages(next_, size);
    room_ = size;
    held_ += size;
  }
  if (!bytes.empty()) std::memcpy(next_, bytes.data(), bytes.size());
  const std::string_view kept(next_, bytes.size());
  next_ += bytes.size();
  room_ -= bytes.size();
  return kept;
}

// Sixteen bytes a step, multiplied and folded; no hash is kept on disk.
std::uint64_t HashedBytes::hash_of(std::string_view bytes) {
  constexpr std::uint64_t prime = 0x9E37'79B9'7F4A'7C15ULL;
  constexpr std::uint64_t other = 0xD1B5'4A32'D192'ED03ULL;
  const auto mixed = [](std::uint64_t a, std::uint64_t b) {
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
  };
  const auto load = []<class Word>(const char* at, Word word) {
    std::memcpy(&word, at, sizeof word);
    return std::uint64_t{word};
  };
  const char* const at = bytes.data();
  const std::size_t size = bytes.size();
  std::uint64_t hash = size * prime;
  // The last words overlap those before them where the size is no multiple.
  if (size >= 16) {
    for (std::size_t i = 0; i + 16 < size; i += 16)
      hash = mixed(load(at + i, std::uint64_t{}) ^ hash, load(at + i + 8, std::uint64_t{}) ^ prime);
    return mixed(load(at + size - 16, std::uint64_t{}) ^ hash, load(at + size - 8, std::uint64_t{}) ^ other);
  }
  if (size >= 8) return mixed(load(at, std::uint64_t{}) ^ hash, load(at + size - 8, std::uint64_t{}) ^ other);
  if (size >= 4) return mixed(load(at, std::uint32_t{}) ^ hash, load(at + size - 4, std::uint32_t{}) ^ other);
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < size; ++i)
    word = word << 8 | static_cast<unsigned char>(at[i]);
  return mixed(word ^ hash, other);
}

std::size_t NameNumbers::slot_of(const HashedBytes& name) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = mark_of(name.hash) & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.number == free_slot || (slot.hash == mark_of(name.hash) && names_[slot.number] == name.bytes))
      return at;
  }
}

void NameNumbers::grow(std::size_t slots) {
  std::vector<Slot> larger;
  reserve_large(larger, slots);
  larger.resize(slots);
  const std::vector<Slot> before = std::exchange(slots_, std::move(larger));
  for (const Slot& slot : before) {
    if (slot.number == free_slot) continue;
    std::size_t at = slot.hash & (slots - 1);
    while (slots_[at].number != free_slot)
      at = (at + 1) & (slots - 1);
    slots_[at] = slot;
  }
}

void NameNumbers::reserve(std::size_t names) {
  reserve_large(names_, names);
  const std::size_t slots = std::bit_ceil(names + names / 2 + 1);
  if (slots > slots_.size()) grow(slots);
}

std::string_view NameNumbers::kept(std::string_view name) {
  const std::size_t number = names_.size();
  const bool shared = twin_ != nullptr && number < twin_->size() && twin_->names_[number] == name;
  return shared ? twin_->names_[number] : arena_.keep(name);
}

std::pair<std::uint32_t, bool> NameNumbers::add(const HashedBytes& name) {
  if ((names_.size() + 1) * 3 > slots_.size() * 2) grow(std::max<std::size_t>(64, slots_.size() * 2));
  Slot& slot = slots_[slot_of(name)];
  if (slot.number != free_slot) return {slot.number, false};
  slot = {mark_of(name.hash), static_cast<std::uint32_t>(names_.size())};
  names_.push_back(kept(name.bytes));
  return {slot.number, true};
}

std::optional<std::uint32_t> NameNumbers::find(const HashedBytes& name) const {
  if (slots_.empty()) return std::nullopt;
  const Slot& slot = slots_[slot_of(name)];
  return slot.number == free_slot ? std::nullopt : std::optional(slot.number);
}

}  // namespace daybook
