#include "daybook/vocab/vocabulary.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace daybook {

const StatePeriod& State::on(CivilDate day) const {
  for (const auto& period : periods)
    if (day <= period.valid.last) return period;
  return periods.back();
}

namespace {

tl::unexpected<Failure> unknown(ErrorCode code, std::string_view what, std::string_view name,
                                const Names& names) {
  const auto near = names.nearest(name);
  return fail(code, fmt::format("\"{}\" is not a known {}", name, what),
              near.empty() ? "see config/vocab for those that are known"
                           : fmt::format("did you mean {}?", fmt::join(near, ", ")));
}

template <class Things>
auto* thing_by_id(const Things& things, const std::map<std::string, std::size_t, std::less<>>& by_id,
                  std::string_view id) {
  const auto found = by_id.find(id);
  return found == by_id.end() ? nullptr : &things[found->second];
}

}  // namespace

result<std::string> Vocabulary::state_id(std::string_view name) const {
  const auto* id = state_names_.find(name);
  if (id == nullptr) return unknown(ErrorCode::state, "State", name, state_names_);
  return *id;
}

result<std::string> Vocabulary::organization_id(std::string_view name) const {
  const auto* id = organization_names_.find(name);
  if (id == nullptr) return unknown(ErrorCode::organization, "body", name, organization_names_);
  return *id;
}

result<std::string> Vocabulary::city_id(std::string_view name) const {
  const auto* id = city_names_.find(name);
  if (id == nullptr) return unknown(ErrorCode::place, "place", name, city_names_);
  return *id;
}

const State* Vocabulary::state(std::string_view iso3) const {
  return thing_by_id(states_, state_by_id_, iso3);
}

const Organization* Vocabulary::organization(std::string_view id) const {
  return thing_by_id(organizations_, organization_by_id_, id);
}

const City* Vocabulary::city(std::string_view id) const {
  return thing_by_id(cities_, city_by_id_, id);
}

std::string_view Vocabulary::state_name(std::string_view iso3, std::string_view language,
                                        CivilDate on) const {
  const State* found = state(iso3);
  if (found == nullptr) return iso3;
  const auto& names = found->on(on).name;
  const auto name = names.find(language);
  return name == names.end() ? iso3 : std::string_view(name->second);
}

std::string_view Vocabulary::region(std::string_view iso3, CivilDate on) const {
  const State* found = state(iso3);
  return found == nullptr ? std::string_view() : std::string_view(found->on(on).group);
}

Eras Vocabulary::eras() const {
  std::vector<CivilDate> days;
  for (const State& state : states_)
    for (std::size_t i = 1; i < state.periods.size(); ++i)
      days.push_back(CivilDate::from_days(state.periods[i - 1].valid.last.days_since_epoch() + 1));
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return Eras(std::move(days));
}

}  // namespace daybook
