#include <filesystem>

#include "daybook/base/uuid.h"
#include "daybook/register/fold.h"

#include "bench/made_activities.h"
#include "bench/measure.h"
#include "bench/measurements.h"

namespace daybook::bench {

namespace {

constexpr std::uint64_t amendments = 5;  // of each activity

void append(EventLog& log, std::span<const NewEvent> events, std::optional<std::uint64_t> revision) {
  std::vector<Expectation> expectations;
  for (const NewEvent& event : events)
    expectations.push_back(revision
                               ? Expectation{event.stream, Expectation::Kind::exactly, Revision{*revision}}
                               : Expectation{event.stream, Expectation::Kind::none_yet, {}});
  take(log.append(expectations, events));
}

// Of each activity the dates, the place, the participants or the title become those of another one that was
// made.
NewEvent amendment_of(const NewEvent& recorded, const NewEvent& other, std::uint64_t round) {
  constexpr std::array<const char*, 4> fields{"dates", "place", "participants", "title"};
  const auto slices = take(split<ActivityRecorded>(other.data));
  const std::string field = fields[round % fields.size()];
  const std::array<std::string_view, 4> values{slices[member_index<ActivityRecorded>("dates")],
                                               slices[member_index<ActivityRecorded>("place")],
                                               slices[member_index<ActivityRecorded>("participants")],
                                               slices[member_index<ActivityRecorded>("title")]};
  const std::string_view value = values[round % values.size()];
  NewEvent event = recorded;
  event.id = make_uuid_v7(Instant::now());
  event.type = ActivityAmended::type;
  event.reason = "measured";
  event.supersedes = {recorded.id};
  event.data = encode(ActivityAmended{{fmt::format("{{\"{}\":{}}}", field, value.empty() ? "null" : value)}});
  return event;
}

void make_log(const Setting& setting, const Vocabulary& vocabulary, const std::string& file) {
  const std::string folder = setting.folder + "/amended";
  std::filesystem::create_directory(folder);
  const std::size_t activities = setting.activities / amendments;
  MadeActivities made(setting.records(), folder, vocabulary, activities, setting.seed);
  auto log = take(EventLog::create(file));
  std::vector<NewEvent> all;
  while (all.size() < activities) {
    const auto events = made.next(std::min(batch_size, activities - all.size()));
    append(log, events, std::nullopt);
    all.insert(all.end(), events.begin(), events.end());
  }
  for (std::uint64_t round = 0; round < amendments; ++round)
    for (std::size_t first = 0; first < all.size(); first += batch_size) {
      std::vector<NewEvent> events;
      for (std::size_t i = first; i < std::min(all.size(), first + batch_size); ++i)
        events.push_back(amendment_of(all[i], all[(i + 1 + round * 7) % all.size()], round));
      append(log, events, round);
    }
}

}  // namespace

void measure_amended(const Setting& setting) {
  const Vocabulary vocabulary = take(Vocabulary::load(setting.vocabulary()));
  const std::string file = setting.folder + "/made-amended.db";
  make_log(setting, vocabulary, file);
  auto log = take(EventLog::open(file));
  std::optional<Register> reg;
  const double time = seconds([&] { reg.emplace(take(fold(log, vocabulary))); });
  heading(fmt::format("{} activities, each amended {} times", reg->activity_count(), amendments));
  line("fold, events a second", per_second(static_cast<double>(reg->size()) / time));
  Facets facets(*reg);
  measure_columns(*reg, facets);
  measure_past(*reg, facets, setting.seed);
}

}  // namespace daybook::bench
