#include "daybook/register/fold.h"

#include <fstream>

#include <sys/resource.h>

#include "bench/bare_table.h"
#include "bench/measure.h"
#include "bench/measurements.h"

namespace daybook::bench {

namespace {

// VmRSS of this process.
std::uint64_t bytes_in_memory() {
  std::ifstream status("/proc/self/status");
  std::string word;
  while (status >> word)
    if (word == "VmRSS:") {
      std::uint64_t kib = 0;
      status >> kib;
      return kib * 1024;
    }
  return 0;
}

struct Folded {
  double seconds = 0;
  double bytes = 0;
};

// Of this process and the children that have ended.
double cpu_seconds() {
  double total = 0;
  for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage usage{};
    getrusage(who, &usage);
    for (const timeval& time : {usage.ru_utime, usage.ru_stime})
      total += static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  }
  return total;
}

Folded fold_in_child(const Setting& setting) {
  const std::string command =
      fmt::format("'{}' fold '{}' '{}'", setting.itself, setting.project, setting.folder);
  Folded folded;
  FILE* child = popen(command.c_str(), "r");
  const bool read = child != nullptr && std::fscanf(child, "%lf %lf", &folded.seconds, &folded.bytes) == 2;
  if (child == nullptr || pclose(child) != 0 || !read) std::exit(1);
  return folded;
}

}  // namespace

void fold_once(const Setting& setting) {
  const Vocabulary vocabulary = take(Vocabulary::load(setting.vocabulary()));
  auto log = take(EventLog::open(setting.log()));
  const std::uint64_t before = bytes_in_memory();
  std::optional<Register> reg;
  const double time = seconds([&] { reg.emplace(take(fold(log, vocabulary))); });
  fmt::print("{} {}\n", time, bytes_in_memory() - before);
}

void measure_fold(const Setting& setting) {
  const auto n = static_cast<double>(setting.activities);
  std::vector<double> scans;
  std::vector<double> folds;
  std::vector<double> ratios;
  std::vector<double> cpu_ratios;
  double bytes = 0;
  Scan scan = scan_log(setting.log());  // into the system's cache
  for (int i = 0; i < 7; ++i) {
    const double cpu_before = cpu_seconds();
    scans.push_back(seconds([&] { scan = scan_log(setting.log()); }));
    const double cpu_between = cpu_seconds();
    const Folded folded = fold_in_child(setting);
    cpu_ratios.push_back((cpu_seconds() - cpu_between) / (cpu_between - cpu_before));
    folds.push_back(folded.seconds);
    ratios.push_back(scans.back() / folds.back());
    bytes = folded.bytes;
  }
  heading(fmt::format("Fold in a new process (median of {}), events of {} bytes", folds.size(),
                      scan.bytes / std::max<std::uint64_t>(scan.rows, 1)));
  line("bare SQLite scan, one thread", per_second(n / median(scans)));
  target("fold, events a second", ">= 1200000", per_second(n / median(folds)), n / median(folds) >= 1.2e6);
  target("ratio to the scan", ">= 0.4", fmt::format("{:.2f}", median(ratios)), median(ratios) >= 0.4);
  line("CPU time of the fold's process, in scans", fmt::format("{:.2f}", median(cpu_ratios)));
  target("memory an activity", "<= 1024 B", fmt::format("{:.0f} B", bytes / n), bytes <= 1024 * n);
}

}  // namespace daybook::bench
