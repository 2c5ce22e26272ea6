#include "activity_annex.h"

#include <map>

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

}  // namespace

bool is_in_annex(const View& view, ActivityIndex activity, Kind kind, const AnnexRule& rule) {
  bool decided = false;
  for (const ListingEntry& listing : view.listings_of(activity)) {
    if (listing.annex == rule.number) return true;
    decided = decided || find_edition(view, rule.number, listing.document) != nullptr;
  }
  return !decided && rule.takes(kind);
}

Table rebuilt_activities(const View& view, const ActivityAnnex& rule, const Period& period,
                         Language language) {
  const Register& reg = view.of();
  Table table;
  table.annex = rule.number;
  table.language = tag(language);
  table.title = rule.title(period, language);
  table.columns = rule.columns(language);
  std::vector<VersionIndex> versions;
  const AnnexRule& annex = *find_annex(rule.number);
  for_each_version(view, period, [&](VersionIndex v) {
    if (is_in_annex(view, reg.versions().activity[v], reg.versions().content[v].kind, annex))
      versions.push_back(v);
  });
  sort_by_date(reg, versions);
  const auto listings = latest_listings(view, rule.number);
  for (const AnnexSection& wanted : rule.sections(language)) {
    Section section{wanted.heading, wanted.mark, {}};
    for (const VersionIndex v : versions) {
      if (wanted.kind && reg.versions().content[v].kind != *wanted.kind) continue;
      const auto listing = listings.find(reg.versions().activity[v]);
      const AnnexEntry entry = entry_of(view, v, listing == listings.end() ? nullptr : listing->second);
      section.rows.push_back({entry.id, rule.cells(entry, reg.vocabulary(), language)});
    }
    if (!section.rows.empty() || !wanted.kind) table.sections.push_back(std::move(section));
  }
  add_used_footnotes(table, rule.footnotes(language));
  if (language == Language::zh) table.abbreviations = abbreviations(table, reg.vocabulary());
  return table;
}

}  // namespace daybook
