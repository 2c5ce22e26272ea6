// The quick way of decode(): each byte is looked at once, and kept where it belongs. It takes nothing that
// json::read() would refuse; what it does not take, read() looks at again. Included by canonical_json.h.
#pragma once

#include <algorithm>

#include "daybook/event/canonical_json.h"

namespace daybook::json {

// Past the string that begins at `at`, when each of its bytes stands for itself; nullptr otherwise.
const char* pass_string(const char* at, const char* end);
const char* pass_integer(const char* at, const char* end, std::int64_t& value);
const char* pass_map(const char* at, const char* end, StringMap& map);

template <class T>
const char* pass_list(const char* at, const char* end, std::vector<T>& list) {
  if (end - at < 2 || *at != '[') return nullptr;
  ++at;
  std::size_t count = 0;
  for (bool more = *at != ']'; more; ++count) {
    if (count == list.size()) list.emplace_back();
    at = pass(at, end, list[count]);
    if (at == nullptr || at == end) return nullptr;
    more = *at == ',';
    if (more) ++at;
  }
  list.resize(count);
  return at != end && *at == ']' ? at + 1 : nullptr;
}

// What read() takes whole. `size`: of its bytes, when they are always as many; 0 = of a string.
template <class T>
const char* pass_by_reading(const char* at, const char* end, std::size_t size, T& value) {
  const char* const past = size == 0                                    ? pass_string(at, end)
                           : static_cast<std::size_t>(end - at) >= size ? at + size
                                                                        : nullptr;
  if (past == nullptr) return nullptr;
  return read(std::string_view(at, static_cast<std::size_t>(past - at)), value) ? past : nullptr;
}

template <class T>
const char* pass(const char* at, const char* end, T& value) {
  if constexpr (Raw<T>) {
    const char* past = nullptr;
    if constexpr (requires { T::past(at, end); })
      past = T::past(at, end);
    else
      past = skip_value(at, end);
    if (past != nullptr) value.bytes.assign(at, past);
    return past;
  } else if constexpr (std::is_same_v<T, std::string>) {
    const char* const past = pass_string(at, end);
    if (past != nullptr) value.assign(at + 1, past - 1);
    return past;
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    return pass_integer(at, end, value);
  } else if constexpr (std::is_enum_v<T>) {
    return pass_by_reading(at, end, 0, value);
  } else if constexpr (std::is_same_v<T, CivilDate>) {
    return pass_by_reading(at, end, 12, value);
  } else if constexpr (std::is_same_v<T, DateRange>) {
    return pass_by_reading(at, end, 27, value);
  } else if constexpr (std::is_same_v<T, StringMap>) {
    return pass_map(at, end, value);
  } else if constexpr (is_vector<T>) {
    return pass_list(at, end, value);
  } else {
    return pass_object(at, end, object_type<T>(), &value);
  }
}

}  // namespace daybook::json
