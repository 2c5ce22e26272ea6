#include "daybook/service/fsck.h"

#include <algorithm>
#include <future>
#include <utility>

#include <fmt/format.h>

#include "daybook/events/decode_event.h"
#include "daybook/register/digest.h"
#include "daybook/register/fold.h"
#include "daybook/render/render.h"

namespace daybook {

namespace {

result<void> check_data(const Envelope& envelope) {
  return check_event(envelope.type, envelope.type_version, envelope.data.bytes);
}

struct Folded {
  Register events;
  Hash digest;
};

// A fold of the log's file, with a connection of its own, that goes on beside whatever else is done.
std::future<result<Folded>> begin_fold(const std::string& log_file, const Vocabulary& vocabulary,
                                       unsigned threads) {
  return std::async(std::launch::async, [&log_file, &vocabulary, threads]() -> result<Folded> {
    auto log = EventLog::open(log_file);
    if (!log) return fail(log.error());
    auto events = fold(*log, vocabulary, threads);
    if (!events) return fail(events.error());
    const Hash hash = digest(*events);
    return Folded{std::move(*events), hash};
  });
}

// What was appended between two folds, applied to the register of the one that did not see it.
result<void> apply_up_to(EventCount size, const EventLog& log, Folded& folded) {
  auto reader = log.reader();
  if (!reader) return fail(reader.error());
  const auto apply = [&](Position, std::string_view bytes) -> result<void> {
    EventSlices event;
    if (auto sliced = slice_event(bytes, event); !sliced) return sliced;
    return folded.events.apply(event);
  };
  auto done = (*reader)->read(Position{folded.events.size()}, Position{size}, apply);
  if (done) folded.digest = digest(folded.events);
  return done;
}

void compare_folds(const EventLog& log, result<Folded> first, result<Folded> second, FsckReport& report) {
  auto& findings = report.log.findings;
  const auto refuse = [&](const Error& error) {
    findings.push_back({{}, "it cannot be folded: " + to_string(error)});
  };
  for (const auto* folded : {&first, &second})
    if (!*folded) return refuse(folded->error());
  const EventCount size = std::max(first->events.size(), second->events.size());
  for (auto* folded : {&first, &second})
    if ((*folded)->events.size() < size)
      if (auto done = apply_up_to(size, log, **folded); !done) return refuse(done.error());
  report.activities = first->events.activity_count();
  if (first->digest != second->digest)
    findings.push_back({{}, "folded twice, its events give two different registers"});
}

std::string line(const Finding& finding) {
  return finding.position ? fmt::format("position {}: {}\n", finding.position->value, finding.sentence)
                          : fmt::format("the log: {}\n", finding.sentence);
}

Value value_of(const std::vector<Finding>& findings) {
  Value::List list;
  for (const Finding& finding : findings) {
    const auto& position = finding.position;
    list.push_back({Value::Object{
        {"position", position ? Value{static_cast<std::int64_t>(position->value)} : Value{std::monostate()}},
        {"sentence", Value{finding.sentence}}}});
  }
  return {std::move(list)};
}

}  // namespace

result<FsckReport> fsck(const std::string& log_file, const std::string& vocabulary_folder,
                        const CheckProgress& progress) {
  auto log = EventLog::open(log_file);
  if (!log) return fail(log.error());
  const auto vocabulary = Vocabulary::load(vocabulary_folder);
  if (!vocabulary) return fail(vocabulary.error());
  auto on_all_threads = begin_fold(log_file, *vocabulary, 0);
  auto on_one_thread = begin_fold(log_file, *vocabulary, 1);
  FsckReport report;
  auto check = check_log(*log, check_data, progress);
  if (!check) return fail(check.error());
  report.log = std::move(*check);
  if (report.good()) compare_folds(*log, on_all_threads.get(), on_one_thread.get(), report);
  return report;
}

std::string describe(const FsckReport& report, const std::string& log_file, bool json) {
  const auto& [head, findings, notes] = report.log;
  if (json)
    return render_json(Value{Value::Object{{"size", Value{static_cast<std::int64_t>(head.size)}},
                                           {"root", Value{to_hex(head.root)}},
                                           {"good", Value{std::int64_t{report.good()}}},
                                           {"findings", value_of(findings)},
                                           {"notes", value_of(notes)}}});
  std::string text;
  for (const Finding& finding : findings)
    text += line(finding);
  for (const Finding& note : notes)
    text += "note, " + line(note);
  if (report.good())
    return text + fmt::format("{} is whole: {} events of {} activities, root {}.\n", log_file, head.size,
                              report.activities, to_hex(head.root));
  return text + fmt::format(
                    "{} is damaged: {}{} fault{}. Restore it from a backup, or from an export of its "
                    "events.\n",
                    log_file, findings.size() >= findings_max ? "at least " : "", findings.size(),
                    findings.size() == 1 ? "" : "s");
}

}  // namespace daybook
