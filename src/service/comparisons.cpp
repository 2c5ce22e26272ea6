// Questions about change: the history of an activity, and what differs between two answers.
#include <algorithm>
#include <charconv>
#include <map>

#include <fmt/format.h>

#include "daybook/base/utf8.h"
#include "daybook/log/lookup.h"
#include "daybook/render/render.h"
#include "daybook/service/service.h"

namespace daybook {

namespace {

std::optional<std::uint64_t> position_in(std::string_view text) {
  std::uint64_t position = 0;
  const auto [past, code] = std::from_chars(text.data(), text.data() + text.size(), position);
  return code == std::errc() && past == text.data() + text.size() ? std::optional(position) : std::nullopt;
}

// Where an edition of the annex was published, as a number of events that know it.
std::optional<EventCount> size_at_edition(const Register& reg, std::string_view annex,
                                          std::string_view document) {
  for (const auto* edition : reg.now().facts<EditionPublished>())
    if (edition->data.annex == annex && edition->data.document == document) return edition->position + 1;
  return std::nullopt;
}

// A row of an entry that was given up since is that of the one that survives.
void name_survivors(const View& view, Table& table) {
  for (Section& section : table.sections)
    for (Row& row : section.rows)
      if (const auto activity = view.of().find_activity(row.id))
        row.id = view.of().activity_id(view.survivor_of(*activity));
}

}  // namespace

result<std::vector<HistoryEntry>> Service::history_of(ActivityIndex activity, const View& view,
                                                      EventCount after, Language language) const {
  auto positions = positions_about(view, activity);
  std::erase_if(positions, [&](EventCount position) { return position < after; });
  const auto reader = log_.reader();
  if (!reader) return fail(reader.error());
  std::vector<Envelope> events;
  for (const EventCount position : positions) {
    auto envelope = envelope_at(**reader, Position{position});
    if (!envelope) return fail(envelope.error());
    events.push_back(std::move(*envelope));
  }
  return daybook::history(view, activity, positions, std::move(events), language);
}

result<Answer> Service::history(std::string_view id, const Known& known, const Presentation& presentation) {
  const auto view = this->view(known);
  if (!view) return fail(view.error());
  const auto activity = find(id, *view);
  if (!activity) return fail(activity.error());
  const auto entries = history_of(*activity, *view, 0, presentation.language);
  if (!entries) return fail(entries.error());
  if (presentation.format == Format::json) return answer(history_value(*entries), *view, known, presentation);
  return answer(
      history_table(std::string(register_->activity_id(*activity)), *entries, presentation.language), *view,
      known, presentation);
}

// One end of a comparison. An edition stands for itself, a number for a position, a day or time for what was
// recorded by then; with `ends`, a day is the last of the period and everything is known.
result<Service::Compared> Service::compared(const DiffQuestion& question, const std::string& end,
                                            std::size_t which, Language language) {
  const auto edition = size_at_edition(*register_, question.annex, end);
  if (edition) {
    auto table = annex_of(register_->at(*edition), {question.annex, end, {}}, language);
    if (!table) return fail(table.error());
    return Compared{std::move(*table), *edition};
  }
  Known known;
  ListQuestion list = question.list;
  if (question.ends) {
    const auto period = read_period({}, end);
    if (!period) return fail(period.error());
    list.period.to = period->to;
  } else if (end != "now") {
    known.at = position_in(end);
    if (!known.at) known.by = end;
  }
  const auto view = this->view(known);
  if (!view) {
    Error error = view.error();
    error.place.field = fmt::format("--between, end {}", which + 1);
    if (error.code == ErrorCode::date)
      error.hint = "a position, a time (2022-06-02T09:30), \"now\" or an edition's symbol";
    return fail(std::move(error));
  }
  if (question.annex.empty()) {
    Table table = list_table(*view, select(*view, facets_, list), language);
    for (Section& section : table.sections) {
      section.make_rows();
      for (Row& row : section.rows)
        row.id = plain_text(row.cells.front());
    }
    return Compared{std::move(table), view->size()};
  }
  auto table = annex_of(*view, {question.annex, {}, list.period}, language);
  if (!table) return fail(table.error());
  return Compared{std::move(*table), view->size()};
}

// By stream, for what is no activity.
result<std::map<std::string, std::vector<HistoryEntry>>> Service::events_between(EventCount first,
                                                                                 EventCount end) const {
  const auto reader = log_.reader();
  if (!reader) return fail(reader.error());
  std::map<std::string, std::vector<HistoryEntry>> streams;
  auto done = (*reader)->read(
      Position{first}, Position{end}, [&](Position position, std::string_view bytes) -> result<void> {
        auto event = decode_envelope(bytes);
        if (!event) return fail(event.error());
        auto& stream = streams[event->stream];
        stream.push_back({static_cast<EventCount>(position.value), std::move(*event), {}});
        return {};
      });
  if (!done) return fail(done.error());
  return streams;
}

result<Answer> Service::diff(const DiffQuestion& question, const Presentation& presentation) {
  auto before = compared(question, question.between[0], 0, presentation.language);
  if (!before) return fail(before.error());
  auto after = compared(question, question.between[1], 1, presentation.language);
  if (!after) return fail(after.error());
  const View view = register_->at(std::max(before->size, after->size));
  for (Table* table : {&before->table, &after->table})
    name_survivors(view, *table);
  const EventCount since = question.ends ? 0 : std::min(before->size, after->size);
  std::optional<Error> error;
  std::optional<std::map<std::string, std::vector<HistoryEntry>>>
      of_streams;  // read when it is first asked for
  Diff diff = daybook::diff(before->table, after->table, [&](const std::string& id) {
    const auto activity = register_->find_activity(id);
    if (activity) {
      auto events = history_of(*activity, view, since, presentation.language);
      if (!events) error = events.error();
      return events ? std::move(*events) : std::vector<HistoryEntry>();
    }
    if (!of_streams) {
      auto streams = events_between(since, view.size());
      if (!streams) error = streams.error();
      of_streams.emplace(streams ? std::move(*streams) : decltype(of_streams)::value_type());
    }
    return (*of_streams)[id];
  });
  if (error) return fail(*error);
  diff.between = question.between;
  if (presentation.format == Format::json) return Answer(diff_value(diff));
  const std::string title =
      fmt::format("{}: {} → {}", question.annex.empty() ? "list" : "annex " + question.annex,
                  question.between[0], question.between[1]);
  return Answer(diff_table(diff, title, presentation.language), presentation);
}

}  // namespace daybook
