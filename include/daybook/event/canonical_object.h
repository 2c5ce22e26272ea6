// The table of members of a described type, by which the same few functions write and read objects of all
// types. Included by canonical_json.h.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "daybook/event/canonical_json.h"

namespace daybook::json {

// What can be done with a member's value by those who do not know its type.
struct ValueType {
  bool (*is_empty)(const void* value);
  void (*copy)(void* to, const void* from);
  void (*write)(std::string& out, const void* value);
  result<void> (*read)(std::string_view bytes, void* value);
  const char* (*pass)(const char* at, const char* end, void* value);
};

struct Member {
  std::string_view key;  // as it stands before the value, quotation marks and colon included
  void* (*in)(void* object);
  const ValueType* type;

  std::string_view name() const { return key.substr(1, key.size() - 3); }
};

// A described type, so that objects of all types are written and read by the same few functions, which the
// compiler makes once.
struct ObjectType {
  std::span<const Member> members;
  const void* fresh;  // an object as it is made: what a member is that is left out
};

// A class and no variable template, as KeyOfMember is.
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
  constexpr auto pointer = boost::mp11::mp_at_c<Members<T>, index>::pointer;
  using Value = std::remove_cvref_t<decltype(std::declval<T&>().*pointer)>;
  return Member{KeyOfMember<T, index>::key,
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
  static const ObjectType type{members, &fresh};
  return type;
}

}  // namespace daybook::json
