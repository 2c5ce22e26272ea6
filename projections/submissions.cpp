#include "submissions.h"

#include <set>

#include "name_order.h"

namespace daybook {

std::vector<std::string> members(const Vocabulary& vocabulary, CivilDate on) {
  std::vector<std::string> streams;
  for (const State& state : vocabulary.states())
    if (state.periods.front().valid.first <= on) streams.push_back("state/" + state.iso3);
  return streams;
}

std::vector<std::string> not_reported(const View& view, const Period& period) {
  const auto reported = days_by_stream<NationalReportSubmitted>(view, {std::nullopt, period.to});
  auto streams = members(view.of().vocabulary(), naming_day(period));
  std::erase_if(streams, [&](const std::string& stream) { return reported.contains(stream); });
  return streams;
}

std::vector<std::string> contact_points(const View& view, const Period& period, bool state) {
  std::set<std::string> streams;
  for (const auto* fact : view.facts<ContactPointNominated>())
    if (state == !state_of(fact->stream).empty() &&
        (fact->data.date.empty() || !period.to || fact->data.date.front() <= *period.to))
      streams.insert(fact->stream);
  return {streams.begin(), streams.end()};
}

}  // namespace daybook
