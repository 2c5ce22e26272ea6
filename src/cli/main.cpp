#include <chrono>
#include <csignal>
#include <exception>

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "daybook/base/large_pages.h"

#include "arguments.h"
#include "correct.h"
#include "import_report.h"
#include "installation.h"
#include "prove.h"
#include "record_activity.h"
#include "terminal.h"
#include "upkeep.h"

namespace daybook {

namespace {

constexpr int good = 0;
constexpr int answer_is_no = 1;
constexpr int wrong_use = 2;

int refuse(const Error& error, int status) {
  print_error(to_string(error));
  return status;
}

int refuse(const Failure& failure) {
  return refuse(failure, failure->code == ErrorCode::usage ? wrong_use : answer_is_no);
}

int say(const result<std::string>& text) {
  if (!text) return refuse(text.error());
  return print(*text) ? good : answer_is_no;
}

int say(const result<Answer>& answer) {
  if (!answer) return refuse(answer.error());
  Output output;
  answer->print([&](std::string_view piece) { return output.write(piece); });
  return output.good() ? good : answer_is_no;
}

Presentation presentation_of(const Arguments& arguments) {
  Presentation presentation;
  for (std::size_t i = 0; i < format_names.size(); ++i)
    if (format_names[i] == arguments.format) presentation.format = static_cast<Format>(i);
  presentation.language = arguments.language == "en" ? Language::en : Language::zh;
  presentation.width = arguments.width.value_or(terminal_width());
  return presentation;
}

result<std::vector<Condition>> conditions_of(const Arguments& arguments, const Vocabulary& vocabulary) {
  std::vector<Condition> conditions;
  for (const std::string& text : arguments.where) {
    auto condition = read_condition(text, vocabulary);
    if (!condition) {
      Error error = condition.error();
      error.place.field = "--where";
      return fail(std::move(error));
    }
    conditions.push_back(std::move(*condition));
  }
  return conditions;
}

int run_import(Service& service, const Arguments& arguments) {
  Progress progress("reading rows");
  const ImportOptions options{arguments.actor, arguments.dry_run,
                              [&](std::size_t rows, std::size_t of) { progress.show(rows, of); },
                              arguments.rejects_file};
  const auto report = service.import(arguments.paths, options);
  progress.clear();
  if (!report) return refuse(report.error(), answer_is_no);
  for (const Error& error : report->errors)
    print_error(to_string(error));
  const bool printed = print(describe(*report, options));
  return report->good() && printed ? good : answer_is_no;
}

int run_log(const Arguments& arguments) {
  const bool json = arguments.format == "json";
  if (arguments.head) return say(log_head(arguments.log_file, json));
  Output output;
  const auto done = print_events(arguments.log_file, arguments.after, json,
                                 [&](std::string_view piece) { return output.write(piece); });
  if (!done) return refuse(done.error(), answer_is_no);
  return output.good() ? good : answer_is_no;
}

int run_annex(Service& service, const Arguments& arguments, const Presentation& presentation) {
  const auto period = read_period(arguments.from, arguments.to);
  if (!period) return refuse(period.error(), wrong_use);
  return say(service.annex({arguments.annex, arguments.edition, *period}, arguments.known, presentation));
}

int run_count(Service& service, const Arguments& arguments, const Presentation& presentation) {
  CountQuestion question;
  for (const std::string& name : arguments.by) {
    const auto facet = read_facet(name);
    if (!facet) return refuse(facet.error(), wrong_use);
    question.by.push_back(*facet);
  }
  const auto period = read_period(arguments.from, arguments.to);
  if (!period) return refuse(period.error(), wrong_use);
  auto where = conditions_of(arguments, service.vocabulary());
  if (!where) return refuse(where.error(), wrong_use);
  question.where = std::move(*where);
  question.period = *period;
  question.roll_up = arguments.roll_up;
  question.grouped = arguments.grouped;
  question.language = presentation.language;
  return say(service.count(question, arguments.known, presentation));
}

result<ListQuestion> list_question(const Service& service, const Arguments& arguments, Language language) {
  const auto period = read_period(arguments.from, arguments.to);
  if (!period) return fail(period.error());
  auto where = conditions_of(arguments, service.vocabulary());
  if (!where) return fail(where.error());
  return ListQuestion{std::move(*where), *period, arguments.roll_up, language};
}

int run_list(Service& service, const Arguments& arguments, const Presentation& presentation) {
  const auto question = list_question(service, arguments, presentation.language);
  if (!question) return refuse(question.error(), wrong_use);
  return say(service.list(*question, arguments.known, presentation));
}

int run_report(Service& service, const Arguments& arguments, const Presentation& presentation) {
  const auto period = read_period(arguments.from, arguments.to);
  if (!period) return refuse(period.error(), wrong_use);
  return say(service.report(*period, arguments.known, presentation));
}

int run_diff(Service& service, const Arguments& arguments, const Presentation& presentation) {
  auto list = list_question(service, arguments, presentation.language);
  if (!list) return refuse(list.error(), wrong_use);
  const auto& what = arguments.paths;
  const bool annex = what.size() == 2 && what[0] == "annex";
  if (!annex && what != std::vector<std::string>{"list"})
    return refuse({ErrorCode::usage, "that cannot be compared", {{}, 0, "WHAT"}, "annex NUMBER, or list"},
                  wrong_use);
  const bool ends = !arguments.from_to.empty();
  const auto& between = ends ? arguments.from_to : arguments.between;
  return say(service.diff({annex ? what[1] : std::string(), {between[0], between[1]}, ends, std::move(*list)},
                          presentation));
}

int run(Arguments arguments) {
  if (arguments.command == "reference")
    return say(arguments.topic == "commands" ? reference_of_commands() : reference(arguments.topic));
  if (arguments.command == "init") {
    if (const auto created = Service::create_log(arguments.log_file); !created)
      return refuse(created.error(), answer_is_no);
    return print("Made an empty log at " + arguments.log_file + ".\n") ? good : answer_is_no;
  }
  if (arguments.command == "log") return run_log(arguments);
  if (is_about_proofs(arguments.command)) return run_proofs(arguments);
  if (arguments.vocabulary_folder.empty()) arguments.vocabulary_folder = installed_vocabulary();
  if (is_upkeep(arguments)) return upkeep(arguments);
  if (arguments.actor.empty()) arguments.actor = user_name();
  if (arguments.source.empty()) arguments.source = "firsthand";
  const auto started = std::chrono::steady_clock::now();
  auto service = Service::open(arguments.log_file, arguments.vocabulary_folder);
  if (!service) return refuse(service.error(), answer_is_no);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started;
  spdlog::debug("opened and folded {} in {:.1f} ms", arguments.log_file, took.count());

  const Presentation presentation = presentation_of(arguments);
  if (arguments.command == "import") return run_import(*service, arguments);
  if (arguments.command == "record activity") return record_activity(*service, arguments, presentation);
  if (arguments.command == "annex") return run_annex(*service, arguments, presentation);
  if (arguments.command == "count") return run_count(*service, arguments, presentation);
  if (arguments.command == "list") return run_list(*service, arguments, presentation);
  if (arguments.command == "show") return say(service->show(arguments.id, arguments.known, presentation));
  if (arguments.command == "history")
    return say(service->history(arguments.id, arguments.known, presentation));
  if (arguments.command == "report") return run_report(*service, arguments, presentation);
  if (arguments.command == "diff") return run_diff(*service, arguments, presentation);
  if (arguments.command == "reconcile")
    return say(service->reconcile({arguments.document, arguments.explain, presentation.language},
                                  arguments.known, presentation));
  return correct(*service, arguments, presentation);
}

}  // namespace

}  // namespace daybook

int main(int count, char** words) {
  daybook::grow_heap_in_large_pages();
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is told by the write, and is no error
  try {
    auto parsed = daybook::parse_arguments(count, words);
    if (!parsed.output.empty() && !daybook::print(parsed.output)) return 1;
    if (!parsed.error.empty())
      daybook::print_error("E-USAGE: " + parsed.error + " (daybook --help, or daybook COMMAND --help)");
    if (!parsed.arguments) return parsed.exit_status;
    spdlog::set_default_logger(spdlog::stderr_logger_st("daybook"));
    spdlog::set_level(parsed.arguments->verbose ? spdlog::level::debug : spdlog::level::warn);
    return daybook::run(std::move(*parsed.arguments));
  } catch (const std::exception& error) {
    daybook::print_error(std::string("E-FILE: ") + error.what());
    return 1;
  }
}
