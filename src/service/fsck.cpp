#include "daybook/service/fsck.h"

#include <algorithm>
#include <future>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "daybook/events/decode_event.h"
#include "daybook/register/digest.h"
#include "daybook/render/render.h"

namespace daybook {

namespace {

result<Spelling> check_data(const Envelope& envelope) {
  return check_event(envelope.type, envelope.type_version, envelope.data.bytes);
}

// The events folded twice: taken apart on all threads for one register, and again, in their order, for the
// other.
struct Folds {
  Folds(const Vocabulary& vocabulary, EventCount events) : one(vocabulary), other(vocabulary) {
    one.reserve(events);
    other.reserve(events);
    other.share_texts_of(one);
  }

  Register one;
  Register other;
  std::optional<Error> error;  // the first; both registers are of no use then
};

class Folder final : public EventFollower {
 public:
  explicit Folder(Folds& folds) : folds_(folds) {}

  void prepare(Position first, std::span<const std::string_view> events) override {
    first_ = first;
    events_ = events;
    sliced_ = slice_events(first, events, slices_);
  }
  void take_over() override {
    if (folds_.error) return;
    auto done = sliced_ ? folds_.one.apply(slices_) : sliced_;
    if (done) done = slice_events(first_, events_, slices_);
    if (done) done = folds_.other.apply(slices_);
    if (!done) folds_.error = done.error();
  }

 private:
  Folds& folds_;
  Position first_;
  std::span<const std::string_view> events_;
  std::vector<EventSlices> slices_;
  result<void> sliced_;
};

void compare_folds(const Folds& folds, FsckReport& report) {
  auto& findings = report.log.findings;
  if (folds.error) {
    findings.push_back({{}, "it cannot be folded: " + to_string(*folds.error)});
    return;
  }
  report.activities = folds.one.activity_count();
  auto of_other = std::async(std::launch::async, [&] { return digest(folds.other); });
  if (digest(folds.one) != of_other.get())
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
  const std::uint64_t size = log->size().value_or(0);
  Folds folds(*vocabulary, static_cast<EventCount>(std::min(size, events_at_first)));
  FsckReport report;
  auto check = check_log(*log, {check_data, progress, [&] { return std::make_unique<Folder>(folds); }});
  if (!check) return fail(check.error());
  report.log = std::move(*check);
  if (report.good()) compare_folds(folds, report);
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
