// What is done to a log to see whether it can be trusted. Each trial has a seed, and the same seed is the
// same trial, as far as the machine's own timing lets it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "daybook/log/event_log.h"

namespace daybook::torture {

struct Setting {
  std::uint64_t seed = 1;
  std::uint64_t times = 1;       // how much more than the least
  std::filesystem::path folder;  // of its own; on a disk or in memory
};

// What a trial found. Nothing may be lost, partial or missed.
struct Outcome {
  std::uint64_t tried = 0;         // faults, each as the trial counts them
  std::uint64_t acknowledged = 0;  // events whose append had succeeded, over all faults
  std::uint64_t lost = 0;          // of those, not in the log afterwards
  std::uint64_t partial = 0;       // batches of which only a part is in the log
  std::uint64_t missed = 0;        // damages that were not told
  std::vector<std::string> failures;

  bool good() const { return lost == 0 && partial == 0 && missed == 0 && failures.empty(); }
};

Outcome power_failure(const Setting& setting);
Outcome kill_writers(const Setting& setting);
Outcome damaged_file(const Setting& setting);
Outcome damaged_wal(const Setting& setting);

// Batch `number` of `writer`: events that say so, `size` of them. Their ids follow from the numbers alone.
std::vector<NewEvent> batch(std::uint64_t writer, std::uint64_t number, std::size_t size,
                            std::size_t title_bytes);

// A log as it is found after a fault.
struct Found {
  // How many events of each batch of each writer are in it, in the order of batches.
  std::vector<std::vector<std::size_t>> batches;
  std::string fault;  // why it cannot be used; empty when it can
};

// Opens it, reads all of it, holds its root against the bytes and each of the `writers`' batches against the
// order in which they were written, and appends to it.
Found look_at(const std::string& log_file, std::size_t writers);

}  // namespace daybook::torture
