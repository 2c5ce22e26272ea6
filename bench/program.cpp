#include <filesystem>

#include "bench/measure.h"
#include "bench/measurements.h"

namespace daybook::bench {

namespace {

constexpr double command_seconds_max = 0.050;

void remove_log(const std::string& file) {
  for (const char* suffix : {"", "-wal", "-shm", ".lock"})
    std::filesystem::remove(file + suffix);
}

}  // namespace

void measure_program(const Setting& setting) {
  heading("Commands on the published record, from the start of a shell to the end (median of 15)");
  const std::string file = setting.folder + "/published.db";
  const std::string program = setting.command(file);
  const std::string import = fmt::format("{} import '{}'", program, setting.records());
  const auto report = [](std::string_view command, const std::vector<double>& times) {
    const double time = median(times);
    target(fmt::format("daybook {}", command), "< 50 ms", milliseconds(time), time < command_seconds_max);
  };
  std::vector<double> times;
  for (int i = 0; i < 15; ++i) {
    remove_log(file);
    run(program + " init");
    times.push_back(seconds([&] { run(import); }));
  }
  report("import records/S-2022-899", times);
  for (const char* command :
       {"annex xviii", "annex xviii --format html", "annex xix", "annex xviii --edition S/2022/899", "count",
        "count --by organizer --by year", "list", "list --format json", "show 2016-vienna-1"}) {
    times.clear();
    for (int i = 0; i < 15; ++i)
      times.push_back(seconds([&] { run(program + ' ' + command); }));
    report(command, times);
  }
}

}  // namespace daybook::bench
