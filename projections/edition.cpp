#include <set>

#include <fmt/format.h>

#include "daybook/projections/annex.h"

namespace daybook {

namespace {

struct PrintedRow {
  std::string id;
  std::string number;
  std::vector<std::string> cells;
};

// Row 1, 2 … of an annex of a document.
result<std::map<std::int64_t, PrintedRow>> rows_of(const View& view, std::string_view annex,
                                                   std::string_view document) {
  std::map<std::int64_t, PrintedRow> rows;
  result<void> read;
  view.for_each_listing([&](const ListingEntry& listing, ActivityIndex) {
    if (listing.annex != annex || listing.document != document || !read) return;
    auto words = decode<ActivityListed>(listing.data);
    if (words)
      rows.emplace(
          listing.row,
          PrintedRow{std::string(view.of().activity_id(listing.activity)), {}, std::move(words->cells)});
    else
      read = fail(words.error());
  });
  if (!read) return fail(read.error());
  for (const auto* listed : view.facts<RowListed>())
    if (listed->data.annex == annex && listed->data.document == document)
      rows.emplace(listed->data.row, PrintedRow{listed->data.about, listed->data.number, listed->data.cells});
  return rows;
}

Table printed_table(const EditionTable& printed) {
  Table table;
  table.title = printed.title;
  for (const EditionColumn& column : printed.columns)
    table.columns.push_back({column.heading, {}, {}, column.group});
  Section& section = table.sections.emplace_back();
  for (const EditionCells& cells : printed.rows) {
    Row& row = section.rows.emplace_back();
    for (const std::string& cell : cells.cells)
      row.cells.push_back(plain_cell(cell));
  }
  return table;
}

Table around_rows(const EditionPublished& edition) {
  Table table;
  table.annex = edition.annex;
  table.edition = edition.document;
  table.title = edition.title;
  for (const MarkedText& column : edition.columns)
    table.columns.push_back({column.text, column.mark, {}});
  for (const MarkedText& footnote : edition.footnotes)
    table.footnotes.push_back({footnote.mark, footnote.text});
  table.abbreviations = edition.abbreviations;
  for (const EditionTable& printed : edition.tables)
    table.tables.push_back(printed_table(printed));
  return table;
}

// Columns without a head for what the print has no heads for: the numbers, and all of some annexes.
void add_headless_columns(Table& table, const std::map<std::int64_t, PrintedRow>& rows, bool numbered) {
  std::size_t cells = 0;
  for (const auto& [number, row] : rows)
    cells = std::max(cells, row.cells.size());
  if (table.columns.size() < cells) table.columns.resize(cells);
  if (numbered) table.columns.insert(table.columns.begin(), Column{});
}

}  // namespace

const EditionPublished* find_edition(const View& view, std::string_view annex, std::string_view document) {
  for (const auto* edition : view.facts<EditionPublished>())
    if (edition->data.annex == annex && edition->data.document == document) return &edition->data;
  return nullptr;
}

result<Table> edition(const View& view, std::string_view annex, std::string_view document) {
  const EditionPublished* edition = find_edition(view, annex, document);
  if (edition == nullptr) {
    std::set<std::string> known;
    for (const auto* other : view.facts<EditionPublished>())
      if (other->data.annex == annex) known.insert(other->data.document);
    return fail(ErrorCode::edition, fmt::format("the log has no edition of annex {} in {}", annex, document),
                known.empty() ? std::string("import one, e.g. daybook import records/S-2022-899")
                              : fmt::format("there is {}", fmt::join(known, ", ")));
  }
  const auto rows = rows_of(view, annex, document);
  if (!rows) return fail(rows.error());
  const bool numbered =
      std::any_of(rows->begin(), rows->end(), [](const auto& row) { return !row.second.number.empty(); });
  Table table = around_rows(*edition);
  add_headless_columns(table, *rows, numbered);
  std::int64_t number = 0;
  for (const EditionSection& printed : edition->sections) {
    Section section{printed.heading, printed.mark, {}};
    for (std::int64_t i = 0; i < printed.rows; ++i) {
      const auto listed = rows->find(++number);
      if (listed == rows->end())
        return fail(ErrorCode::edition, fmt::format("row {} of the edition is not in the log", number));
      Row row{listed->second.id, {}};
      if (numbered) row.cells.push_back(plain_cell(listed->second.number));
      for (const std::string& cell : listed->second.cells)
        row.cells.push_back(cell_of_print(cell));
      section.rows.push_back(std::move(row));
    }
    table.sections.push_back(std::move(section));
  }
  return table;
}

}  // namespace daybook
