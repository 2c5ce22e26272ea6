// edition-published: on a day, a document printed an annex with so many rows in these sections. The stream is
// edition/<document symbol>. It does not repeat the rows: activity-listed and row-listed hold them, under the
// document, the annex and the row's number, counted through the annex.
#pragma once

#include <string>
#include <utility>
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
  std::string heading;  // empty where the annex has no sections
  std::string mark;
  std::int64_t rows = 0;
  friend bool operator==(const EditionSection&, const EditionSection&) = default;
};
BOOST_DESCRIBE_STRUCT(EditionSection, (), (heading, mark, rows))

struct EditionColumn {
  std::string group;    // head over this column and its neighbours of the same group
  std::string heading;  // empty where only the group is printed
  friend bool operator==(const EditionColumn&, const EditionColumn&) = default;
};
BOOST_DESCRIBE_STRUCT(EditionColumn, (), (group, heading))

struct EditionCells {
  std::vector<std::string> cells;
  friend bool operator==(const EditionCells&, const EditionCells&) = default;
};
BOOST_DESCRIBE_STRUCT(EditionCells, (), (cells))

// A table printed under the rows, such as the summaries of annex IV.
struct EditionTable {
  std::vector<EditionColumn> columns;
  std::vector<EditionCells> rows;
  std::string title;
  friend bool operator==(const EditionTable&, const EditionTable&) = default;
};
BOOST_DESCRIBE_STRUCT(EditionTable, (), (columns, rows, title))

// Version 1 named the activities of its rows, so it could speak of annexes of activities only, all of which
// have column heads. Logs hold it; nothing writes it.
struct EditionSectionV1 {
  std::vector<std::string> activities;  // ids, in the order of the rows
  std::string heading;
  std::string mark;
  friend bool operator==(const EditionSectionV1&, const EditionSectionV1&) = default;
};
BOOST_DESCRIBE_STRUCT(EditionSectionV1, (), (activities, heading, mark))

struct EditionPublishedV1 {
  static constexpr std::string_view type = "edition-published";
  static constexpr std::int64_t type_version = 1;

  std::string abbreviations;
  std::string annex;
  std::vector<MarkedText> columns;
  std::string document;
  std::vector<MarkedText> footnotes;
  std::string published;
  std::vector<EditionSectionV1> sections;
  std::string title;

  friend bool operator==(const EditionPublishedV1&, const EditionPublishedV1&) = default;
};
BOOST_DESCRIBE_STRUCT(EditionPublishedV1, (),
                      (abbreviations, annex, columns, document, footnotes, published, sections, title))

struct EditionPublished {
  static constexpr std::string_view type = "edition-published";
  static constexpr std::int64_t type_version = 2;
  static constexpr bool is_fact = true;
  using Before = EditionPublishedV1;

  std::string abbreviations;  // the whole line
  std::string annex;
  std::vector<MarkedText> columns;  // none where the annex prints no heads
  std::string document;
  std::vector<MarkedText> footnotes;
  std::string published;                 // the document's date, 2022-11-29
  std::vector<EditionSection> sections;  // the first begins at row 1
  std::vector<EditionTable> tables;
  std::string title;

  friend bool operator==(const EditionPublished&, const EditionPublished&) = default;
};
BOOST_DESCRIBE_STRUCT(EditionPublished, (),
                      (abbreviations, annex, columns, document, footnotes, published, sections, tables,
                       title))

// A row is found by its number; the ids that version 1 repeated stand in the listings as well.
inline EditionPublished upcast(EditionPublishedV1 before) {
  EditionPublished edition;
  edition.abbreviations = std::move(before.abbreviations);
  edition.annex = std::move(before.annex);
  edition.columns = std::move(before.columns);
  edition.document = std::move(before.document);
  edition.footnotes = std::move(before.footnotes);
  edition.published = std::move(before.published);
  for (EditionSectionV1& section : before.sections)
    edition.sections.push_back({std::move(section.heading), std::move(section.mark),
                                static_cast<std::int64_t>(section.activities.size())});
  edition.title = std::move(before.title);
  return edition;
}

// Errors: E-EVENT, naming the field.
template <class Edition>
result<void> check_edition(const Edition& event) {
  using checks::field;
  if (auto good = checks::annex_of_document(event.annex, event.document); !good) return good;
  if (!CivilDate::parse_iso(event.published))
    return field("published", ErrorCode::event, "\"" + event.published + "\" is not a date");
  if (event.sections.empty()) return field("sections", ErrorCode::event, "an edition has rows");
  if (event.title.empty()) return field("title", ErrorCode::event, "an edition has a title");
  return {};
}

inline result<void> check(const EditionPublishedV1& event) {
  if (event.columns.empty())
    return checks::field("columns", ErrorCode::event, "an edition of version 1 has columns");
  return check_edition(event);
}

inline result<void> check(const EditionPublished& event) {
  for (const EditionSection& section : event.sections)
    if (section.rows < 0) return checks::field("sections", ErrorCode::event, "rows are counted from 0");
  return check_edition(event);
}

}  // namespace daybook
