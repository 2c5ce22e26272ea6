#include "daybook/service/service.h"

#include <algorithm>

#include <fmt/format.h>

#include "daybook/base/utf8.h"
#include "daybook/base/uuid.h"
#include "daybook/intake/activity_id.h"
#include "daybook/log/lookup.h"
#include "daybook/projections/figure_question.h"
#include "daybook/projections/report.h"
#include "daybook/proof/signer.h"
#include "daybook/register/fold.h"
#include "daybook/render/render.h"

#include "citation.h"

namespace daybook {

result<void> Service::create_log(const std::string& file) {
  auto log = EventLog::create(file);
  if (!log) return fail(log.error());
  return {};
}

result<Service> Service::open(const std::string& log_file, const std::string& vocabulary_folder) {
  auto log = EventLog::open(log_file);
  if (!log) return fail(log.error());
  auto vocabulary = Vocabulary::load(vocabulary_folder);
  if (!vocabulary) return fail(vocabulary.error());
  auto kept = std::make_unique<Vocabulary>(std::move(*vocabulary));
  auto reg = fold(*log, *kept);
  if (!reg) return fail(reg.error());
  return Service(std::move(*log), std::move(kept), std::make_unique<Register>(std::move(*reg)));
}

Service::Service(EventLog log, std::unique_ptr<Vocabulary> vocabulary, std::unique_ptr<Register> reg)
    : log_(std::move(log)),
      vocabulary_(std::move(vocabulary)),
      register_(std::move(reg)),
      facets_(*register_) {}

result<ImportReport> Service::import(const std::vector<std::string>& paths, const ImportOptions& options) {
  ImportOptions checked = options;
  checked.check_question = [this](std::string_view question) -> result<void> {
    const auto read = read_figure_question(question, *vocabulary_);
    return read ? result<void>() : fail(read.error());
  };
  return import_records(log_, *register_, paths, checked);
}

std::optional<UnderstoodActivity> Service::understand(const ActivityForm& form,
                                                      const FaultSink& fault) const {
  auto activity = read_activity(form, *vocabulary_, fault);
  if (!activity) return std::nullopt;
  UnderstoodActivity understood{std::move(*activity), {}};
  const CivilDate first = understood.activity.dates.front().first;
  for_each_version(register_->now(), {first, first}, [&](VersionIndex v) {
    const Place& place = register_->places()[register_->versions().content[v].place];
    if (place.city == understood.activity.place.city && place.states == understood.activity.place.states)
      understood.alike.emplace_back(register_->activity_id(register_->versions().activity[v]));
  });
  return understood;
}

std::string Service::describe(const ActivityRecorded& activity, const Presentation& presentation) const {
  return Answer(facts_table(activity, *vocabulary_, presentation.language), presentation).text();
}

result<std::string> Service::record(const ActivityRecorded& activity, const RecordOptions& options) {
  std::string id = ActivityIds(*register_).next(activity);
  NewEvent event;
  event.id = make_uuid_v7(Instant::now());
  event.stream = "activity/" + id;
  event.type = ActivityRecorded::type;
  event.actor = options.actor;
  event.source = options.source;
  event.data = encode(activity);
  const Expectation none_yet{event.stream, Expectation::Kind::none_yet, {}};
  const auto positions = log_.append({&none_yet, 1}, {&event, 1});
  if (!positions) return fail(positions.error());
  return id;
}

result<View> Service::view(const Known& known) {
  if (known.at && *known.at > register_->size())
    return fail({ErrorCode::limit,
                 fmt::format("the log has {} events", register_->size()),
                 {{}, 0, "--at"},
                 "daybook log shows them"});
  if (known.at) return register_->at(static_cast<EventCount>(*known.at));
  if (!known.checkpoint_file.empty()) {
    const auto known_log = read_checkpoint(log_, known.checkpoint_file);
    if (!known_log) return fail(known_log.error());
    const std::uint64_t size = known_log->checkpoint.size;
    return register_->at(static_cast<EventCount>(std::min<std::uint64_t>(size, register_->size())));
  }
  if (known.by.empty()) return register_->now();
  const auto instant = Instant::parse_last(known.by);
  if (!instant) {
    Error error = instant.error();
    error.place.field = "--known-by";
    return fail(std::move(error));
  }
  const auto size = size_known_by(log_, *instant);
  if (!size) return fail(size.error());
  return register_->at(static_cast<EventCount>(std::min<std::uint64_t>(*size, register_->size())));
}

result<Answer> Service::answer(Table table, const View& view, const Known& known,
                               const Presentation& presentation) {
  const auto citation = citation_of(log_, view, known, presentation);
  if (!citation) return fail(citation.error());
  add_citation(table, *citation, presentation.language);
  return Answer(std::move(table), presentation);
}

result<Answer> Service::answer(Value value, const View& view, const Known& known,
                               const Presentation& presentation) {
  const auto citation = citation_of(log_, view, known, presentation);
  if (!citation) return fail(citation.error());
  if (auto added = add_citation(value, *citation); !added) return fail(added.error());
  return Answer(std::move(value));
}

result<Answer> Service::annex(const AnnexQuestion& question, const Known& known,
                              const Presentation& presentation) {
  const auto view = this->view(known);
  if (!view) return fail(view.error());
  auto table = annex_of(*view, question, presentation.language);
  if (!table) return fail(table.error());
  return answer(std::move(*table), *view, known, presentation);
}

result<Answer> Service::count(const CountQuestion& question, const Known& known,
                              const Presentation& presentation) {
  const auto view = this->view(known);
  if (!view) return fail(view.error());
  const Counts counts = daybook::count(*view, facets_, question);
  if (presentation.format == Format::json)
    return answer(count_value(counts, question, *vocabulary_), *view, known, presentation);
  return answer(count_table(counts, question, *vocabulary_), *view, known, presentation);
}

result<Answer> Service::list(const ListQuestion& question, const Known& known,
                             const Presentation& presentation) {
  const auto view = this->view(known);
  if (!view) return fail(view.error());
  auto versions = select(*view, facets_, question);
  if (presentation.format == Format::json)
    return answer(list_value(*view, std::move(versions), presentation.language), *view, known, presentation);
  return answer(list_table(*view, std::move(versions), presentation.language), *view, known, presentation);
}

result<Answer> Service::report(const Period& period, const Known& known, const Presentation& presentation) {
  const auto view = this->view(known);
  if (!view) return fail(view.error());
  return answer(daybook::report(*view, facets_, period, presentation.language), *view, known, presentation);
}

result<Answer> Service::reconcile(const ReconcileQuestion& question, const Known& known,
                                  const Presentation& presentation) {
  const auto view = this->view(known);
  if (!view) return fail(view.error());
  const auto figures = daybook::reconcile(*view, facets_, question);
  if (!figures) return fail(figures.error());
  if (presentation.format == Format::json)
    return answer(reconcile_value(*figures), *view, known, presentation);
  return answer(reconcile_table(*figures, question), *view, known, presentation);
}

result<ActivityIndex> Service::find(std::string_view id, const View& view) const {
  const auto activity = register_->find_activity(ascii_lower(trim(id)));
  // An activity that is recorded later is not known yet to the view.
  if (!activity || positions_about(view, *activity).empty()) return fail(not_found(*register_, id));
  return view.survivor_of(*activity);
}

result<Answer> Service::show(std::string_view id, const Known& known, const Presentation& presentation) {
  const auto view = this->view(known);
  if (!view) return fail(view.error());
  const auto activity = find(id, *view);
  if (!activity) return fail(activity.error());
  const auto version = view->version_of(*activity);
  if (!version)
    return fail(ErrorCode::not_found, fmt::format("{} is withdrawn", register_->activity_id(*activity)),
                fmt::format("daybook history {} tells why", register_->activity_id(*activity)));
  if (presentation.format == Format::json)
    return answer(activity_value(*view, *version, presentation.language), *view, known, presentation);
  return answer(activity_table(*view, *version, presentation.language), *view, known, presentation);
}

result<Table> annex_of(const View& view, const AnnexQuestion& question, Language language) {
  const AnnexRule* rule = find_annex(question.number);
  if (rule == nullptr)
    return fail(ErrorCode::usage, fmt::format("there is no annex \"{}\" in this program", question.number),
                "one of: " + annex_numbers(false));
  if (!question.edition.empty()) return edition(view, question.number, question.edition);
  return rule->rebuilt(view, question.period, language);
}

void Answer::print(const TakeText& take) const {
  if (const auto* value = std::get_if<Value>(&content_)) return render_json(*value, take);
  const Table& table = std::get<Table>(content_);
  switch (presentation_.format) {
    case Format::csv:
      return render_csv(table, {}, take);
    case Format::json:
      return render_json(table, take);
    case Format::markdown:
      return render_markdown(table, take);
    case Format::html:
      return render_html(table, take);
    case Format::text:
      return render_text(table, {presentation_.width}, take);
  }
}

std::string Answer::text() const {
  return whole_text([&](const TakeText& take) { print(take); });
}

}  // namespace daybook
