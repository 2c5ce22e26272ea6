#include "upkeep.h"

#include "daybook/service/fsck.h"

#include "terminal.h"

namespace daybook {

namespace {

int refuse(const Error& error) {
  print_error(to_string(error));
  return 1;
}

int run_fsck(const Arguments& arguments) {
  Progress progress("checking events");
  const auto report = fsck(arguments.log_file, arguments.vocabulary_folder,
                           [&](std::uint64_t done, std::uint64_t of) { progress.show(done, of); });
  progress.clear();
  if (!report) return refuse(report.error());
  return print(describe(*report, arguments.log_file, arguments.format == "json")) && report->good() ? 0 : 1;
}

}  // namespace

void add_upkeep(CLI::App& app, Arguments& arguments) {
  auto& fsck = *app.add_subcommand("fsck", "check every byte of the log");
  fsck.add_option("--format", arguments.format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
  fsck.footer(
      "Each event is held against its hash, its spelling, its order and its type; the tree against the "
      "events; "
      "the file\nagainst itself; and all of it is folded twice. It writes nothing. The exit status is 0 for "
      "a "
      "log that is whole.\nExample:\n  daybook fsck");
}

bool is_upkeep(const std::string& command) {
  return command == "fsck";
}

int upkeep(const Arguments& arguments) {
  return run_fsck(arguments);
}

}  // namespace daybook
