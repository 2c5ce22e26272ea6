// The command line, parsed.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "daybook/service/service.h"

namespace daybook {

struct ProofArguments {
  std::string name;
  std::string key;
  std::string checkpoint;
  std::string event;
  std::string out = ".";
  std::optional<std::int64_t> row;
};

struct Arguments {
  std::string command;  // "annex", "record activity" …
  std::string log_file;
  std::string vocabulary_folder;
  std::string actor;
  bool verbose = false;

  std::vector<std::string> paths;  // import, diff, backup, restore
  bool events = false;             // import, export
  bool dry_run = false;
  std::string rejects_file;

  ActivityForm form;  // record activity
  std::string source;
  bool yes = false;

  bool head = false;  // log
  std::uint64_t after = 0;

  std::string annex;
  std::string edition;
  std::string from;
  std::string to;
  std::vector<std::string> by;
  std::vector<std::string> where;
  bool roll_up = false;
  bool grouped = false;
  std::string document;  // reconcile
  bool explain = false;
  std::string id;  // show, history, amend, withdraw, reinstate; the survivor of a merge; what is undone
  Known known;
  std::vector<std::string> between;  // diff
  std::vector<std::string> from_to;
  std::vector<std::string> settings;  // amend: FIELD=VALUE
  std::vector<std::string> others;    // merge, group
  std::string reason;
  std::optional<std::uint64_t> if_revision;
  std::string basis;
  std::string topic;  // reference
  ProofArguments proof;

  std::string language = "zh";
  std::string format = "text";
  std::optional<int> width;
};

struct ParsedArguments {
  std::optional<Arguments> arguments;  // none when there is nothing more to do
  int exit_status = 0;
  std::string output;  // help
  std::string error;   // what is wrong with the command line
};

ParsedArguments parse_arguments(int count, const char* const* words);

// docs/reference/commands.md: the help of every command.
std::string reference_of_commands();

}  // namespace daybook
