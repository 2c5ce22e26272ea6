// Very many names, each kept once and known by a number.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "daybook/base/fetch_ahead.h"

namespace daybook {

// Bytes that stay where they are put until the arena goes.
class Arena {
 public:
  std::string_view keep(std::string_view bytes);
  std::size_t bytes_held() const { return held_; }

 private:
  // A block is as large as all before it together, within these bounds.
  static constexpr std::size_t block_bytes_min = 1 << 16;
  static constexpr std::size_t block_bytes_max = 1 << 25;
  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t room_ = 0;
  std::size_t held_ = 0;
};

// Bytes with their hash, so that it can be computed on another thread than the one that looks them up.
struct HashedBytes {
  std::string_view bytes;
  std::uint64_t hash = 0;

  HashedBytes() = default;
  explicit HashedBytes(std::string_view b) : bytes(b), hash(hash_of(b)) {}
  HashedBytes(std::string_view b, std::uint64_t hash_of_b) : bytes(b), hash(hash_of_b) {}
  static std::uint64_t hash_of(std::string_view bytes);
  friend bool operator==(const HashedBytes& a, const HashedBytes& b) {
    return a.hash == b.hash && a.bytes == b.bytes;
  }
};

struct HashedBytesHash {
  using is_avalanching = void;
  std::size_t operator()(const HashedBytes& key) const { return key.hash; }
};

// Numbers names 0, 1, 2 … in the order in which they come. Eight bytes a slot, so that looking a name up
// costs one touch of memory that is not in a cache.
class NameNumbers {
 public:
  void reserve(std::size_t names);
  // Of a name that the other has under the same number, its bytes are kept no second time. REQUIRES: the
  // other stays where it is for as long as this one.
  void share_bytes_of(const NameNumbers& twin) { twin_ = &twin; }
  // The name's number, and whether it is new. A new name's bytes are kept.
  std::pair<std::uint32_t, bool> add(const HashedBytes& name);
  std::optional<std::uint32_t> find(const HashedBytes& name) const;
  // So many names before it is asked for is soon enough to prefetch one.
  static constexpr std::size_t ahead = 8;
  // Begins to fetch the memory that add() or find() of the name will touch. Always inline: g++ 12 takes a
  // function that does nothing else for one without effect, and drops its calls.
  [[gnu::always_inline]] void prefetch(const HashedBytes& name) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[mark_of(name.hash) & (slots_.size() - 1)]);
  }

  std::string_view operator[](std::uint32_t number) const { return names_[number]; }
  // Begins to fetch where a name is, but not the name.
  void fetch_ahead_of(std::uint32_t number) const { fetch_value_ahead(names_[number]); }
  std::size_t size() const { return names_.size(); }

 private:
  static constexpr std::uint32_t free_slot = 0xFFFF'FFFF;
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = free_slot;
  };
  // A slot keeps half of the hash; that half also says where in the table to begin.
  static std::uint32_t mark_of(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }
  // The slot that holds the name, or the free one where it would stand.
  std::size_t slot_of(const HashedBytes& name) const;
  void grow(std::size_t slots);

  std::string_view kept(std::string_view name);

  const NameNumbers* twin_ = nullptr;
  Arena arena_;
  std::vector<std::string_view> names_;
  std::vector<Slot> slots_;  // a power of two of them, at least a third free
};

}  // namespace daybook
