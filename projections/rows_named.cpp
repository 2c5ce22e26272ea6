#include "rows_named.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "daybook/base/utf8.h"

namespace daybook {

namespace {

constexpr std::string_view digits = "0123456789";

// The number that the text begins with, after commas, spaces and "and".
std::optional<std::int64_t> take_number(std::string_view& text) {
  std::string_view rest = text;
  while (true) {
    if (rest.starts_with("and "))
      rest.remove_prefix(4);
    else if (rest.starts_with(',') || rest.starts_with(' '))
      rest.remove_prefix(1);
    else
      break;
  }
  std::int64_t number = 0;
  const auto [past, code] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
  if (code != std::errc()) return std::nullopt;
  text = rest.substr(static_cast<std::size_t>(past - rest.data()));
  return number;
}

}  // namespace

std::vector<NamedRow> rows_named(std::string_view note) {
  const std::string text = ascii_lower(note);
  std::vector<NamedRow> rows;
  for (auto at = text.find("row"); at != std::string::npos; at = text.find("row", at + 3)) {
    const std::string_view before = std::string_view(text).substr(0, at);
    std::string_view rest = std::string_view(text).substr(at + 3);
    if (rest.starts_with('s')) rest.remove_prefix(1);
    if (!rest.starts_with(' ') || !(before.empty() || before.ends_with(' ') || before.ends_with('(')))
      continue;
    rest = rest.substr(0, rest.find_first_of(".:;"));
    rest.remove_prefix(std::min(rest.find_first_of(digits), rest.size()));
    const std::string annex = before.ends_with("annex xix ") ? "xix" : "xviii";
    while (const auto number = take_number(rest)) {
      const NamedRow row{annex, *number};
      if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
    }
  }
  return rows;
}

}  // namespace daybook
