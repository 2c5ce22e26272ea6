#include "daybook/log/sha256.h"

#include "bench/bare_table.h"
#include "bench/measure.h"
#include "bench/measurements.h"

namespace daybook::bench {

void measure_check(const Setting& setting) {
  scan_log(setting.log());  // into the system's cache
  std::uint8_t used = 0;    // so that no hash is left out
  std::vector<double> bare;
  std::vector<double> checked;
  for (int i = 0; i < 3; ++i) {
    bare.push_back(
        seconds([&] { scan_log(setting.log(), [&](std::string_view bytes) { used ^= sha256(bytes)[0]; }); }));
    checked.push_back(seconds([&] { run(setting.command(setting.log(), {"fsck"})); }));
  }
  heading("daybook fsck of the log, folded twice (median of 3)");
  line("from the start of the program to its end", milliseconds(median(checked)));
  line("bare scan and SHA-256 of the same bytes, one thread", milliseconds(median(bare)));
  const double ratio = median(checked) / median(bare);
  target("ratio", "<= 4", fmt::format("{:.2f}", ratio), ratio <= 4);
}

}  // namespace daybook::bench
