// Reads the cells of one row of a record file, and collects their faults with file, row and column.
#pragma once

#include <charconv>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "daybook/base/utf8.h"

#include "annex_row.h"

namespace daybook {

class CellReader {
 public:
  CellReader(const RowFields& fields, std::vector<Error>& errors) : fields_(fields), errors_(errors) {}

  void fault(std::string_view column, Error error) {
    errors_.push_back(fields_.at(column, std::move(error)));
  }

  std::string text(std::string_view column) {
    const auto text = trim(fields_[column]);
    if (text.empty()) fault(column, {ErrorCode::required, "the field is empty", {}, {}});
    return std::string(text);
  }

  // 1, 2 …; 0 after a fault. `what` says of what it is the number.
  std::int64_t number(std::string_view column, std::string_view what = "a row") {
    const auto text = trim(fields_[column]);
    std::int64_t value = 0;
    const auto [past, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code == std::errc() && past == text.data() + text.size() && value > 0) return value;
    fault(column, {ErrorCode::value,
                   fmt::format("\"{}\" is not the number of {}", text, what),
                   {},
                   what == "a row" ? "rows are counted 1, 2, 3 …" : "write 1, 2, 3 …"});
    return 0;
  }

  // The value; an empty one after a fault.
  template <class T>
  T take(std::string_view column, result<T> value) {
    if (value) return std::move(*value);
    fault(column, value.error());
    return T{};
  }

 private:
  const RowFields& fields_;
  std::vector<Error>& errors_;
};

}  // namespace daybook
