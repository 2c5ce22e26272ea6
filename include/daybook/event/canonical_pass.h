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
  if constexpr (std::is_same_v<T, RawJson>) {
    const char* const past = skip_value(at, end);
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

// A class and no variable template: g++ 12 puts the latter where its linker does not find them.
template <class T>
struct ValueTypeOf {
  static bool value_is_empty(const void* value) { return is_empty(*static_cast<const T*>(value)); }
  static void copy_value(void* to, const void* from) { *static_cast<T*>(to) = *static_cast<const T*>(from); }
  static void write_value(std::string& out, const void* value) { write(out, *static_cast<const T*>(value)); }
  static result<void> read_value(std::string_view bytes, void* value) {
    return read(bytes, *static_cast<T*>(value));
  }
  static const char* pass_value(const char* at, const char* end, void* value) {
    return pass(at, end, *static_cast<T*>(value));
  }
  static constexpr ValueType type{value_is_empty, copy_value, write_value, read_value, pass_value};
};

template <class T, std::size_t index>
constexpr Member member_at = [] {
  constexpr auto& key = key_of_member<T, index>;
  constexpr auto pointer = boost::mp11::mp_at_c<Members<T>, index>::pointer;
  using Value = std::remove_cvref_t<decltype(std::declval<T&>().*pointer)>;
  return Member{{key.data(), key.size()},
                [](void* object) -> void* { return &(static_cast<T*>(object)->*pointer); },
                &ValueTypeOf<Value>::type};
}();

template <class T>
const ObjectType& object_type() {
  static_assert(alphabetical<T>, "list the members in alphabetical order: canonical JSON sorts them");
  static_assert(member_count<T> <= most_members);
  static constexpr auto members = []<std::size_t... index>(std::index_sequence<index...>) {
    return std::array<Member, member_count<T>>{member_at<T, index>...};
  }(std::make_index_sequence<member_count<T>>());
  static const T fresh{};
  static const ObjectType type{members, &fresh, [](std::string_view bytes, std::string_view* slices) {
                                 const auto split_up = split<T>(bytes);
                                 if (!split_up) return result<void>(fail(split_up.error()));
                                 std::copy(split_up->begin(), split_up->end(), slices);
                                 return result<void>();
                               }};
  return type;
}

}  // namespace daybook::json
