#include "bench/made_activities.h"

#include "daybook/base/uuid.h"
#include "daybook/intake/import.h"
#include "daybook/register/fold.h"

#include "bench/measure.h"

namespace daybook::bench {

MadeActivities::MadeActivities(const std::string& records, const std::string& folder,
                               const Vocabulary& vocabulary, std::size_t wanted, unsigned seed)
    : wanted_(wanted), random_(seed), batch_(make_uuid_v7(Instant::now())) {
  auto log = take(EventLog::create(folder + "/real.db"));
  const Register empty(vocabulary);
  ImportOptions options;
  options.actor = "bench";
  const auto report = take(import_records(log, empty, {records}, options));
  for (const Error& error : report.errors)
    fmt::print(stderr, "{}\n", to_string(error));
  const Register reg = take(fold(log, vocabulary));
  for (VersionIndex v = 0; v < reg.versions().activity.size(); ++v)
    real_.push_back(reg.version(v).activity);
  if (real_.empty()) std::exit(1);
}

const ActivityRecorded& MadeActivities::any() {
  return real_[random_() % real_.size()];
}

NewEvent MadeActivities::next_event() {
  constexpr std::int32_t days_late_max = 90;
  static const std::int32_t first_day = CivilDate::from_ymd(2004, 4, 28)->days_since_epoch();
  static const std::int32_t last_day = CivilDate::from_ymd(2030, 12, 1)->days_since_epoch();
  ActivityRecorded activity;
  activity.audience = any().audience;
  activity.dates = any().dates;
  const double passed = std::min(1.0, static_cast<double>(made_) / static_cast<double>(wanted_));
  const auto begins = first_day + static_cast<std::int32_t>(passed * (last_day - first_day - days_late_max)) +
                      static_cast<std::int32_t>(random_() % days_late_max);
  const std::int32_t shift = begins - activity.dates.front().first.days_since_epoch();
  for (DateRange& range : activity.dates)
    range = {CivilDate::from_days(range.first.days_since_epoch() + shift),
             CivilDate::from_days(range.last.days_since_epoch() + shift)};
  activity.kind = any().kind;
  const ActivityRecorded& organized = any();
  activity.organizers = organized.organizers;
  activity.role = organized.role;
  activity.participants = any().participants;
  activity.place = any().place;
  activity.regions = any().regions;
  activity.states = any().states;
  activity.title = any().title;
  ++made_;
  for (auto& [language, title] : activity.title)
    title += fmt::format(" {}", made_);

  NewEvent event;
  event.id = make_uuid_v7(Instant::now());
  const std::string& city = activity.place.city;
  event.stream = fmt::format("activity/{}-{}-{}", CivilDate::from_days(begins).year(),
                             city.empty() ? "virtual" : city, made_);
  event.type = ActivityRecorded::type;
  event.actor = "bench";
  event.batch = batch_;
  event.source = fmt::format("S/2022/899, annex xviii, row {}", made_);
  event.data = encode(activity);
  return event;
}

std::vector<NewEvent> MadeActivities::next(std::size_t n) {
  std::vector<NewEvent> events;
  events.reserve(n);
  while (events.size() < n)
    events.push_back(next_event());
  return events;
}

}  // namespace daybook::bench
