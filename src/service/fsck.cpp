#include "daybook/service/fsck.h"

#include <future>

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

void fold_twice(EventLog& log, const std::string& log_file, const Vocabulary& vocabulary,
                FsckReport& report) {
  auto alone = std::async(std::launch::async, [&]() -> result<Register> {
    auto own = EventLog::open(log_file);
    return own ? fold(*own, vocabulary, 1) : fail(own.error());
  });
  const auto first = fold(log, vocabulary);
  const auto second = alone.get();
  for (const auto* folded : {&first, &second})
    if (!*folded) {
      report.log.findings.push_back({{}, "it cannot be folded: " + to_string(folded->error())});
      return;
    }
  report.activities = first->activity_count();
  if (digest(*first) != digest(*second))
    report.log.findings.push_back({{}, "folded twice, its events give two different registers"});
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
  FsckReport report;
  auto check = check_log(*log, check_data, progress);
  if (!check) return fail(check.error());
  report.log = std::move(*check);
  if (report.good()) fold_twice(*log, log_file, *vocabulary, report);
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
