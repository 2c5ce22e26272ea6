#include "import_plan.h"

#include <algorithm>

#include <fmt/format.h>

#include "daybook/base/uuid.h"
#include "daybook/wording/sections_zh.h"

namespace daybook {

namespace {

template <class Field>
std::string shown(const Field& field) {
  return json::is_empty(field) ? "empty" : encode(field);
}

template <class T>
void add_differences(const T& now, const T& before, std::vector<std::string>& differences) {
  boost::mp11::mp_for_each<json::Members<T>>([&](auto member) {
    const std::string was = shown(before.*member.pointer);
    const std::string is = shown(now.*member.pointer);
    if (was != is) differences.push_back(fmt::format("{} was {}, is {}", member.name, was, is));
  });
}

bool same_place(const Place& a, const Place& b) {
  return a.city == b.city && a.states == b.states && a.mode == b.mode && a.remark == b.remark;
}

// Leaves in the listing only what it says otherwise than the activity.
void keep_differences(ActivityListed& listing, const ActivityRecorded& activity) {
  if (listing.dates == activity.dates) listing.dates.clear();
  if (listing.organizers == activity.organizers) listing.organizers.clear();
  if (!listing.place.empty() && same_place(listing.place.front(), activity.place)) listing.place.clear();
  std::erase_if(listing.title, [&](const auto& title) {
    const auto own = activity.title.find(title.first);
    return own != activity.title.end() && own->second == title.second;
  });
}

std::string source_of(const FigurePublished& figure) {
  return fmt::format("{}, paragraph {}", figure.document, figure.paragraph);
}

tl::unexpected<Failure> fault(std::string_view column, ErrorCode code, std::string sentence,
                              std::string hint = {}) {
  return fail({code, std::move(sentence), {{}, 0, std::string(column)}, std::move(hint)});
}

}  // namespace

std::string source_of(const RowKey& key) {
  return fmt::format("{}, annex {}, row {}", key.document, key.annex, key.row);
}

ImportPlan::ImportPlan(const Register& reg, std::string actor, EventIds event_ids)
    : register_(reg),
      actor_(std::move(actor)),
      event_ids_(std::move(event_ids)),
      batch_(make_uuid_v7(Instant::now())),
      ids_(reg) {
  for (const ListingEntry& listing : reg.listings())
    if (reg.now().holds(listing))
      listed_.emplace(RowKey{std::string(listing.document), std::string(listing.annex), listing.row},
                      &listing);
  know_facts();
}

result<ImportPlan::Outcome> ImportPlan::add_row(const AnnexRow& row) {
  return row.same_as ? add_listing(row) : add_activity(row);
}

result<ImportPlan::Outcome> ImportPlan::add_activity(const AnnexRow& row) {
  ActivityListed listing = row.listing;
  keep_differences(listing, *row.activity);
  if (const auto listed = listed_.find(row.key); listed != listed_.end()) {
    const auto before = known(row.key, when_listed(*listed->second));
    ActivityRecorded now = *row.activity;
    if (before)  // the row speaks one language; the log may know more
      for (const auto& [language, title] : before->activity.title)
        now.title.try_emplace(language, title);
    std::vector<std::string> differences;
    if (before) add_differences(now, before->activity, differences);
    return compare(listing, *listed->second, std::move(differences));
  }
  const Known activity{ids_.next(*row.activity), *row.activity, listing.section};
  const std::string stream = "activity/" + activity.id;
  expect(stream, 0);
  add_event(stream, ActivityRecorded::type, encode(*row.activity), source_of(row.key));
  add_event(stream, ActivityListed::type, encode(listing), source_of(row.key));
  planned_.emplace(row.key, activity);
  return Outcome::added;
}

result<ImportPlan::Outcome> ImportPlan::add_listing(const AnnexRow& row) {
  const auto listed = listed_.find(row.key);
  auto activity =
      known(*row.same_as, listed == listed_.end() ? register_.now() : when_listed(*listed->second));
  if (!activity)
    return fault(
        "annex_xviii_row", ErrorCode::link,
        fmt::format("row {} of annex XVIII is neither in the log nor, without an error, in this import",
                    row.same_as->row));
  const auto kind_name = EnumNames<Kind>::names[static_cast<std::size_t>(activity->activity.kind)];
  if (kind_of_section(row.listing.section) != activity->activity.kind)
    return fault("section", ErrorCode::value,
                 fmt::format("the section does not list {}, which row {} of annex XVIII records as {}",
                             activity->id, row.same_as->row, kind_name),
                 "correct the section, or the kind on the row of annex XVIII");
  ActivityListed listing = row.listing;
  keep_differences(listing, activity->activity);
  if (listed != listed_.end()) return compare(listing, *listed->second, {});
  const std::string stream = "activity/" + activity->id;
  if (const auto index = register_.find_activity(activity->id))
    expect(stream, register_.revision_of(*index).value + 1);
  add_event(stream, ActivityListed::type, encode(listing), source_of(row.key));
  activity->section = listing.section;
  planned_.emplace(row.key, std::move(*activity));
  return Outcome::added;
}

std::optional<ImportPlan::Known> ImportPlan::known(const RowKey& key, const View& view) const {
  if (const auto planned = planned_.find(key); planned != planned_.end()) return planned->second;
  const auto listed = listed_.find(key);
  if (listed == listed_.end()) return std::nullopt;
  const auto version = view.version_of(view.survivor_of(listed->second->activity));
  if (!version) return std::nullopt;
  const ActivityVersion activity = register_.version(*version);
  const auto listing = decode<ActivityListed>(listed->second->data);
  return Known{activity.id, activity.activity, listing ? listing->section : std::string()};
}

result<ImportPlan::Outcome> ImportPlan::compare(const ActivityListed& now, const ListingEntry& before,
                                                std::vector<std::string> differences) const {
  const auto listing = decode<ActivityListed>(before.data);
  if (!listing) return fail(listing.error());
  add_differences(now, *listing, differences);
  if (differences.empty()) return Outcome::unchanged;
  return fault("row", ErrorCode::changed,
               fmt::format("{} is in the log already and differs: {}", register_.activity_id(before.activity),
                           fmt::join(differences, "; ")),
               "an import adds and never alters what is recorded");
}

std::map<std::int64_t, std::string> ImportPlan::sections_of_rows(const EditionPublished& edition) const {
  std::map<std::int64_t, std::string> sections;
  const auto take = [&](const RowKey& key) {
    if (key.document == edition.document && key.annex == edition.annex)
      if (auto row = known(key, register_.now())) sections.emplace(key.row, std::move(row->section));
  };
  for (const auto& entry : listed_)
    take(entry.first);
  for (const auto& entry : planned_)
    take(entry.first);
  for (const auto& [key, row] : rows_listed_)
    if (key.document == edition.document && key.annex == edition.annex)
      sections.emplace(key.row, row.section);
  return sections;
}

// Rows may stand before the first section or after the last, in none: annexes I and XXII.
result<void> ImportPlan::fill_sections(EditionPublished& edition) const {
  const auto rows = sections_of_rows(edition);
  if (rows.empty())
    return fault("annex", ErrorCode::link,
                 fmt::format("no row of annex {} of {} is in the log or in this import", edition.annex,
                             edition.document),
                 "import the rows of the annex with it");
  const std::vector<EditionSection> headed = std::move(edition.sections);
  edition.sections.clear();
  std::int64_t expected = 0;
  std::size_t at = 0;
  for (const auto& [number, section] : rows) {
    if (number != ++expected)
      return fault("annex", ErrorCode::link,
                   fmt::format("row {} of annex {} is missing", expected, edition.annex));
    if (edition.sections.empty() || edition.sections.back().heading != section) {
      while (!section.empty() && at < headed.size() && headed[at].heading != section)
        edition.sections.push_back(headed[at++]);
      if (!section.empty() && at == headed.size())
        return fault(
            "item", ErrorCode::link,
            fmt::format("row {} stands in the section \"{}\", which the edition does not have at that place",
                        number, section));
      edition.sections.push_back(section.empty() ? EditionSection() : headed[at++]);
    }
    ++edition.sections.back().rows;
  }
  edition.sections.insert(edition.sections.end(), headed.begin() + static_cast<std::ptrdiff_t>(at),
                          headed.end());
  return {};
}

result<ImportPlan::Outcome> ImportPlan::add_edition(EditionPublished edition) {
  if (auto filled = fill_sections(edition); !filled) return fail(filled.error());
  if (auto good = check(edition); !good) return fail(good.error());
  for (const auto* known : register_.now().facts<EditionPublished>()) {
    if (known->data.document != edition.document || known->data.annex != edition.annex) continue;
    if (known->data == edition) return Outcome::unchanged;
    return fault("annex", ErrorCode::changed,
                 fmt::format("the edition of annex {} of {} is in the log already and differs", edition.annex,
                             edition.document),
                 "what was published does not change; a corrigendum has a symbol of its own");
  }
  const std::string stream = "edition/" + edition.document;
  expect(stream, register_.event_count_of(stream));
  add_event(stream, EditionPublished::type, encode(edition),
            fmt::format("{}, annex {}", edition.document, edition.annex), EditionPublished::type_version);
  return Outcome::added;
}

result<ImportPlan::Outcome> ImportPlan::add_figure(const FigurePublished& figure) {
  for (const auto* known : register_.now().facts<FigurePublished>()) {
    const FigurePublished& before = known->data;
    if (std::tie(before.document, before.paragraph, before.words) !=
        std::tie(figure.document, figure.paragraph, figure.words))
      continue;
    if (before == figure) return Outcome::unchanged;
    return correct_figure(*known, figure);
  }
  const std::string stream = "document/" + figure.document;
  expect(stream, register_.event_count_of(stream));
  add_event(stream, FigurePublished::type, encode(figure), source_of(figure));
  return Outcome::added;
}

result<ImportPlan::Outcome> ImportPlan::correct_figure(const Fact<FigurePublished>& before,
                                                       const FigurePublished& now) {
  if (before.data.value != now.value)
    return fault("value", ErrorCode::changed,
                 fmt::format("the figure is in the log already and differs: value was {}, is {}",
                             before.data.value, now.value),
                 "what was published does not change; its question and its note may");
  const auto id = event_ids_(before.position);
  if (!id) return fail(id.error());
  std::vector<std::string> changed;
  if (before.data.question != now.question) changed.emplace_back("question");
  if (before.data.note != now.note) changed.emplace_back("note");
  const std::string reason =
      fmt::format("the {} in the file of figures changed", fmt::join(changed, " and the "));
  expect(before.stream, register_.event_count_of(before.stream));
  const auto add = [&](std::string_view type, std::string data) {
    NewEvent& event = add_event(before.stream, type, std::move(data), source_of(now));
    event.reason = reason;
    event.supersedes = {*id};
  };
  add(FactWithdrawn::type, encode(FactWithdrawn{before.position}));
  add(FigurePublished::type, encode(now));
  return Outcome::corrected;
}

result<ImportPlan::Outcome> ImportPlan::add_grouping(const GroupingRow& grouping) {
  ActivitiesGrouped group{{}, grouping.basis};
  for (const RowKey& key : grouping.rows) {
    auto activity = known(key, register_.now());
    if (!activity)
      return fault(
          "rows", ErrorCode::link,
          fmt::format("row {} of annex {} of {} is neither in the log nor, without an error, in this "
                      "import",
                      key.row, key.annex, key.document));
    group.activities.push_back(std::move(activity->id));
  }
  if (auto good = check(group); !good)
    return fault("rows", ErrorCode::duplicate, "two of the rows are one activity already");
  for (const auto* before : register_.now().facts<ActivitiesGrouped>()) {
    if (!std::is_permutation(before->data.activities.begin(), before->data.activities.end(),
                             group.activities.begin(), group.activities.end()))
      continue;
    if (before->data.basis == group.basis) return Outcome::unchanged;
    return fault("basis", ErrorCode::changed, "the group is in the log already, with another basis",
                 "an import adds and never alters what is recorded");
  }
  const std::string stream = "activity/" + group.activities.front();
  if (const auto events = register_.event_count_of(stream); events > 0) expect(stream, events);
  NewEvent& event =
      add_event(stream, ActivitiesGrouped::type, encode(group), source_of(grouping.rows.front()));
  event.reason = grouping.reason;
  return Outcome::added;
}

void ImportPlan::expect(const std::string& stream, std::uint64_t events_there) {
  if (!expected_streams_.insert(stream).second) return;
  if (events_there == 0)
    expectations_.push_back({stream, Expectation::Kind::none_yet, {}});
  else
    expectations_.push_back({stream, Expectation::Kind::exactly, Revision{events_there - 1}});
}

NewEvent& ImportPlan::add_event(const std::string& stream, std::string_view type, std::string data,
                                std::string source, std::int64_t type_version) {
  NewEvent event;
  event.id = make_uuid_v7(Instant::now());
  event.stream = stream;
  event.type = type;
  event.type_version = type_version;
  event.actor = actor_;
  event.source = std::move(source);
  event.batch = batch_;
  event.data = std::move(data);
  events_.push_back(std::move(event));
  return events_.back();
}

}  // namespace daybook
