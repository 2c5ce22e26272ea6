// Stopwatch, median and the lines that a measurement prints.
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "daybook/base/error.h"

namespace daybook::bench {

// Seconds that the call takes.
template <class Call>
double seconds(Call call) {
  const auto begin = std::chrono::steady_clock::now();
  call();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// The value below which `share` of the sample lies. REQUIRES: !sample.empty().
inline double quantile(std::vector<double> sample, double share) {
  std::sort(sample.begin(), sample.end());
  const auto index = static_cast<std::size_t>(std::lround(share * static_cast<double>(sample.size() - 1)));
  return sample[index];
}
inline double median(std::vector<double> sample) {
  return quantile(std::move(sample), 0.5);
}

// A measurement cannot go on without what failed.
template <class T>
T take(result<T> value) {
  if (value) return std::move(*value);
  fmt::print(stderr, "{}\n", to_string(value.error()));
  std::exit(1);
}
inline void take(result<void> done) {
  if (done) return;
  fmt::print(stderr, "{}\n", to_string(done.error()));
  std::exit(1);
}

// Starts the program of the first argument, and returns when it has ended. What it prints is dropped.
// REQUIRES: it ends well.
inline void run(std::vector<std::string> arguments) {
  std::vector<char*> pointers;
  for (std::string& argument : arguments)
    pointers.push_back(argument.data());
  pointers.push_back(nullptr);
  posix_spawn_file_actions_t output;
  posix_spawn_file_actions_init(&output);
  posix_spawn_file_actions_addopen(&output, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  int status = posix_spawn(&child, pointers[0], &output, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&output);
  if (status == 0 && waitpid(child, &status, 0) == child && status == 0) return;
  fmt::print(stderr, "failed: {}\n", fmt::join(arguments, " "));
  std::exit(1);
}

inline void heading(std::string_view text) {
  fmt::print("\n{}\n", text);
}
inline void line(std::string_view what, const std::string& figure) {
  fmt::print("  {:<58}{:>16}\n", what, figure);
  std::fflush(stdout);
}
inline void target(std::string_view what, const std::string& wanted, const std::string& figure, bool met) {
  fmt::print("  {:<58}{:>16}   target {}: {}\n", what, figure, wanted, met ? "PASS" : "BELOW");
  std::fflush(stdout);
}
inline std::string milliseconds(double s) {
  return fmt::format("{:.3f} ms", s * 1e3);
}
inline std::string per_second(double n) {
  return fmt::format("{:.0f} /s", n);
}

}  // namespace daybook::bench
