// Processes that append to one log, and tell over a pipe what was acknowledged, are killed at a random
// moment.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <random>
#include <thread>

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/torture/torture.h"

namespace daybook::torture {

namespace {

constexpr std::uint64_t least_rounds = 200;
constexpr std::uint64_t rounds_a_log = 20;  // a log lives through so many rounds

std::size_t size_of(std::uint64_t writer, std::uint64_t number) {
  return 1 + (writer * 7 + number * 3) % 5;
}

struct Writer {
  pid_t process = -1;
  int told = -1;
};

// Appends batches of its own from the first on that is not in the log, until it is killed.
[[noreturn]] void write_until_killed(const std::string& file, std::uint64_t writer, std::uint64_t next,
                                     int tell) {
  auto log = EventLog::open(file);
  for (std::uint64_t number = next; log; ++number) {
    const auto events = batch(writer, number, size_of(writer, number), 300);
    const Expectation any{events.front().stream, Expectation::Kind::any, {}};
    if (!log->append({&any, 1}, events) || ::write(tell, "x", 1) != 1) break;
  }
  ::_exit(1);
}

Writer start(const std::string& file, std::uint64_t number, std::uint64_t next) {
  int pipe[2];
  if (::pipe(pipe) != 0) return {};
  const pid_t process = ::fork();
  if (process == 0) write_until_killed(file, number, next, pipe[1]);
  ::close(pipe[1]);
  return {process, pipe[0]};
}

// Batches that were acknowledged before the writer died.
std::uint64_t end(Writer& writer) {
  ::kill(writer.process, SIGKILL);
  ::waitpid(writer.process, nullptr, 0);
  std::uint64_t batches = 0;
  char bytes[256];
  for (ssize_t n = 0; (n = ::read(writer.told, bytes, sizeof bytes)) > 0;)
    batches += static_cast<std::uint64_t>(n);
  ::close(writer.told);
  return batches;
}

void check(const Found& found, const std::vector<std::uint64_t>& acknowledged, std::uint64_t round,
           Outcome& outcome) {
  ++outcome.tried;
  std::string fault = found.fault;
  for (std::size_t writer = 0; writer < acknowledged.size(); ++writer) {
    const auto& batches = found.batches[writer];
    for (std::uint64_t number = 0; number < std::max<std::uint64_t>(acknowledged[writer], batches.size());
         ++number) {
      const std::size_t size = size_of(writer, number);
      const std::size_t there = number < batches.size() ? batches[number] : 0;
      if (number < acknowledged[writer]) {
        outcome.acknowledged += size;
        outcome.lost += size - std::min(size, there);
      } else if (there != size) {
        ++outcome.partial;
      }
      if (there != size) fault = fmt::format("batch {}.{} has {} of {} events", writer, number, there, size);
    }
    if (batches.size() > acknowledged[writer] + 1)
      fault = "more is in the log than was acknowledged and on its way";
  }
  if (!fault.empty()) outcome.failures.push_back(fmt::format("round {}: {}", round, fault));
}

}  // namespace

Outcome kill_writers(const Setting& setting) {
  Outcome outcome;
  std::mt19937_64 random(setting.seed);
  std::string file;
  std::vector<std::uint64_t> batches;  // of each writer, in the log
  for (std::uint64_t round = 0; round < least_rounds * setting.times; ++round) {
    if (round % rounds_a_log == 0) {
      file = (setting.folder / fmt::format("kill-{}", round)).string();
      batches.assign(1 + random() % 3, 0);
      if (const auto made = EventLog::create(file); !made) {
        outcome.failures.push_back(to_string(made.error()));
        return outcome;
      }
    }
    std::vector<Writer> writers;
    for (std::size_t i = 0; i < batches.size(); ++i)
      writers.push_back(start(file, i, batches[i]));
    std::this_thread::sleep_for(std::chrono::microseconds(1'000 + random() % 14'000));
    std::vector<std::uint64_t> acknowledged = batches;
    for (std::size_t i = 0; i < writers.size(); ++i)
      acknowledged[i] += end(writers[i]);
    const Found found = look_at(file, batches.size());
    check(found, acknowledged, round, outcome);
    for (std::size_t i = 0; i < batches.size(); ++i)
      batches[i] = found.batches[i].size();
    if (!found.fault.empty()) break;
  }
  return outcome;
}

}  // namespace daybook::torture
