// Bounds that several event types share. What needs the vocabulary (is there such a State?) is intake's to
// check: the log must stay readable when the vocabulary changes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/event/activity_parts.h"

namespace daybook::checks {

tl::unexpected<Failure> field(std::string_view name, ErrorCode code, std::string sentence);

// At least one range; in order of time, none touching the one before; each ends on or after its first day.
result<void> dates(std::span<const DateRange> ranges);
// Each names either an organization or a State, a text or both; a mark is c or d; the first stands separate.
result<void> parties(std::string_view name, std::span<const Party> parties);
// A virtual meeting has no State and no city; any other has at least one State.
result<void> place(const Place& place);
// Three capital letters each, none twice.
result<void> states(std::string_view name, std::span<const std::string> codes);
// At least one language, no empty text.
result<void> title(const json::StringMap& title);
// The symbol of a document, such as S/2022/899.
result<void> symbol(std::string_view document);
// The annex as Roman numerals in small letters, a document symbol such as S/2022/899.
result<void> annex_of_document(std::string_view annex, std::string_view document);

}  // namespace daybook::checks
