// What a result says, for tests: its value, or its error by code or to the letter.
#pragma once

#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "daybook/base/error.h"

#include "tests/take.h"

namespace daybook {

// doctest looks for a function of this name.
inline doctest::String toString(ErrorCode code) {  // NOLINT(readability-identifier-naming)
  const auto name = error_name(code);
  return {name.data(), static_cast<doctest::String::size_type>(name.size())};
}

namespace test {

// REQUIRES: an error; the test fails and ends where there is none.
template <class T>
Error error_of(const result<T>& from) {
  if (from) FAIL("no error");
  return from.error();
}

template <class T>
ErrorCode code_of(const result<T>& from) {
  return error_of(from).code;
}

// The whole error on one line, or "no error".
template <class T>
std::string said(const result<T>& from) {
  return from ? "no error" : to_string(from.error());
}

}  // namespace test
}  // namespace daybook
