#include "daybook/event/checks.h"

#include <algorithm>

#include <fmt/format.h>

#include "daybook/base/limits.h"

namespace daybook::checks {

tl::unexpected<Failure> field(std::string_view name, ErrorCode code, std::string sentence) {
  return fail({code, std::move(sentence), {{}, 0, std::string(name)}, {}});
}

result<void> dates(std::span<const DateRange> ranges) {
  if (ranges.empty()) return field("dates", ErrorCode::event, "a date is needed");
  if (ranges.size() > limits::date_ranges_max)
    return field("dates", ErrorCode::limit,
                 fmt::format("at most {} ranges of dates", limits::date_ranges_max));
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    if (ranges[i].last < ranges[i].first)
      return field(
          "dates", ErrorCode::event,
          fmt::format("{} to {} ends before it begins", ranges[i].first.iso(), ranges[i].last.iso()));
    if (i > 0 && ranges[i].first <= ranges[i - 1].last)
      return field("dates", ErrorCode::event, fmt::format("{} is out of order", ranges[i].first.iso()));
  }
  return {};
}

result<void> parties(std::string_view name, std::span<const Party> parties) {
  if (parties.size() > limits::parties_max)
    return field(name, ErrorCode::limit, fmt::format("at most {} bodies", limits::parties_max));
  for (const Party& party : parties) {
    if (party.organization.empty() == (party.state.empty() && party.text.empty()))
      return field(name, ErrorCode::event, "a party is either an organization, or a State or a text");
    if (!party.mark.empty() && party.mark != "c" && party.mark != "d")
      return field(name, ErrorCode::event, fmt::format("\"{}\" is not a footnote mark", party.mark));
  }
  if (!parties.empty() && parties.front().relation != Relation::separate)
    return field(name, ErrorCode::event, "the first party cannot be joined to one before it");
  return {};
}

result<void> place(const Place& place) {
  if (place.mode == Mode::virtual_ && (!place.states.empty() || !place.city.empty()))
    return field("place", ErrorCode::event, "a virtual meeting has no State and no city");
  if (place.mode != Mode::virtual_ && place.states.empty())
    return field("place", ErrorCode::event, "a State is needed, unless the meeting is virtual");
  return states("place", place.states);
}

result<void> states(std::string_view name, std::span<const std::string> codes) {
  for (auto code = codes.begin(); code != codes.end(); ++code) {
    const bool shaped = code->size() == 3 &&
                        std::all_of(code->begin(), code->end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!shaped)
      return field(name, ErrorCode::event, fmt::format("\"{}\" is not an ISO 3166 alpha-3 code", *code));
    if (std::find(codes.begin(), code, *code) != code)
      return field(name, ErrorCode::event, fmt::format("{} stands twice", *code));
  }
  return {};
}

result<void> title(const json::StringMap& title) {
  if (title.empty()) return field("title", ErrorCode::event, "a title is needed");
  for (const auto& [language, text] : title)
    if (language.empty() || text.empty()) return field("title", ErrorCode::event, "a title is empty");
  return {};
}

result<void> symbol(std::string_view document) {
  if (document.empty() || document.size() > limits::id_bytes_max ||
      document.find(' ') != std::string_view::npos)
    return field("document", ErrorCode::event, fmt::format("\"{}\" is not a document symbol", document));
  return {};
}

result<void> annex_of_document(std::string_view annex, std::string_view document) {
  if (annex.empty() || annex.find_first_not_of("ivx") != std::string_view::npos)
    return field("annex", ErrorCode::event, fmt::format("\"{}\" is not the number of an annex", annex));
  return symbol(document);
}

}  // namespace daybook::checks
