#include "upkeep.h"

#include <fmt/format.h>

#include "daybook/service/copies.h"
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

int run_backup(const Arguments& arguments) {
  Progress progress("checking the copy");
  const auto head = back_up(arguments.log_file, arguments.paths.front(), arguments.vocabulary_folder,
                            [&](std::uint64_t done, std::uint64_t of) { progress.show(done, of); });
  progress.clear();
  if (!head) return refuse(head.error());
  return print(fmt::format("Backed up {} events to {}, and checked the copy: root {}.\n", head->size,
                           arguments.paths.front(), to_hex(head->root)))
             ? 0
             : 1;
}

int say(const result<TakenOver>& taken) {
  if (!taken) return refuse(taken.error());
  return print(fmt::format("Added {} events; {} were there already. The log has {} now, root {}.\n",
                           taken->added, taken->known, taken->head.size, to_hex(taken->head.root)))
             ? 0
             : 1;
}

int run_restore(const Arguments& arguments) {
  Progress progress("checking the copy");
  const auto taken = restore(arguments.paths.front(), arguments.log_file, arguments.vocabulary_folder,
                             [&](std::uint64_t done, std::uint64_t of) { progress.show(done, of); });
  progress.clear();
  return say(taken);
}

int run_import(const Arguments& arguments) {
  if (arguments.paths.size() == 1) return say(import_events(arguments.log_file, arguments.paths.front()));
  print_error("E-USAGE: import --events takes one file");
  return 2;
}

int run_export_events(const Arguments& arguments) {
  Output output;
  const auto done =
      print_events(arguments.log_file, 0, true, [&](std::string_view piece) { return output.write(piece); });
  if (!done) return refuse(done.error());
  return output.good() ? 0 : 1;
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

  auto& backup = *app.add_subcommand("backup", "copy the log, in use or not, and check the copy");
  backup.add_option("FILE", arguments.paths, "the copy, which must not be there yet")
      ->required()
      ->expected(1);
  backup.footer("Example:\n  daybook backup 1540-2026-11-24.db");

  auto& restore = *app.add_subcommand("restore", "make the log again from a backup, or bring it up to it");
  restore.add_option("FILE", arguments.paths, "the backup")->required()->expected(1);
  restore.footer(
      "A log that is there already gets what the backup has more. One that is newer than the backup, or has "
      "other events,\nis left as it is.\nExample:\n  daybook --log again.db restore 1540-2026-11-24.db");

  auto& events = *app.add_subcommand("export", "print the events as they are stored, a line each");
  events.add_flag("--events", arguments.events, "the events; annexes and counts have --format")->required();
  events.footer(
      "`import --events` makes the same log of them, byte for byte, with the same root.\n"
      "Example:\n  daybook export --events > 1540.jsonl");
}

bool is_upkeep(const Arguments& arguments) {
  for (const std::string_view command : {"fsck", "backup", "restore", "export"})
    if (arguments.command == command) return true;
  return arguments.command == "import" && arguments.events;
}

int upkeep(const Arguments& arguments) {
  if (arguments.command == "fsck") return run_fsck(arguments);
  if (arguments.command == "backup") return run_backup(arguments);
  if (arguments.command == "restore") return run_restore(arguments);
  if (arguments.command == "export") return run_export_events(arguments);
  return run_import(arguments);
}

}  // namespace daybook
