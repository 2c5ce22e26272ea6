#include "daybook/projections/annex.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "projections/catalogue.h"

namespace daybook {

namespace {

// The listings of one annex that the view knows, each activity's latest.
std::map<ActivityIndex, const ListingEntry*> latest_listings(const View& view, std::string_view annex) {
  std::map<ActivityIndex, const ListingEntry*> latest;
  view.for_each_listing([&](const ListingEntry& listing, ActivityIndex activity) {
    if (listing.annex != annex) return;
    const ListingEntry*& newest = latest[activity];
    if (newest == nullptr || newest->position < listing.position) newest = &listing;
  });
  return latest;
}

AnnexEntry entry_of(const View& view, VersionIndex v, const ListingEntry* listing) {
  ActivityVersion version = view.of().version(v);
  AnnexEntry entry{std::move(version.id), std::move(version.activity)};
  if (listing == nullptr) return entry;
  auto words = decode<ActivityListed>(listing->data);
  if (!words) return entry;
  if (!words->dates.empty()) entry.activity.dates = std::move(words->dates);
  if (!words->place.empty()) entry.activity.place = std::move(words->place.front());
  if (!words->organizers.empty()) entry.activity.organizers = std::move(words->organizers);
  for (auto& [language, title] : words->title)
    entry.activity.title[language] = std::move(title);
  return entry;
}

bool uses_mark(const Table& table, const std::string& mark) {
  for (const Column& column : table.columns)
    if (column.mark == mark) return true;
  for (const Section& section : table.sections) {
    if (section.mark == mark) return true;
    for (const Row& row : section.rows)
      for (const Cell& cell : row.cells)
        for (const Run& run : cell.runs)
          if (run.mark == mark) return true;
  }
  return false;
}

// Row 1, 2 … of an annex of a document.
std::map<std::uint32_t, const ListingEntry*> rows_of(const View& view, std::string_view annex,
                                                     std::string_view document) {
  std::map<std::uint32_t, const ListingEntry*> rows;
  view.for_each_listing([&](const ListingEntry& listing, ActivityIndex) {
    if (listing.annex == annex && listing.document == document) rows.emplace(listing.row, &listing);
  });
  return rows;
}

const EditionPublished* find_edition(const View& view, std::string_view annex, std::string_view document) {
  for (const auto* edition : view.facts<EditionPublished>())
    if (edition->data.annex == annex && edition->data.document == document) return &edition->data;
  return nullptr;
}

}  // namespace

const AnnexRule* find_annex(std::string_view number) {
  for (const auto rule : annex_rules)
    if (rule().number == number) return &rule();
  return nullptr;
}

bool is_in_annex(const View& view, ActivityIndex activity, Kind kind, const AnnexRule& rule) {
  bool decided = false;
  for (const ListingEntry& listing : view.listings_of(activity)) {
    if (listing.annex == rule.number) return true;
    decided = decided || find_edition(view, rule.number, listing.document) != nullptr;
  }
  return !decided && rule.takes(kind);
}

Table annex(const View& view, const AnnexRule& rule, const Period& period, Language language) {
  const Register& reg = view.of();
  Table table;
  table.annex = rule.number;
  table.language = tag(language);
  table.title = rule.title(period, language);
  table.columns = rule.columns(language);
  std::vector<VersionIndex> versions;
  for_each_version(view, period, [&](VersionIndex v) {
    if (is_in_annex(view, reg.versions().activity[v], static_cast<Kind>(reg.versions().kind[v]), rule))
      versions.push_back(v);
  });
  sort_by_date(reg, versions);
  const auto listings = latest_listings(view, rule.number);
  for (const AnnexSection& wanted : rule.sections(language)) {
    Section section{wanted.heading, wanted.mark, {}};
    for (const VersionIndex v : versions) {
      if (wanted.kind && static_cast<Kind>(reg.versions().kind[v]) != *wanted.kind) continue;
      const auto listing = listings.find(reg.versions().activity[v]);
      const AnnexEntry entry = entry_of(view, v, listing == listings.end() ? nullptr : listing->second);
      section.rows.push_back({entry.id, rule.cells(entry, reg.vocabulary(), language)});
    }
    if (!section.rows.empty() || !wanted.kind) table.sections.push_back(std::move(section));
  }
  for (Footnote& footnote : rule.footnotes(language))
    if (uses_mark(table, footnote.mark)) table.footnotes.push_back(std::move(footnote));
  if (language == Language::zh) table.abbreviations = abbreviations(table, reg.vocabulary());
  return table;
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
  Table table;
  table.annex = annex;
  table.edition = document;
  table.title = edition->title;
  for (const MarkedText& column : edition->columns)
    table.columns.push_back({column.text, column.mark, {}});
  for (const MarkedText& footnote : edition->footnotes)
    table.footnotes.push_back({footnote.mark, footnote.text});
  table.abbreviations = edition->abbreviations;
  const auto rows = rows_of(view, annex, document);
  std::uint32_t number = 0;
  for (const EditionSection& printed : edition->sections) {
    Section section{printed.heading, printed.mark, {}};
    for (const std::string& id : printed.activities) {
      const auto listing = rows.find(++number);
      if (listing == rows.end() || view.of().activity_id(listing->second->activity) != id)
        return fail(ErrorCode::edition,
                    fmt::format("row {} of the edition is not in the log as {}", number, id));
      const auto words = decode<ActivityListed>(listing->second->data);
      if (!words) return fail(words.error());
      Row row{id, {}};
      for (const std::string& cell : words->cells)
        row.cells.push_back(cell_of_print(cell));
      section.rows.push_back(std::move(row));
    }
    table.sections.push_back(std::move(section));
  }
  return table;
}

Cell cell_of_print(std::string_view text) {
  Cell cell;
  std::size_t from = 0;
  for (std::size_t at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    const bool letter = at + 1 < text.size() && (text[at + 1] == 'c' || text[at + 1] == 'd');
    const bool alone = at + 2 >= text.size() || static_cast<unsigned char>(text[at + 2]) >= 0x80 ||
                       text[at + 2] == '/' || text[at + 2] == ';';
    if (!letter || !alone) continue;
    cell.runs.push_back({std::string(text.substr(from, at - from)), std::string(text.substr(at + 1, 1))});
    from = at + 2;
  }
  if (from < text.size()) cell.runs.push_back({std::string(text.substr(from)), {}});
  return cell;
}

}  // namespace daybook
