// Values that occur again and again, each kept once under a small code. Stored events are canonical, so equal
// values have equal bytes and a value is known by its bytes; it is decoded only when it is first seen.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

#include "daybook/base/name_numbers.h"
#include "daybook/event/canonical_json.h"

namespace daybook {

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
