// The catalogue of errors. Each has an input that causes it in tests/cli/errors or a unit test that names it,
// and a line in docs/reference/errors.md, which the program prints from this table.
#pragma once

#include <array>
#include <string_view>

namespace daybook {

enum class ErrorCode {
  usage,
  file,
  limit,
  text,
  csv,
  column,
  required,
  value,
  date,
  place,
  state,
  organization,
  party,
  link,
  duplicate,
  changed,
  json,
  event_type,
  event,
  revision,
  conflict,
  id_reused,
  log_busy,
  log_io,
  log_format,
  log_missing,
  log_exists,
  fork,
  key,
  proof,
  not_found,
  edition,
  facet,
  vocabulary,
};

struct ErrorKind {
  ErrorCode code;
  std::string_view name;     // stable for ever: scripts may match it
  std::string_view meaning;  // one sentence
};

inline constexpr std::array<ErrorKind, 34> error_kinds{{
    {ErrorCode::usage, "E-USAGE",
     "The command line is wrong: an unknown command or option, or a missing one."},
    {ErrorCode::file, "E-FILE", "A file or folder cannot be opened, read or written."},
    {ErrorCode::limit, "E-LIMIT", "A file, row, field, list or event is larger than Daybook takes."},
    {ErrorCode::text, "E-TEXT", "A text is not valid UTF-8, or holds a control character."},
    {ErrorCode::csv, "E-CSV",
     "A CSV file is malformed: an open quotation, or a row with too many or too few cells."},
    {ErrorCode::column, "E-COLUMN", "A CSV file lacks a column, or has one that Daybook does not know."},
    {ErrorCode::required, "E-REQUIRED", "A field that must be filled is empty."},
    {ErrorCode::value, "E-VALUE", "A value is not one of those that the field takes."},
    {ErrorCode::date, "E-DATE", "A date cannot be read, does not exist, or ends before it begins."},
    {ErrorCode::place, "E-PLACE", "A place is not in the vocabulary."},
    {ErrorCode::state, "E-STATE", "A State is not in the vocabulary."},
    {ErrorCode::organization, "E-ORGANIZATION", "A body is not in the vocabulary."},
    {ErrorCode::party, "E-PARTY", "A list of organizers or participants cannot be read."},
    {ErrorCode::link, "E-LINK", "A row names another row, or an activity, that is not there."},
    {ErrorCode::duplicate, "E-DUPLICATE", "The same row, name or key stands twice."},
    {ErrorCode::changed, "E-CHANGED", "A row is in the log already, with another content."},
    {ErrorCode::json, "E-JSON", "Bytes are not canonical JSON as docs/formats/log.md defines it."},
    {ErrorCode::event_type, "E-EVENT-TYPE",
     "An event has a type or a version that this program does not know."},
    {ErrorCode::event, "E-EVENT", "An event has a field that is missing, unknown or out of bounds."},
    {ErrorCode::revision, "E-REVISION", "Someone else has written to the stream since the writer looked."},
    {ErrorCode::conflict, "E-CONFLICT",
     "What the log holds by now does not allow the correction: something later builds on it, or it is made "
     "already."},
    {ErrorCode::id_reused, "E-ID-REUSED", "An event id is in the log already, with another content."},
    {ErrorCode::log_busy, "E-LOG-BUSY", "Another process is writing to the log and did not finish in time."},
    {ErrorCode::log_io, "E-LOG-IO", "The log's storage failed; nothing was acknowledged."},
    {ErrorCode::log_format, "E-LOG-FORMAT",
     "The file is not a Daybook log, or is of a format this program cannot read."},
    {ErrorCode::log_missing, "E-LOG-MISSING", "There is no log at that place."},
    {ErrorCode::log_exists, "E-LOG-EXISTS", "There is a log, or another file, at that place already."},
    {ErrorCode::fork, "E-FORK",
     "Two logs, or a log and a checkpoint, that should be one differ at the same position."},
    {ErrorCode::key, "E-KEY", "A key is malformed, or its file is open to others."},
    {ErrorCode::proof, "E-PROOF", "A checkpoint or a proof is malformed, or does not hold."},
    {ErrorCode::not_found, "E-NOT-FOUND", "Nothing in the log has that id."},
    {ErrorCode::edition, "E-EDITION", "The log holds no such edition of that annex."},
    {ErrorCode::facet, "E-FACET", "That is not a facet that activities can be counted by."},
    {ErrorCode::vocabulary, "E-VOCABULARY", "A vocabulary file is missing or cannot be used."},
}};

constexpr std::string_view error_name(ErrorCode code) {
  return error_kinds[static_cast<std::size_t>(code)].name;
}

static_assert([] {
  for (std::size_t i = 0; i < error_kinds.size(); ++i)
    if (static_cast<std::size_t>(error_kinds[i].code) != i) return false;
  return true;
}());

}  // namespace daybook
