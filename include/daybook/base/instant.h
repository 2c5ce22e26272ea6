// A UTC instant in microseconds: the recorded clock.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "daybook/base/error.h"

namespace daybook {

struct Instant {
  std::int64_t microseconds = 0;  // since 1970-01-01T00:00:00Z

  static Instant now();
  // Reads `2022-06-02T09:30:00.000000Z` (exactly six decimals: one instant has one spelling). Errors: E-DATE.
  static result<Instant> parse(std::string_view text);
  // Reads a day, a minute, a second or a whole instant (2022-06-02, 2022-06-02T09:30, 2022-06-02 09:30:15 …,
  // UTC) and answers the last microsecond of it. Errors: E-DATE.
  static result<Instant> parse_last(std::string_view text);
  std::string text() const;

  friend auto operator<=>(const Instant&, const Instant&) = default;
};

}  // namespace daybook
