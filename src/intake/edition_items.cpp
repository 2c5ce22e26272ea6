#include "edition_items.h"

#include <algorithm>

#include <fmt/format.h>

#include "daybook/base/utf8.h"

namespace daybook {

namespace {

PrintedEdition& edition_of(std::vector<PrintedEdition>& editions, const RowFields& fields) {
  const std::string document{trim(fields["document"])};
  const std::string annex = ascii_lower(trim(fields["annex"]));
  for (auto& printed : editions)
    if (printed.edition.document == document && printed.edition.annex == annex) return printed;
  editions.push_back({EditionPublished{}, fields});
  editions.back().edition.document = document;
  editions.back().edition.annex = annex;
  editions.back().edition.published = trim(fields["published"]);
  return editions.back();
}

void set_once(std::string& text, const RowFields& fields, std::vector<Error>& errors) {
  if (!text.empty())
    errors.push_back(fields.at(
        "item", {ErrorCode::duplicate, fmt::format("\"{}\" stands twice", fields["item"]), {}, {}}));
  text = trim(fields["text"]);
}

void add_item(EditionPublished& edition, const RowFields& fields, std::vector<Error>& errors) {
  const auto item = trim(fields["item"]);
  const MarkedText marked{std::string(trim(fields["mark"])), std::string(trim(fields["text"]))};
  if (marked.text.empty())
    return errors.push_back(fields.at("text", {ErrorCode::required, "the field is empty", {}, {}}));
  if (edition.published != trim(fields["published"]))
    return errors.push_back(fields.at(
        "published", {ErrorCode::value, "the date is not that of the edition's first row", {}, {}}));
  if (item == "title")
    set_once(edition.title, fields, errors);
  else if (item == "abbreviations")
    set_once(edition.abbreviations, fields, errors);
  else if (item == "column")
    edition.columns.push_back(marked);
  else if (item == "footnote")
    edition.footnotes.push_back(marked);
  else if (item == "section")
    edition.sections.push_back({{}, marked.text, marked.mark});
  else
    errors.push_back(fields.at("item", {ErrorCode::value,
                                        fmt::format("\"{}\" is not an item of an edition", item),
                                        {},
                                        "one of: title, column, section, abbreviations, footnote"}));
}

}  // namespace

std::vector<PrintedEdition> read_editions(const CsvTable& table, std::vector<Error>& errors) {
  std::vector<PrintedEdition> editions;
  for (const CsvRow& row : table.rows) {
    const RowFields fields(table, row);
    PrintedEdition& printed = edition_of(editions, fields);
    ++printed.items;
    add_item(printed.edition, fields, errors);
  }
  for (auto& printed : editions)
    if (printed.edition.sections.empty()) printed.edition.sections.emplace_back();
  return editions;
}

}  // namespace daybook
