#include "daybook/register/fold.h"

#include <fstream>

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
  double bytes = 0;
  Scan scan = scan_log(setting.log());  // into the system's cache
  for (int i = 0; i < 7; ++i) {
    scans.push_back(seconds([&] { scan = scan_log(setting.log()); }));
    const Folded folded = fold_in_child(setting);
    folds.push_back(folded.seconds);
    ratios.push_back(scans.back() / folds.back());
    bytes = folded.bytes;
  }
  heading(fmt::format("Fold in a new process (median of {}), events of {} bytes", folds.size(),
                      scan.bytes / std::max<std::uint64_t>(scan.rows, 1)));
  line("bare SQLite scan, one thread", per_second(n / median(scans)));
  target("fold, events a second", ">= 1200000", per_second(n / median(folds)), n / median(folds) >= 1.2e6);
  target("ratio to the scan", ">= 0.4", fmt::format("{:.2f}", median(ratios)), median(ratios) >= 0.4);
  target("memory an activity", "<= 1024 B", fmt::format("{:.0f} B", bytes / n), bytes <= 1024 * n);
}

}  // namespace daybook::bench
