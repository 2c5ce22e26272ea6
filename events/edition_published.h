// edition-published: on a day, a document printed an annex with these listings in this order. The stream is
// edition/<document symbol>. It names the rows and does not repeat them.
#pragma once

#include <string>
#include <vector>

#include "daybook/event/activity_parts.h"
#include "daybook/event/checks.h"

namespace daybook {

struct MarkedText {
  std::string mark;  // footnote letter, or none
  std::string text;
  friend bool operator==(const MarkedText&, const MarkedText&) = default;
};
BOOST_DESCRIBE_STRUCT(MarkedText, (), (mark, text))

struct EditionSection {
  std::vector<std::string> activities;  // ids, in the order of the rows; the first section begins at row 1
  std::string heading;                  // empty where the annex has no sections
  std::string mark;
  friend bool operator==(const EditionSection&, const EditionSection&) = default;
};
BOOST_DESCRIBE_STRUCT(EditionSection, (), (activities, heading, mark))

struct EditionPublished {
  static constexpr std::string_view type = "edition-published";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool is_fact = true;

  std::string abbreviations;  // the whole line
  std::string annex;
  std::vector<MarkedText> columns;
  std::string document;
  std::vector<MarkedText> footnotes;
  std::string published;  // the document's date, 2022-11-29
  std::vector<EditionSection> sections;
  std::string title;

  friend bool operator==(const EditionPublished&, const EditionPublished&) = default;
};
BOOST_DESCRIBE_STRUCT(EditionPublished, (),
                      (abbreviations, annex, columns, document, footnotes, published, sections, title))

// Errors: E-EVENT, naming the field.
inline result<void> check(const EditionPublished& event) {
  using checks::field;
  if (auto good = checks::annex_of_document(event.annex, event.document); !good) return good;
  if (event.columns.empty()) return field("columns", ErrorCode::event, "an edition has columns");
  if (!CivilDate::parse_iso(event.published))
    return field("published", ErrorCode::event, "\"" + event.published + "\" is not a date");
  if (event.sections.empty()) return field("sections", ErrorCode::event, "an edition has rows");
  if (event.title.empty()) return field("title", ErrorCode::event, "an edition has a title");
  return {};
}

}  // namespace daybook
