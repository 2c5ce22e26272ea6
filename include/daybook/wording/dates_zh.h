// Dates as the Chinese annexes print them, both ways.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/base/civil_date.h"

namespace daybook {

// Reads `2016年5月4日`, `2016年5月12-13日`, `2016年6月28日-7月1日`, `2020年12月1日、8日和15日`; with 至, 到,
// ~ or a dash for the hyphen, `13和15日`, spaces and full-width digits anywhere; and `2016-05-04`, `2016/5/4`
// and two of those joined by 至, `..` or ` to `. A date whose year does not come first is refused, not
// guessed. Errors: E-DATE, with the part that cannot be read.
result<std::vector<DateRange>> read_dates_zh(std::string_view text);

// The one canonical form. REQUIRES: ranges in order. print_dates_zh(read_dates_zh(x)) == x for every x in
// that form.
std::string print_dates_zh(std::span<const DateRange> ranges);

}  // namespace daybook
