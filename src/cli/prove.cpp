#include "prove.h"

#include <algorithm>

#include <fmt/format.h>

#include "daybook/service/proofs.h"

#include "terminal.h"

namespace daybook {

namespace {

int say(const result<std::string>& answer) {
  if (answer) return print(*answer) ? 0 : 1;
  print_error(to_string(answer.error()));
  return answer.error()->code == ErrorCode::usage ? 2 : 1;
}

tl::unexpected<Failure> usage(const Arguments& arguments, std::string sentence) {
  return fail(ErrorCode::usage, std::move(sentence), fmt::format("daybook {} --help", arguments.command));
}

result<std::string> run_prove(const Arguments& arguments) {
  const ProofArguments& given = arguments.proof;
  if (!arguments.from.empty() || !arguments.to.empty()) {
    if (arguments.from.empty() || arguments.to.empty() || !arguments.paths.empty())
      return usage(arguments, "a proof between two checkpoints takes --from and --to, and nothing else");
    return prove_consistency(arguments.log_file, arguments.from, arguments.to);
  }
  const auto& what = arguments.paths;
  const bool annex = what.size() == 2 && what.front() == "annex";
  if (!annex && what.size() != 1) return usage(arguments, "one ID, or annex NUMBER, is to be proved");
  if (annex == arguments.edition.empty())
    return usage(arguments, "an annex is proved with --edition, as it was printed");
  if (given.key.empty() == given.checkpoint.empty())
    return usage(arguments, "a proof needs --key FILE, or --checkpoint FILE that was signed before");
  ProveQuestion question{annex ? "" : what.front(), annex ? what.back() : "", arguments.edition, given.row};
  return prove(arguments.log_file, question, {given.key, given.checkpoint}, given.out);
}

result<std::string> run_export_tiles(const Arguments& arguments) {
  const ProofArguments& given = arguments.proof;
  if (given.key.empty() == given.checkpoint.empty())
    return usage(arguments, "the folder needs --key FILE, or --checkpoint FILE that was signed before");
  Progress progress("writing tiles");
  auto exported = export_tiles(arguments.log_file, {given.key, given.checkpoint}, arguments.paths.front(),
                               [&](std::uint64_t done, std::uint64_t of) { progress.show(done, of); });
  progress.clear();
  return exported;
}

int run_check(const Arguments& arguments) {
  if (!arguments.proof.event.empty() && arguments.paths.size() > 1)
    return say(usage(arguments, "--event goes with one proof; each of several has its own beside it"));
  int status = 0;
  for (const std::string& file : arguments.paths)
    status = std::max(status, say(check_proof(file, arguments.proof.event, arguments.proof.key)));
  return status;
}

void add_key(CLI::App& app, Arguments& arguments) {
  auto& key = *app.add_subcommand("key", "make or show the key that signs checkpoints");
  key.require_subcommand(1);
  auto& make = *key.add_subcommand("new", "make a key in a file that only its owner can read");
  make.add_option("FILE", arguments.paths, "the private key; keep it, and keep it apart from the log")
      ->required()
      ->expected(1);
  make.add_option("--name", arguments.proof.name, "the log's name: a URL without https://")
      ->required()
      ->type_name("NAME");
  make.footer(
      "It prints the verifier key, which everybody may know.\n"
      "Example:\n  daybook key new 1540.key --name daybook.example.org/1540 > 1540.verifier");
  auto& show = *key.add_subcommand("show", "print the verifier key of a private key");
  show.add_option("FILE", arguments.paths, "the private key")->required()->expected(1);
  show.footer("Example:\n  daybook key show 1540.key");
}

void add_signed_by(CLI::App& command, Arguments& arguments) {
  auto* key =
      command.add_option("--key", arguments.proof.key, "sign the log as it is now")->type_name("FILE");
  command.add_option("--checkpoint", arguments.proof.checkpoint, "use a checkpoint that was signed before")
      ->type_name("FILE")
      ->excludes(key);
}

}  // namespace

void add_proofs(CLI::App& app, Arguments& arguments) {
  add_key(app, arguments);

  auto& checkpoint = *app.add_subcommand("checkpoint", "sign the log's number of events and root");
  checkpoint.add_option("--key", arguments.proof.key, "the private key")->required()->type_name("FILE");
  checkpoint.add_option("--at", arguments.known.at, "as it was after the first N events")->type_name("N");
  checkpoint.footer(
      "What was signed last is kept in FILE.signed; a log that does not hold it is not signed.\n"
      "Example:\n  daybook checkpoint --key 1540.key > 2026-11-24.checkpoint");

  auto& prove =
      *app.add_subcommand("prove", "prove that events are in the log, or that it was only added to");
  prove.add_option("WHAT", arguments.paths, "an activity, an event, a batch, a position; or annex NUMBER");
  prove.add_option("--edition", arguments.edition, "with annex: as printed in this document")
      ->type_name("SYMBOL");
  prove.add_option("--row", arguments.proof.row, "with annex: this row alone")->type_name("N");
  prove.add_option("--out", arguments.proof.out, "folder for the files (the current one)")
      ->type_name("FOLDER");
  add_signed_by(prove, arguments);
  prove.add_option("--from", arguments.from, "the older checkpoint")->type_name("CHECKPOINT");
  prove.add_option("--to", arguments.to, "the newer checkpoint; prints the proof")->type_name("CHECKPOINT");
  prove.footer(
      "Example:\n  daybook prove 2018-malabo-1 --key 1540.key --out proofs\n"
      "  daybook prove annex xviii --edition S/2022/899 --row 17 --checkpoint 2026-11-24.checkpoint\n"
      "  daybook prove --from 2025-11-24.checkpoint --to 2026-11-24.checkpoint > year.proof");

  auto& check = *app.add_subcommand("check-proof", "check proofs and checkpoints; needs no log");
  check.add_option("FILE", arguments.paths, "each a proof, or a checkpoint")->required();
  check.add_option("--event", arguments.proof.event, "the event of one proof (its name with .json)")
      ->type_name("FILE");
  check.add_option("--key", arguments.proof.key, "the verifier key, or a file that holds it")
      ->required()
      ->type_name("KEY");
  check.footer("Example:\n  daybook check-proof proofs/*.tlog-proof --key 1540.verifier");

  auto& tiles = *app.add_subcommand("export-tiles",
                                    "write the log as a folder that a web server can offer (tlog-tiles)");
  tiles.add_option("FOLDER", arguments.paths, "a new folder, or an older export")->required()->expected(1);
  add_signed_by(tiles, arguments);
  tiles.footer("Example:\n  daybook export-tiles public/1540 --key 1540.key");
}

bool is_about_proofs(const std::string& command) {
  for (const std::string_view each :
       {"key new", "key show", "checkpoint", "prove", "check-proof", "export-tiles"})
    if (command == each) return true;
  return false;
}

int run_proofs(const Arguments& arguments) {
  const ProofArguments& given = arguments.proof;
  if (arguments.command == "key new") return say(new_key(arguments.paths.front(), given.name));
  if (arguments.command == "key show") return say(show_key(arguments.paths.front()));
  if (arguments.command == "checkpoint")
    return say(checkpoint(arguments.log_file, given.key, arguments.known.at));
  if (arguments.command == "prove") return say(run_prove(arguments));
  if (arguments.command == "check-proof") return run_check(arguments);
  return say(run_export_tiles(arguments));
}

}  // namespace daybook
