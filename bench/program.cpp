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
  heading("Commands on the published record, from the start of the program to its end (median of 15)");
  const std::string file = setting.folder + "/published.db";
  using Words = std::vector<std::string_view>;
  const auto measure = [&](const Words& words, bool anew) {
    std::vector<double> times;
    for (int i = 0; i < 15; ++i) {
      if (anew) {
        remove_log(file);
        run(setting.command(file, {"init"}));
      }
      times.push_back(seconds([&] { run(setting.command(file, words)); }));
    }
    const double time = median(times);
    target(fmt::format("daybook {}", fmt::join(words, " ")), "< 50 ms", milliseconds(time),
           time < command_seconds_max);
  };
  measure({"import", setting.records()}, true);
  for (const Words& words : std::vector<Words>{{"annex", "xviii"},
                                               {"annex", "xviii", "--format", "html"},
                                               {"annex", "xix"},
                                               {"annex", "xviii", "--edition", "S/2022/899"},
                                               {"count"},
                                               {"count", "--by", "organizer", "--by", "year"},
                                               {"list"},
                                               {"list", "--format", "json"},
                                               {"show", "2016-vienna-1"}})
    measure(words, false);
}

}  // namespace daybook::bench
