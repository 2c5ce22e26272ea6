#pragma once

#include <utility>

#include <doctest/doctest.h>

#include "daybook/base/error.h"

namespace daybook::test {

// The value; where there is an error instead, the test fails and ends.
template <class T>
T take(result<T> from) {
  if (!from) FAIL(to_string(from.error()));
  return std::move(*from);
}

inline void take(result<void> from) {
  if (!from) FAIL(to_string(from.error()));
}

}  // namespace daybook::test
