#include <thread>

#include "daybook/log/group_commit.h"

#include "bench/bare_table.h"
#include "bench/made_activities.h"
#include "bench/measure.h"
#include "bench/measurements.h"

namespace daybook::bench {

namespace {

std::vector<Expectation> expectations_of(std::span<const NewEvent> events) {
  std::vector<Expectation> expectations;
  expectations.reserve(events.size());
  for (const NewEvent& event : events)
    expectations.push_back({event.stream, Expectation::Kind::none_yet, {}});
  return expectations;
}

// The bytes as the log stored them.
std::vector<std::string> stored(EventLog& log, Position first) {
  std::vector<std::string> rows;
  auto reader = take(log.reader());
  take(reader->read(first, Position{UINT64_MAX}, [&](Position, std::string_view bytes) -> result<void> {
    rows.emplace_back(bytes);
    return {};
  }));
  return rows;
}

struct Pair {
  double log = 0;
  double bare = 0;
};

// Appends in batches, and after each inserts the same bytes into the bare table.
Pair append_in_batches(EventLog& log, BareTable& bare, MadeActivities& activities, std::size_t n) {
  Pair total;
  for (std::size_t done = 0; done < n;) {
    const auto events = activities.next(std::min(batch_size, n - done));
    const auto expectations = expectations_of(events);
    Position first;
    total.log += seconds([&] { first = take(log.append(expectations, events)).front(); });
    const auto rows = stored(log, first);
    total.bare += seconds([&] { bare.insert(rows); });
    done += events.size();
  }
  return total;
}

Pair append_one_by_one(EventLog& log, BareTable& bare, MadeActivities& activities) {
  std::vector<double> log_times;
  std::vector<double> bare_times;
  for (int i = 0; i < 300; ++i) {
    const auto events = activities.next(1);
    const auto expectations = expectations_of(events);
    Position first;
    log_times.push_back(seconds([&] { first = take(log.append(expectations, events)).front(); }));
    const auto rows = stored(log, first);
    bare_times.push_back(seconds([&] { bare.insert(rows); }));
  }
  return {median(log_times), median(bare_times)};
}

// Appends a second by so many threads, each waiting for its own, one event at a time.
double appends_a_second(const std::string& file, std::size_t writers, MadeActivities& activities) {
  const std::size_t each = std::max<std::size_t>(2'000 / writers, 40);
  GroupCommit log(take(EventLog::create(file)));
  // Dealt out in turn, as they would be recorded at the same time.
  std::vector<std::vector<NewEvent>> events(writers);
  for (std::size_t i = 0; i < each; ++i)
    for (auto& own : events)
      own.push_back(std::move(activities.next(1).front()));
  const double time = seconds([&] {
    std::vector<std::jthread> threads;
    for (const auto& own : events)
      threads.emplace_back([&] {
        for (const NewEvent& event : own) {
          const Expectation none{event.stream, Expectation::Kind::none_yet, {}};
          take(log.append({&none, 1}, {&event, 1}));
        }
      });
  });
  return static_cast<double>(writers * each) / time;
}

}  // namespace

void measure_append(const Setting& setting) {
  const Vocabulary vocabulary = take(Vocabulary::load(setting.vocabulary()));
  MadeActivities activities(setting.records(), setting.folder, vocabulary, setting.activities, setting.seed);
  const auto n = static_cast<double>(setting.activities);
  fmt::print("{} made activities, seed {}, {} hardware threads\n", setting.activities, setting.seed,
             std::thread::hardware_concurrency());
  {
    auto log = take(EventLog::create(setting.log()));
    BareTable bare(setting.folder + "/bare.db");
    Pair total = append_in_batches(log, bare, activities, setting.activities);
    total.bare += seconds([&] { bare.close(); });
    total.log += seconds([&] { const EventLog closed = std::move(log); });
    heading("Bulk append, batches of 10,000, each durable");
    line("log: checked, hashed, indexed", per_second(n / total.log));
    line("bare SQLite insert of the same bytes", per_second(n / total.bare));
    const double ratio = total.bare / total.log;
    target("ratio", ">= 0.5", fmt::format("{:.2f}", ratio), ratio >= 0.5);
  }
  auto log = take(EventLog::create(setting.folder + "/single.db"));
  BareTable bare(setting.folder + "/single-bare.db");
  const Pair one = append_one_by_one(log, bare, activities);
  heading("One event, durable (median of 300)");
  line("log", milliseconds(one.log));
  line("bare SQLite insert", milliseconds(one.bare));
  target("ratio", ">= 0.8", fmt::format("{:.2f}", one.bare / one.log), one.bare / one.log >= 0.8);

  heading("Writers that wait for one log, an event an append");
  const double alone = appends_a_second(setting.folder + "/one-writer.db", 1, activities);
  const double many = appends_a_second(setting.folder + "/many-writers.db", 64, activities);
  line("one writer", per_second(alone));
  line("64 writers", per_second(many));
  target("ratio", ">= 8", fmt::format("{:.1f}", many / alone), many / alone >= 8);
}

}  // namespace daybook::bench
