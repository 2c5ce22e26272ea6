#include "arguments.h"

#include <cstdlib>
#include <sstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "daybook/base/names.h"

#include "prove.h"
#include "upkeep.h"
#include "writing_arguments.h"

namespace daybook {

namespace {

std::string from_environment(const char* name, const char* otherwise) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : otherwise;
}

void add_presentation(CLI::App& command, Arguments& arguments) {
  command.add_option("--lang", arguments.language, "language of the labels: zh or en")
      ->check(CLI::IsMember({"zh", "en"}))
      ->type_name("LANG");
  command.add_option("--format", arguments.format, "text, csv, json, markdown or html")
      ->check(CLI::IsMember(std::vector<std::string>(format_names.begin(), format_names.end())))
      ->type_name("FORMAT");
  command
      .add_option("--width", arguments.width, "columns of the text; 0 = do not wrap (the terminal's width)")
      ->check(CLI::Range(0, 10'000))
      ->type_name("N");
}

void add_period(CLI::App& command, Arguments& arguments) {
  command.add_option("--from", arguments.from, "first day, e.g. 2016-04-26")->type_name("DATE");
  command.add_option("--to", arguments.to, "last day, that is \"as at\"")->type_name("DATE");
}

void add_known(CLI::App& command, Arguments& arguments) {
  auto* at =
      command.add_option("--at", arguments.known.at, "as known after the first N events")->type_name("N");
  command.add_option("--known-by", arguments.known.by, "as known by this day or time (UTC)")
      ->type_name("TIME")
      ->excludes(at);
  command
      .add_option("--checkpoint", arguments.known.checkpoint_file,
                  "as known to this signed checkpoint; the answer carries it")
      ->type_name("FILE");
  command.add_flag("--cite", arguments.known.cite,
                   "say which events the answer knows: their number and root");
}

void add_conditions(CLI::App& command, Arguments& arguments) {
  command
      .add_option("--where", arguments.where,
                  "only activities with FACET=VALUE (or VALUE,VALUE); may be repeated")
      ->type_name("FACET=VALUE")
      ->allow_extra_args(false);
  command.add_flag("--roll-up", arguments.roll_up, "count a branch for its parent body too");
}

void add_reconcile(CLI::App& app, Arguments& arguments) {
  auto& reconcile = *app.add_subcommand("reconcile", "published figures against what the record gives");
  reconcile.add_option("--document", arguments.document, "only figures of this document")
      ->type_name("SYMBOL");
  reconcile.add_flag("--explain", arguments.explain, "with the rows behind each difference");
  add_known(reconcile, arguments);
  add_presentation(reconcile, arguments);
  reconcile.footer(
      "Each figure's question is asked, and its answer stands beside what was printed. Differences are the "
      "answer, and no\nfailure. records/README.md says how questions are written and edited.\n"
      "Example:\n  daybook reconcile --document S/2022/899 --explain\n"
      "  daybook reconcile --format csv > figures.csv");
}

void add_questions(CLI::App& app, Arguments& arguments) {
  auto& log = *app.add_subcommand("log", "the events of the log, or its head");
  log.add_flag("--head", arguments.head, "number of events and root of the Merkle tree");
  log.add_option("--after", arguments.after, "leave out the first N events")->type_name("N");
  log.add_option("--format", arguments.format, "text, or json: the stored bytes, an event a line")
      ->check(CLI::IsMember({"text", "json"}))
      ->type_name("FORMAT");
  log.footer("Example:\n  daybook log --head\n  daybook log --after 1970 --format json");

  auto& annex = *app.add_subcommand("annex", "an annex, rebuilt for a period or as an edition printed it");
  annex.add_option("NUMBER", arguments.annex, "i, ii, iii, iv, v, vi, xviii, xix, xx, xxi or xxii")
      ->required();
  annex.add_option("--edition", arguments.edition, "as printed in this document; takes no period")
      ->type_name("SYMBOL");
  add_period(annex, arguments);
  add_known(annex, arguments);
  add_presentation(annex, arguments);
  annex.footer(
      "Example:\n  daybook annex xviii --edition S/2022/899\n"
      "  daybook annex xix --from 2019-01-01 --to 2019-12-31 --format html > xix.html");

  auto& count = *app.add_subcommand("count", "count activities, by one or two facets");
  count.add_option("--by", arguments.by, list_of(facet_names))
      ->delimiter(',')
      ->type_name("FACET[,FACET]")
      ->allow_extra_args(false);
  add_conditions(count, arguments);
  count.add_flag("--grouped", arguments.grouped, "activities that were grouped count as one");
  add_period(count, arguments);
  add_known(count, arguments);
  add_presentation(count, arguments);
  count.footer(
      "Example:\n  daybook count --by organizer --where year=2019\n  daybook count --by year,kind --where "
      "region=AFR\n"
      "  daybook count --where organization=欧安组织 --roll-up");

  auto& list = *app.add_subcommand("list", "list activities in the order of dates");
  add_conditions(list, arguments);
  add_period(list, arguments);
  add_known(list, arguments);
  add_presentation(list, arguments);
  list.footer("Example:\n  daybook list --where host-state=奥地利 --from 2019-01-01 --format csv > list.csv");

  add_reconcile(app, arguments);

  auto& show = *app.add_subcommand("show", "one activity, and how each annex lists it");
  show.add_option("ID", arguments.id, "e.g. 2016-vienna-1")->required();
  add_known(show, arguments);
  add_presentation(show, arguments);
  show.footer("Example:\n  daybook show 2018-malabo-1");

  auto& reference = *app.add_subcommand("reference", "print a page of docs/reference");
  reference.add_option("TOPIC", arguments.topic, "commands, errors, events or facets")->required();
  reference.footer("Example:\n  daybook reference facets");
}

void add_changes(CLI::App& app, Arguments& arguments) {
  auto& history = *app.add_subcommand("history", "who changed an activity, when and why, field by field");
  history.add_option("ID", arguments.id, "e.g. 2016-vienna-1")->required();
  add_known(history, arguments);
  add_presentation(history, arguments);
  history.footer("Example:\n  daybook history 2018-malabo-1");

  auto& report = *app.add_subcommand("report", "draft the figures and annexes of a report for a period");
  report.add_option("--from", arguments.from, "first day")->required()->type_name("DATE");
  report.add_option("--to", arguments.to, "last day")->required()->type_name("DATE");
  add_known(report, arguments);
  add_presentation(report, arguments);
  report.footer("Example:\n  daybook report --from 2022-06-03 --to 2023-06-02 --format html > report.html");

  auto& diff =
      *app.add_subcommand("diff", "what changed in an annex or in the list, and the events that did it");
  diff.add_option("WHAT", arguments.paths, "annex NUMBER, or list")->required()->expected(1, 2);
  auto* between = diff.add_option("--between", arguments.between,
                                  "two positions, recording times or editions; \"now\" for what is known now")
                      ->expected(2)
                      ->type_name("A B");
  diff.add_option("--from-to", arguments.from_to, "the same question as at two days")
      ->expected(2)
      ->type_name("DATE DATE")
      ->excludes(between);
  add_conditions(diff, arguments);
  add_period(diff, arguments);
  add_presentation(diff, arguments);
  diff.footer(
      "What was removed stands in [-…-], what was added in {+…+}.\n"
      "Example:\n  daybook diff annex xviii --between S/2022/899 now --from 2016-04-26 --to 2022-06-02\n"
      "  daybook diff list --between 2026-11-01 now --where state=GNQ");
}

std::unique_ptr<CLI::App> make_app(Arguments& arguments) {
  auto app = std::make_unique<CLI::App>(
      "Daybook records what the committee established by Security Council resolution 1540 (2004) does, in a "
      "log that is\n"
      "only ever added to, and rebuilds the annexes and the counts of its reviews from it.",
      "daybook");
  arguments.log_file = from_environment("DAYBOOK_LOG", "./daybook.db");
  arguments.vocabulary_folder = from_environment("DAYBOOK_VOCABULARY", "");
  arguments.actor = from_environment("DAYBOOK_ACTOR", from_environment("USER", "").c_str());
  app->set_help_flag("--help,-h", "print this help");
  app->set_version_flag("--version", DAYBOOK_VERSION);
  app->add_option("--log", arguments.log_file, "the log ($DAYBOOK_LOG, then ./daybook.db)")
      ->type_name("FILE");
  app->add_option("--vocabulary", arguments.vocabulary_folder,
                  "folder of the vocabulary ($DAYBOOK_VOCABULARY, then "
                  "config/vocab of the installation)")
      ->type_name("FOLDER");
  app->add_option("--actor", arguments.actor, "who records ($DAYBOOK_ACTOR, then the user's name)")
      ->type_name("NAME");
  app->add_flag("--verbose,-v", arguments.verbose, "say on standard error what takes how long");
  app->require_subcommand(1);
  app->fallthrough();
  add_writing(*app, arguments);
  add_corrections(*app, arguments);
  add_questions(*app, arguments);
  add_changes(*app, arguments);
  add_upkeep(*app, arguments);
  add_proofs(*app, arguments);
  app->footer(
      "Start:\n  daybook init\n  daybook import records/S-2022-899\n  daybook annex xviii --edition "
      "S/2022/899\n"
      "`daybook COMMAND --help` shows what a command takes, with an example.");
  return app;
}

// The innermost command that was named; the program itself when none was.
const CLI::App& innermost(const CLI::App& app) {
  const CLI::App* chosen = &app;
  while (!chosen->get_subcommands().empty())
    chosen = chosen->get_subcommands().front();
  return *chosen;
}

std::string command_of(const CLI::App& app) {
  std::string command;
  for (const CLI::App* named = &innermost(app); named != &app; named = named->get_parent()) {
    if (!command.empty()) command.insert(0, 1, ' ');
    command.insert(0, named->get_name());
  }
  return command;
}

// What the options say together; empty when it makes sense.
std::string conflict_in(const Arguments& arguments) {
  if (arguments.by.size() > 2) return "--by takes one facet or two";
  if (arguments.command == "diff" && arguments.between.empty() && arguments.from_to.empty())
    return "diff needs two ends: --between A B, or --from-to DATE DATE";
  if (!arguments.edition.empty() && !(arguments.from + arguments.to).empty())
    return "--edition is an annex as it was printed, and takes no --from and no --to";
  if (arguments.command == "import" && arguments.events &&
      (arguments.dry_run || !arguments.rejects_file.empty()))
    return "--events takes a whole log as it is, without --dry-run and --rejects";
  if (!arguments.known.checkpoint_file.empty() && (arguments.known.at || !arguments.known.by.empty()))
    return "--checkpoint says itself how much is known, and takes no --at and no --known-by";
  return {};
}

// `before` stands in front of the word and of all the names.
std::string with_nearest(const std::string& said, const Names& names, std::string_view word,
                         std::string_view before = {}) {
  const auto near = names.nearest(word, 1);
  return near.empty() ? said : said + fmt::format("; did you mean {}{}?", before, near.front());
}

// A word that is no command and no option where it stands: told as such, with the nearest that is.
std::optional<std::string> unknown_word(const CLI::App& app) {
  const CLI::App& command = innermost(app);
  Names names;
  const auto add = [&](const std::string& name) { static_cast<void>(names.add(name, name)); };
  const auto rest = app.remaining(true);
  const auto commands = command.get_subcommands({});
  if (!rest.empty() && !commands.empty() && !rest.front().starts_with("-")) {
    for (const CLI::App* known : commands)
      add(known->get_name());
    return with_nearest(fmt::format("there is no command \"{}\"", rest.front()), names, rest.front());
  }
  for (const CLI::App* level = &command; level != nullptr; level = level->get_parent())
    for (const CLI::Option* option : level->get_options())
      for (const std::string& name : option->get_lnames())
        add(name);
  for (const std::string& word : rest)
    if (word.starts_with("-")) {
      const std::string option = word.substr(0, word.find('='));
      return with_nearest(fmt::format("there is no option {} here", option), names,
                          option.substr(std::min(option.find_first_not_of('-'), option.size())), "--");
    }
  if (!rest.empty()) return fmt::format("\"{}\" is not expected here", rest.front());
  return std::nullopt;
}

}  // namespace

ParsedArguments parse_arguments(int count, const char* const* words) {
  ParsedArguments parsed;
  Arguments arguments;
  const auto app = make_app(arguments);
  if (count < 2) {
    parsed.exit_status = 2;
    parsed.error = "a command is needed";
    parsed.output = app->help();
    return parsed;
  }
  try {
    app->parse(count, words);
    arguments.command = command_of(*app);
    parsed.error = conflict_in(arguments);
    if (parsed.error.empty())
      parsed.arguments = std::move(arguments);
    else
      parsed.exit_status = 2;
  } catch (const CLI::ParseError& error) {
    std::ostringstream out;
    std::ostringstream problem;
    const bool asked = app->exit(error, out, problem) == 0;
    parsed.exit_status = asked ? 0 : 2;
    parsed.output = out.str();
    parsed.error = asked ? std::string() : unknown_word(*app).value_or(error.what());
  }
  return parsed;
}

std::string reference_of_commands() {
  Arguments arguments;
  const auto app = make_app(arguments);
  std::string text =
      "# Commands\n\n<!-- Printed by `daybook reference commands`; a test holds it against the program. "
      "-->\n\n```text\n" +
      app->help() + "```\n";
  const std::function<void(const CLI::App&, const std::string&)> add = [&](const CLI::App& command,
                                                                           const std::string& name) {
    text += fmt::format("\n## {}\n\n```text\n{}```\n", name, command.help(name));
    for (const CLI::App* inner : command.get_subcommands({}))
      add(*inner, name + " " + inner->get_name());
  };
  for (const CLI::App* command : app->get_subcommands({}))
    add(*command, "daybook " + command->get_name());
  return text;
}

}  // namespace daybook
