// The few words that a renderer adds to a table. Everything else that is printed comes from the table.
#pragma once

#include <string_view>

#include "daybook/table/table.h"

namespace daybook {

struct Labels {
  std::string_view no_rows;
  std::string_view notes;
  std::string_view colon;
};

// Chinese for a table in Chinese, English for any other.
inline Labels labels_of(const Table& table) {
  if (table.language.starts_with("zh")) return {"（无）", "说明", "："};
  return {"(none)", "Notes", ": "};
}

}  // namespace daybook
