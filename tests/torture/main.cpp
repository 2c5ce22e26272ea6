// Runs the trials and prints what they found, as a Markdown table. `./dev torture` calls it.
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

#include "daybook/base/uuid.h"

#include "tests/temp_folder.h"
#include "tests/torture/torture.h"

namespace daybook::torture {

namespace {

struct Trial {
  const char* name;
  const char* what;  // a fault of it
  Outcome (*run)(const Setting&);
};

constexpr std::array trials{
    Trial{"power-failure", "power failures, at every sync, with 5 kinds of damage", power_failure},
    Trial{"kill-writers", "rounds of 1 to 3 writers killed with SIGKILL", kill_writers},
    Trial{"damaged-file", "changed bits and cuts of the log's file", damaged_file},
    Trial{"damaged-wal", "changed bits and cuts of the write-ahead log", damaged_wal},
};

int usage() {
  std::fputs("usage: torture [--only TRIAL] [--seed N] [--times N] [--folder FOLDER]\n", stderr);
  for (const Trial& trial : trials)
    fmt::print(stderr, "  {:<16}{}\n", trial.name, trial.what);
  return 2;
}

bool run(const Trial& trial, Setting setting) {
  setting.folder /= fmt::format("daybook-torture-{}", make_uuid_v7(Instant::now()));
  std::filesystem::create_directories(setting.folder);
  const auto start = std::chrono::steady_clock::now();
  const Outcome outcome = trial.run(setting);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  std::filesystem::remove_all(setting.folder);
  fmt::print("| {} | {} | {} | {} | {} | {} | {} | {:.1f} s |\n", trial.name, trial.what, outcome.tried,
             outcome.acknowledged, outcome.lost, outcome.partial, outcome.missed, took.count());
  std::fflush(stdout);
  for (std::size_t i = 0; i < std::min<std::size_t>(outcome.failures.size(), 5); ++i)
    fmt::print(stderr, "FAILED {}: {}\n", trial.name, outcome.failures[i]);
  if (!outcome.good())
    fmt::print(stderr, "{} failures; repeat with: --only {} --seed {} --times {}\n", outcome.failures.size(),
               trial.name, setting.seed, setting.times);
  return outcome.good();
}

int run_all(int count, char** words) {
  Setting setting;
  std::string only;
  setting.folder = test::fast_folder();
  setting.seed = static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count());
  for (int i = 1; i < count; i += 2) {
    const std::string option = words[i];
    if (i + 1 == count) return usage();
    if (option == "--only")
      only = words[i + 1];
    else if (option == "--seed")
      setting.seed = std::strtoull(words[i + 1], nullptr, 10);
    else if (option == "--times")
      setting.times = std::strtoull(words[i + 1], nullptr, 10);
    else if (option == "--folder")
      setting.folder = words[i + 1];
    else
      return usage();
  }
  fmt::print("Seed {}, {} times the least.\n\n", setting.seed, setting.times);
  fmt::print(
      "| trial | fault | tried | events acknowledged | lost | partial batches | damage missed | took |\n");
  fmt::print("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
  bool good = true;
  bool any = false;
  for (const Trial& trial : trials)
    if (only.empty() || only == trial.name) {
      any = true;
      good = run(trial, setting) && good;
    }
  if (!any) return usage();
  return good ? 0 : 1;
}

}  // namespace

}  // namespace daybook::torture

int main(int count, char** words) {
  return daybook::torture::run_all(count, words);
}
