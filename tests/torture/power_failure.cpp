// The power fails at each sync of a writer that appends, closes the log now and then, and opens it again.
#include <cstdio>
#include <filesystem>

#include <fmt/format.h>

#include "tests/torture/recording_disk.h"
#include "tests/torture/torture.h"

namespace daybook::torture {

namespace {

using test::Damage;
using test::RecordingDisk;

constexpr std::uint64_t least_appends = 320;
constexpr std::uint64_t appends_until_closed = 40;

class Workload {
 public:
  Workload(const Setting& setting, Outcome& outcome)
      : setting_(setting),
        outcome_(outcome),
        random_(setting.seed),
        folder_(setting.folder / "power"),
        remains_(setting.folder / "remains"),
        disk_(folder_.string(), [this] { fail_power(); }) {
    std::filesystem::create_directories(folder_);
  }

  void run() {
    const std::string file = (folder_ / "log").string();
    auto log = EventLog::create(file);
    for (const std::string& path : disk_.unsynced())
      outcome_.failures.push_back("a new log is made, but not on the disk: " + path);
    for (std::uint64_t i = 0; log && i < least_appends * setting_.times; ++i) {
      if (i % appends_until_closed == appends_until_closed - 1) log = EventLog::open(file);
      if (log) append(*log, i);
    }
    if (!log) outcome_.failures.push_back(to_string(log.error()));
    if (outcome_.tried < least_appends * setting_.times * test::damage_names.size())
      outcome_.failures.emplace_back("an append without a sync: nothing was tried in it");
  }

 private:
  void append(EventLog& log, std::uint64_t number) {
    // Most batches are small; some are large, and the log then fills its tiles and is copied when closed.
    const std::size_t size = random_() % 10 == 0 ? 40 : 1 + random_() % 4;
    const auto events = batch(0, number, size, random_() % 5 == 0 ? 3'000 : 200);
    const Expectation any{events.front().stream, Expectation::Kind::any, {}};
    in_flight_ = size;
    const auto appended = log.append({&any, 1}, events);
    in_flight_ = 0;
    if (appended)
      acknowledged_.push_back(size);
    else
      outcome_.failures.push_back(to_string(appended.error()));
  }

  void fail_power() {
    for (std::size_t damage = 0; damage < test::damage_names.size(); ++damage) {
      std::filesystem::remove_all(remains_);
      std::filesystem::create_directories(remains_);
      disk_.write_remains(remains_, static_cast<Damage>(damage), random_);
      if (!std::filesystem::exists(remains_ / "log")) continue;  // a log that is being made has another name
      check(look_at((remains_ / "log").string(), 1), test::damage_names[damage]);
    }
  }

  void check(const Found& found, std::string_view damage) {
    ++outcome_.tried;
    const auto& batches = found.batches[0];
    for (std::size_t i = 0; i < acknowledged_.size(); ++i) {
      outcome_.acknowledged += acknowledged_[i];
      const std::size_t there = i < batches.size() ? batches[i] : 0;
      outcome_.lost += acknowledged_[i] - std::min(there, acknowledged_[i]);
    }
    std::string fault = found.fault;
    if (batches.size() > acknowledged_.size() &&
        (batches.size() > acknowledged_.size() + 1 || batches.back() != in_flight_)) {
      ++outcome_.partial;
      fault += " a batch is there in part";
    }
    if (!fault.empty())
      outcome_.failures.push_back(
          fmt::format("after {} appends, unsynced writes {}: {}", acknowledged_.size(), damage, fault));
  }

  const Setting& setting_;
  Outcome& outcome_;
  std::mt19937_64 random_;
  std::filesystem::path folder_;
  std::filesystem::path remains_;
  std::vector<std::size_t> acknowledged_;  // events of each append that succeeded
  std::size_t in_flight_ = 0;              // events of the append that goes on
  RecordingDisk disk_;
};

}  // namespace

Outcome power_failure(const Setting& setting) {
  Outcome outcome;
  Workload(setting, outcome).run();
  return outcome;
}

}  // namespace daybook::torture
