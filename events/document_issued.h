// document-issued: a document of the committee's work is out, or a page that collects some. The stream is
// document/<symbol>, or document/<last part of the address>; annex XXII is made from it.
#pragma once

#include <string>
#include <vector>

#include "daybook/event/checks.h"
#include "daybook/event/list_parts.h"

namespace daybook {

struct DocumentIssued {
  static constexpr std::string_view type = "document-issued";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool is_fact = true;

  std::string address;          // of a page
  std::vector<CivilDate> date;  // none or one; a page has none
  DocumentKind kind = DocumentKind::page;
  std::string symbol;  // S/RES/1540(2004); a page has none
  json::StringMap title;

  friend bool operator==(const DocumentIssued&, const DocumentIssued&) = default;
};
BOOST_DESCRIBE_STRUCT(DocumentIssued, (), (address, date, kind, symbol, title))

// Errors: E-EVENT, naming the field.
inline result<void> check(const DocumentIssued& event) {
  using checks::field;
  const bool page = event.kind == DocumentKind::page;
  if (page != !event.address.empty())
    return field("address", ErrorCode::event, "a page has an address, and a document has none");
  if (page != event.symbol.empty())
    return field("symbol", ErrorCode::event, "a document has a symbol, and a page has none");
  if (event.date.size() > 1 || (!page && event.date.empty()))
    return field("date", ErrorCode::event, "a document is issued on one day");
  return checks::title(event.title);
}

}  // namespace daybook
