#include "assistance.h"

#include <tuple>

#include "daybook/base/plain_letters.h"

#include "name_order.h"

namespace daybook {

namespace {

bool is_carried_over(const AssistanceRequested& request, const Period& period) {
  return period.from && request.dates.last < *period.from && !request.confirmed.empty() &&
         period.holds(request.confirmed.front());
}

std::string answer_order(const AssistanceAnswered& answer, const Vocabulary& vocabulary, CivilDate on) {
  if (!answer.state.empty()) return plain_letters(vocabulary.state_name(answer.state, "en", on));
  const Organization* body = vocabulary.organization(answer.organization);
  return body == nullptr ? answer.organization
                         : plain_letters(body->acronym.empty() ? body->en : body->acronym);
}

void sort_answers(std::vector<const AssistanceAnswered*>& answers, const Vocabulary& vocabulary,
                  CivilDate on) {
  std::stable_sort(answers.begin(), answers.end(), [&](auto* a, auto* b) {
    return std::tuple(a->state.empty(), answer_order(*a, vocabulary, on)) <
           std::tuple(b->state.empty(), answer_order(*b, vocabulary, on));
  });
}

}  // namespace

std::vector<AssistanceOfState> assistance(const View& view, const Period& period) {
  std::map<std::string, AssistanceOfState> by_stream;
  for (const auto* fact : view.facts<AssistanceRequested>()) {
    const AssistanceRequested& request = fact->data;
    if (!request.day_is_known()) continue;
    const bool carried = is_carried_over(request, period);
    if (!carried && !period.holds(request.dates.first)) continue;
    auto [state, added] = by_stream.try_emplace(fact->stream);
    state->second.requests.push_back(&request);
    state->second.carried_over = carried && (added || state->second.carried_over);
  }
  for (const auto* fact : view.facts<AssistanceAnswered>())
    if (const auto state = by_stream.find(fact->stream); state != by_stream.end())
      state->second.answers.push_back(&fact->data);
  const Vocabulary& vocabulary = view.of().vocabulary();
  std::vector<std::string> streams;
  for (const auto& [stream, state] : by_stream)
    streams.push_back(stream);
  sort_by_english_name(streams, vocabulary, naming_day(period));
  std::vector<AssistanceOfState> states;
  for (const std::string& stream : streams) {
    AssistanceOfState& state = states.emplace_back(std::move(by_stream.at(stream)));
    state.stream = stream;
    std::stable_sort(state.requests.begin(), state.requests.end(),
                     [](auto* a, auto* b) { return a->dates < b->dates; });
    sort_answers(state.answers, vocabulary, naming_day(period));
  }
  return states;
}

std::map<std::string, std::int64_t> requests_by_state(const View& view, const Period& period) {
  std::map<std::string, std::int64_t> requests;
  for (const auto* fact : view.facts<AssistanceRequested>())
    if (period.holds(fact->data.dates.first) && period.holds(fact->data.dates.last)) ++requests[fact->stream];
  return requests;
}

std::optional<CivilDate> first_request(const View& view) {
  std::optional<CivilDate> first;
  for (const auto* fact : view.facts<AssistanceRequested>())
    if (!first || fact->data.dates.first < *first) first = fact->data.dates.first;
  return first;
}

}  // namespace daybook
