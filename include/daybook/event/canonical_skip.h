// Where a value of a known type ends in canonical JSON: for most types that can be told by less than reading
// through all that is in it.
#pragma once

#include <type_traits>
#include <utility>
#include <vector>

#include "daybook/event/canonical_json.h"

namespace daybook::json {

// skip_value() of a value in which the first `close` outside a string is the last byte: a list of strings,
// say. It looks for that byte alone, and only where what it finds may stand in a string does it read all
// before it.
const char* skip_flat(const char* at, const char* end, char close);

// Written as one string or one number.
template <class T>
constexpr bool is_scalar = std::is_same_v<T, std::string> || std::is_same_v<T, std::int64_t> ||
                           std::is_same_v<T, CivilDate> || std::is_enum_v<T>;

template <class T>
constexpr bool is_list_of_scalars = false;
template <class T>
constexpr bool is_list_of_scalars<std::vector<T>> = is_scalar<T>;

// No object inside the object, and lists of scalars at most.
template <class T>
constexpr bool is_flat_object = [] {
  if constexpr (Described<T>) {
    bool flat = true;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
      using Field = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
      flat = flat && (is_scalar<Field> || is_list_of_scalars<Field>);
    });
    return flat;
  } else {
    return std::is_same_v<T, StringMap>;
  }
}();

// A list without a list inside, not even in an object.
template <class T>
constexpr bool is_flat_list = is_list_of_scalars<T>;
template <class T>
  requires Described<T>
constexpr bool is_flat_list<std::vector<T>> = [] {
  bool flat = true;
  boost::mp11::mp_for_each<Members<T>>([&](auto member) {
    flat = flat && is_scalar<std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>>;
  });
  return flat;
}();

// skip_value() of what should be a T.
template <class T>
const char* skip_as(const char* at, const char* end) {
  if constexpr (is_flat_list<T>)
    return skip_flat(at, end, ']');
  else if constexpr (is_flat_object<T>)
    return skip_flat(at, end, '}');
  else
    return skip_value(at, end);
}

template <class T, std::size_t index>
using MemberType =
    std::remove_cvref_t<decltype(std::declval<T>().*boost::mp11::mp_at_c<Members<T>, index>::pointer)>;

}  // namespace daybook::json
