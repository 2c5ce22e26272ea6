// The measurements behind docs/performance.md; bench/run.sh calls it. The first argument is what to measure:
// append, folds, questions, amended, check or program, where `append` makes the log that `folds`, `questions`
// and `check` read; `fold` is one fold in a process of its own. Then the project's folder, a folder for files
// (empty at first), the program, and the number of activities.
#include <array>
#include <charconv>
#include <filesystem>
#include <string_view>
#include <utility>

#include "daybook/base/large_pages.h"

#include "bench/measure.h"
#include "bench/measurements.h"

int main(int count, char** arguments) {
  using namespace daybook::bench;
  daybook::grow_heap_in_large_pages();  // as the program does
  const std::vector<std::string> given(arguments + 1, arguments + count);
  Setting setting;
  setting.itself = std::filesystem::read_symlink("/proc/self/exe").string();
  if (given.size() == 3 && given[0] == "fold") {
    setting.project = given[1];
    setting.folder = given[2];
    fold_once(setting);
    return 0;
  }
  if (given.size() < 4 || given.size() > 5) {
    fmt::print(stderr, "usage: daybook_bench WHAT PROJECT FOLDER PROGRAM [ACTIVITIES]; see bench/run.sh\n");
    return 2;
  }
  setting.project = given[1];
  setting.folder = given[2];
  setting.program = given[3];
  if (given.size() == 5) {
    const char* end = given[4].data() + given[4].size();
    const auto [past, code] = std::from_chars(given[4].data(), end, setting.activities);
    if (code != std::errc() || past != end || setting.activities == 0) {
      fmt::print(stderr, "\"{}\" is no number of activities\n", given[4]);
      return 2;
    }
  }
  constexpr std::array<std::pair<std::string_view, void (*)(const Setting&)>, 6> measurements{
      {{"append", measure_append},
       {"folds", measure_fold},
       {"questions", measure_questions},
       {"amended", measure_amended},
       {"check", measure_check},
       {"program", measure_program}}};
  for (const auto& [name, measure] : measurements) {
    if (name != given[0]) continue;
    measure(setting);
    return 0;
  }
  fmt::print(stderr, "nothing is measured that is called \"{}\"\n", given[0]);
  return 2;
}
