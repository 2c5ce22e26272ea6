#include "daybook/base/error.h"

#include <fmt/format.h>

#include "daybook/base/visible.h"

namespace daybook {

namespace {

// Quoted text may hold line breaks, or what a terminal takes as a command.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (c == '\n')
      line += "\\n";
    else if (c == '\r')
      line += "\\r";
    else if (c == '\t')
      line += "\\t";
    else
      line += c;
  }
  return visible(line);
}

}  // namespace

tl::unexpected<Error> fail(ErrorCode code, std::string sentence, std::string hint) {
  return tl::unexpected<Error>(Error{code, std::move(sentence), {}, std::move(hint)});
}

tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

std::string to_string(const Error& error) {
  std::string place = error.place.file;
  if (error.place.row != 0) place += fmt::format("{}{}", place.empty() ? "row " : ":", error.place.row);
  if (!error.place.field.empty()) place += (place.empty() ? "" : ":") + error.place.field;
  std::string text{error_name(error.code)};
  if (!place.empty()) text += " " + place;
  text += ": " + error.sentence;
  if (!error.hint.empty()) text += " (" + error.hint + ")";
  return on_one_line(text);
}

}  // namespace daybook
