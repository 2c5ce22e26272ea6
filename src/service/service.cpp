#include "daybook/service/service.h"

#include <algorithm>

#include <fmt/format.h>

#include "daybook/base/utf8.h"
#include "daybook/base/uuid.h"
#include "daybook/intake/activity_id.h"
#include "daybook/projections/figure_question.h"
#include "daybook/register/fold.h"
#include "daybook/render/render.h"

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
    const Place& place = register_->places()[register_->versions().place[v]];
    if (place.city == understood.activity.place.city && place.states == understood.activity.place.states)
      understood.alike.emplace_back(register_->activity_id(register_->versions().activity[v]));
  });
  return understood;
}

std::string Service::describe(const ActivityRecorded& activity, const Presentation& presentation) const {
  return render(facts_table(activity, *vocabulary_, presentation.language), presentation);
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

result<std::string> Service::annex(const AnnexQuestion& question, const Presentation& presentation) const {
  const AnnexRule* rule = find_annex(question.number);
  if (rule == nullptr)
    return fail(ErrorCode::usage, fmt::format("there is no annex \"{}\" of activities", question.number),
                "one of: xviii, xix");
  if (question.edition.empty())
    return render(daybook::annex(register_->now(), *rule, question.period, presentation.language),
                  presentation);
  const auto table = edition(register_->now(), question.number, question.edition);
  if (!table) return fail(table.error());
  return render(*table, presentation);
}

std::string Service::count(const CountQuestion& question, const Presentation& presentation) {
  const Counts counts = daybook::count(register_->now(), facets_, question);
  if (presentation.format == Format::json) return render_json(count_value(counts, question, *vocabulary_));
  return render(count_table(counts, question, *vocabulary_), presentation);
}

std::string Service::list(const ListQuestion& question, const Presentation& presentation) {
  const auto versions = select(register_->now(), facets_, question);
  if (presentation.format == Format::json)
    return render_json(list_value(register_->now(), versions, presentation.language));
  return render(list_table(register_->now(), versions, presentation.language), presentation);
}

result<std::string> Service::reconcile(const ReconcileQuestion& question, const Presentation& presentation) {
  const auto figures = daybook::reconcile(register_->now(), facets_, question);
  if (!figures) return fail(figures.error());
  if (presentation.format == Format::json) return render_json(reconcile_value(*figures));
  return render(reconcile_table(*figures, question), presentation);
}

result<std::string> Service::show(std::string_view id, const Presentation& presentation) const {
  const std::string wanted = ascii_lower(trim(id));
  const auto activity = register_->find_activity(wanted);
  const auto version = activity ? register_->now().version_of(*activity) : std::nullopt;
  if (!version) {
    Names ids;
    for (ActivityIndex other = 0; other < register_->activity_count() && other < 10'000; ++other) {
      const auto known = register_->activity_id(other);
      if (auto added = ids.add(known, known); !added) return fail(added.error());
    }
    return fail(
        ErrorCode::not_found, fmt::format("no activity has the id \"{}\"", id),
        fmt::format("did you mean {}? daybook list shows the ids", fmt::join(ids.nearest(wanted), ", ")));
  }
  if (presentation.format == Format::json)
    return render_json(activity_value(register_->now(), *version, presentation.language));
  return render(activity_table(register_->now(), *version, presentation.language), presentation);
}

std::string render(const Table& table, const Presentation& presentation) {
  switch (presentation.format) {
    case Format::csv:
      return render_csv(table);
    case Format::json:
      return render_json(table);
    case Format::markdown:
      return render_markdown(table);
    case Format::html:
      return render_html(table);
    case Format::text:
      break;
  }
  return render_text(table, {presentation.width});
}

}  // namespace daybook
