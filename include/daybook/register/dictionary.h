// Values that occur again and again, each kept once under a small code. Stored events are canonical, so equal values
// have equal bytes and a value is known by its bytes; it is decoded only when it is first seen.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "daybook/event/canonical_json.h"

namespace daybook {

// Bytes that stay where they are put until the arena goes.
class Arena {
 public:
  std::string_view keep(std::string_view bytes);
  std::size_t bytes_held() const { return held_; }

 private:
  static constexpr std::size_t block_bytes = 1 << 20;
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
  static std::uint64_t hash_of(std::string_view bytes);
  friend bool operator==(const HashedBytes& a, const HashedBytes& b) { return a.hash == b.hash && a.bytes == b.bytes; }
};

struct HashedBytesHash {
  using is_avalanching = void;
  std::size_t operator()(const HashedBytes& key) const { return key.hash; }
};

using Code = std::uint32_t;

// Code 0 is the value that is left out (an empty list).
template <class T>
class Dictionary {
 public:
  Dictionary() { values_.emplace_back(); }

  // Errors: E-JSON when the bytes are seen for the first time and are no T.
  result<Code> code_of(const HashedBytes& key) {
    if (key.bytes.empty()) return Code{0};
    const auto known = codes_.find(key);
    if (known != codes_.end()) return known->second;
    auto value = decode<T>(key.bytes);
    if (!value) return fail(value.error());
    HashedBytes kept = key;
    kept.bytes = arena_.keep(key.bytes);
    const auto code = static_cast<Code>(values_.size());
    codes_.emplace(kept, code);
    values_.push_back(std::move(*value));
    return code;
  }

  const T& operator[](Code code) const { return values_[code]; }
  Code size() const { return static_cast<Code>(values_.size()); }

 private:
  Arena arena_;
  boost::unordered_flat_map<HashedBytes, Code, HashedBytesHash> codes_;
  std::vector<T> values_;
};

}  // namespace daybook
