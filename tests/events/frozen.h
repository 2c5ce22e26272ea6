// What the tests of the events share: comparing an event with its frozen bytes.
#pragma once

#include <string>
#include <variant>

#include <doctest/doctest.h>

#include "daybook/events/decode_event.h"

#include "tests/base/outcome.h"
#include "tests/golden.h"

namespace daybook::test {

// The golden file holds the canonical bytes of one event with every member filled and of one with the fewest,
// a line each. It is frozen: logs that hold these bytes are never rewritten, so a file of a version that was
// ever released must not change. A new form is a new `type_version`, with a golden file of its own and an
// upcast from this one.
template <class T>
void check_frozen(const std::string& file, const T& full, const T& fewest) {
  check_golden("tests/events/golden/" + file, encode(full) + "\n" + encode(fewest) + "\n");
  for (const T& event : {full, fewest}) {
    const AnyEvent decoded = take(decode_event(T::type, T::type_version, encode(event)));
    REQUIRE(std::holds_alternative<T>(decoded));
    CHECK(std::get<T>(decoded) == event);
    CHECK(encode(std::get<T>(decoded)) == encode(event));
  }
}

// What check() says of a sound event that `change` has spoiled: "no error", or the code and the field.
template <class T, class Change>
std::string fault(T event, Change change) {
  change(event);
  const auto checked = check(event);
  if (checked) return "no error";
  return std::string(error_name(checked.error()->code)) + " " + checked.error()->place.field;
}

}  // namespace daybook::test
