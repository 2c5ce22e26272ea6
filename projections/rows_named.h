#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace daybook {

struct NamedRow {
  std::string annex;  // "xviii"
  std::int64_t row = 0;
  friend bool operator==(const NamedRow&, const NamedRow&) = default;
};

// The rows that a note names: the first run of numbers behind each `row` or `rows` of a sentence ("rows 26
// and 205", "the arguable rows (7, 39, 67 and others)"), of annex XIX where that stands right before it, else
// of annex XVIII.
std::vector<NamedRow> rows_named(std::string_view note);

}  // namespace daybook
