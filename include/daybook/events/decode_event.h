// From stored bytes to a typed event, whatever its version; and back.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "daybook/event/envelope.h"
#include "events/catalogue.h"

namespace daybook {

// Every event type with its newest version, in the order of their names.
template <class Each>
void for_each_event_type(Each each) {
  [&]<class... T>(std::variant<T...>*) {
    (each(std::type_identity<T>()), ...);
  }(static_cast<AnyEvent*>(nullptr));
}

// Decodes and checks the data of an event. Errors: E-EVENT-TYPE for a type or version this program does not
// know (it never guesses), E-JSON, E-DATE, E-EVENT, E-LIMIT.
result<AnyEvent> decode_event(std::string_view type, std::int64_t type_version, std::string_view data);

}  // namespace daybook
