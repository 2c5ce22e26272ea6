// From stored bytes to a typed event, whatever its version; and back.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "daybook/event/envelope.h"
#include "events/catalogue.h"

namespace daybook {

// E-EVENT-TYPE.
Error unknown_event_type(std::string_view type, std::int64_t type_version);

// Every event type with its newest version, in the order of their names.
template <class Each>
void for_each_event_type(Each each) {
  [&]<class... T>(std::variant<T...>*) {
    (each(std::type_identity<T>()), ...);
  }(static_cast<AnyEvent*>(nullptr));
}

// Decodes and checks the data of an event of any version of T, and brings it to the newest. A type that has
// an older version names it as T::Before and has `T upcast(T::Before)`. Errors: E-EVENT-TYPE, E-JSON, E-DATE,
// E-EVENT, E-LIMIT.
template <class T>
result<T> decode_version(std::int64_t type_version, std::string_view data) {
  if (type_version == T::type_version) {
    auto event = decode<T>(data);
    if (!event) return event;
    if (auto good = check(*event); !good) return fail(good.error());
    return event;
  }
  if constexpr (requires { typename T::Before; }) {
    auto older = decode_version<typename T::Before>(type_version, data);
    if (!older) return fail(older.error());
    return upcast(std::move(*older));
  }
  return fail(unknown_event_type(T::type, type_version));
}

// Decodes and checks the data of an event. Errors: E-EVENT-TYPE for a type or version this program does not
// know (it never guesses), E-JSON, E-DATE, E-EVENT, E-LIMIT.
result<AnyEvent> decode_event(std::string_view type, std::int64_t type_version, std::string_view data);

// Whether decode_event() would take it, for less: an event of the newest version is decoded over the one of
// its type before it on this thread. Answers what that tells of the spelling of `data`. Errors: the same.
result<Spelling> check_event(std::string_view type, std::int64_t type_version, std::string_view data);

}  // namespace daybook
