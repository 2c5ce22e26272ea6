#include "correct.h"

#include <fmt/format.h>

#include "terminal.h"

namespace daybook {

namespace {

result<std::vector<FieldChange>> changes_of(const Arguments& arguments) {
  std::vector<FieldChange> changes;
  for (const std::string& setting : arguments.settings) {
    const auto equals = setting.find('=');
    if (equals == std::string::npos)
      return fail({ErrorCode::usage,
                   fmt::format("\"{}\" names no value", setting),
                   {{}, 0, "--set"},
                   "write it as FIELD=VALUE, e.g. dates=2018年12月6-7日"});
    changes.push_back({setting.substr(0, equals), setting.substr(equals + 1)});
  }
  return changes;
}

result<Correction> plan(Service& service, const Arguments& arguments) {
  Corrections corrections =
      service.corrections({arguments.actor, arguments.reason, arguments.source, arguments.if_revision});
  if (arguments.command == "withdraw") return corrections.withdraw(arguments.id);
  if (arguments.command == "reinstate") return corrections.reinstate(arguments.id);
  if (arguments.command == "merge") return corrections.merge(arguments.id, arguments.others);
  if (arguments.command == "group")
    return corrections.group(arguments.others, arguments.basis == "source" ? Basis::source : Basis::inferred);
  if (arguments.command == "undo") return corrections.undo(arguments.id);
  const auto changes = changes_of(arguments);
  if (!changes) return fail(changes.error());
  return corrections.amend(arguments.id, *changes, [](std::string_view field, Error error) {
    error.place.field = fmt::format("--set {}", field);
    print_error(to_string(error));
  });
}

}  // namespace

int correct(Service& service, const Arguments& arguments, const Presentation& presentation) {
  const auto correction = plan(service, arguments);
  if (!correction) {
    print_error(to_string(correction.error()));
    const ErrorCode code = correction.error()->code;
    return code == ErrorCode::usage || code == ErrorCode::required || code == ErrorCode::value ? 2 : 1;
  }
  if (correction->events.empty()) return print("Nothing changes; nothing was recorded.\n") ? 0 : 1;
  if (!print(service.describe(*correction, presentation.language))) return 1;
  if (arguments.dry_run)
    return print(fmt::format("Dry run: {} event(s) would be recorded; nothing was written.\n",
                             correction->events.size()))
               ? 0
               : 1;
  const auto position = service.correct(*correction);
  if (!position) {
    print_error(to_string(position.error()));
    return 1;
  }
  const NewEvent& first = correction->events.front();
  return print(fmt::format(
             "Recorded {} event(s), from position {} on; to take back: daybook undo {} --reason …\n",
             correction->events.size(), position->value,
             first.batch.empty() ? fmt::format("{}", position->value) : first.batch))
             ? 0
             : 1;
}

}  // namespace daybook
