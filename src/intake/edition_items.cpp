#include "edition_items.h"

#include <algorithm>

#include <fmt/format.h>

#include "daybook/base/utf8.h"

#include "cell_reader.h"

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

// A summary-title begins a table; a group stands over the two columns after it.
void add_summary_item(EditionPublished& edition, const RowFields& fields, std::vector<Error>& errors) {
  const auto item = trim(fields["item"]);
  const std::string text(trim(fields["text"]));
  if (item == "summary-title") return edition.tables.push_back({{}, {}, text});
  if (edition.tables.empty())
    return errors.push_back(
        fields.at("item", {ErrorCode::value, "a table begins with its summary-title", {}, {}}));
  EditionTable& table = edition.tables.back();
  const auto waiting = std::find_if(table.columns.begin(), table.columns.end(), [](const auto& column) {
    return column.heading.empty() && !column.group.empty();
  });
  if (item == "summary-row")
    table.rows.push_back({{text}});
  else if (item == "summary-column-group")
    table.columns.insert(table.columns.end(), 2, EditionColumn{text, {}});
  else if (item != "summary-column")
    errors.push_back(
        fields.at("item", {ErrorCode::value, fmt::format("\"{}\" is not an item of a table", item), {}, {}}));
  else if (waiting != table.columns.end())
    waiting->heading = text;
  else
    table.columns.push_back({{}, text});
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
    edition.sections.push_back({marked.text, marked.mark, 0});
  else if (item.starts_with("summary-"))
    add_summary_item(edition, fields, errors);
  else
    errors.push_back(
        fields.at("item", {ErrorCode::value,
                           fmt::format("\"{}\" is not an item of an edition", item),
                           {},
                           "one of: title, column, section, abbreviations, footnote, summary-title, "
                           "summary-column-group, summary-column, summary-row"}));
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
  return editions;
}

void SummaryCells::add(const RowFields& fields, std::vector<Error>& errors) {
  CellReader cells(fields, errors);
  const std::string document = cells.text("document");
  const std::int64_t table = cells.number("table", "a table");
  const auto [known, added] = cells_.try_emplace(
      {document, table, std::string(trim(fields["head"])), std::string(trim(fields["column"]))},
      Words{cells.text("number"), std::string(trim(fields["text"]))});
  if (!added) cells.fault("column", {ErrorCode::duplicate, "the cell stands twice", {}, {}});
}

result<void> SummaryCells::fill(EditionPublished& edition) const {
  std::int64_t number = 0;
  for (EditionTable& table : edition.tables) {
    ++number;
    std::vector<EditionColumn> columns;
    const auto heads = std::move(table.columns);
    for (const EditionColumn& column : heads) {
      if (&column == &heads.front()) {
        columns.push_back(column);
        continue;
      }
      std::vector<const Words*> found;
      for (const EditionCells& row : table.rows) {
        const auto cell = cells_.find({edition.document, number, row.cells.front(), column.heading});
        if (cell == cells_.end())
          return fail({ErrorCode::link,
                       fmt::format("table {} has no cell for \"{}\" and \"{}\"", number, row.cells.front(),
                                   column.heading),
                       {{}, 0, "item"},
                       "import the cells of the tables with the edition"});
        found.push_back(&cell->second);
      }
      const bool words =
          std::any_of(found.begin(), found.end(), [](auto* one) { return !one->text.empty(); });
      if (words)
        columns.insert(columns.end(), 2, EditionColumn{column.heading, {}});
      else
        columns.push_back(column);
      for (std::size_t i = 0; i < found.size(); ++i) {
        table.rows[i].cells.push_back(found[i]->number);
        if (words) table.rows[i].cells.push_back(found[i]->text);
      }
    }
    table.columns = std::move(columns);
  }
  return {};
}

}  // namespace daybook
