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

Failure::Failure(Error error) : error_(std::make_unique<Error>(std::move(error))) {}
Failure::Failure(const Failure& other) : error_(std::make_unique<Error>(*other.error_)) {}
Failure& Failure::operator=(const Failure& other) {
  return *this = Failure(other);
}
Failure::~Failure() = default;

tl::unexpected<Failure> fail(ErrorCode code, std::string sentence, std::string hint) {
  return tl::unexpected<Failure>(Error{code, std::move(sentence), {}, std::move(hint)});
}

tl::unexpected<Failure> fail(Error error) {
  return tl::unexpected<Failure>(std::move(error));
}

tl::unexpected<Failure> fail(Failure failure) {
  return tl::unexpected<Failure>(std::move(failure));
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
