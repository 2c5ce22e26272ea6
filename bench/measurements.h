// Each measures one layer and prints its lines.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/projections/facets.h"

namespace daybook::bench {

struct Setting {
  std::string folder;   // for files; empty at first
  std::string project;  // the checkout: records and vocabulary
  std::string program;  // build/release/daybook
  std::string itself;   // this executable, to be started anew
  std::size_t activities = 1'000'000;
  unsigned seed = 1540;

  std::string log() const { return folder + "/made.db"; }
  std::string vocabulary() const { return project + "/config/vocab"; }
  std::string records() const { return project + "/records/S-2022-899"; }
  // What starts the program for that command on that log.
  std::vector<std::string> command(const std::string& log_file,
                                   const std::vector<std::string_view>& words) const {
    std::vector<std::string> arguments{program, "--log", log_file, "--vocabulary", vocabulary()};
    arguments.insert(arguments.end(), words.begin(), words.end());
    return arguments;
  }
};

// Makes the log that the others read.
void measure_append(const Setting& setting);
// Starts this executable again, once a fold, so that each begins with nothing in memory.
void measure_fold(const Setting& setting);
// What such a child does: prints seconds and bytes of memory.
void fold_once(const Setting& setting);
void measure_questions(const Setting& setting);
void measure_columns(const Register& reg, Facets& facets);
// Counts at random positions up to random days: both clocks.
void measure_past(const Register& reg, Facets& facets, unsigned seed);
// Makes a log of a fifth of the activities, each amended five times, and asks the same of it.
void measure_amended(const Setting& setting);
void measure_check(const Setting& setting);
void measure_program(const Setting& setting);

}  // namespace daybook::bench
