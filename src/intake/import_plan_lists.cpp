// The part of the plan that is about rows of list annexes: what they state, and how they are printed.
#include <algorithm>

#include <fmt/format.h>

#include "import_plan.h"

namespace daybook {

namespace {

std::string key_of(const std::string& stream, std::string_view type, const std::string& data) {
  return fmt::format("{}\n{}\n{}", stream, type, data);
}

tl::unexpected<Failure> changed(const ListRow& row, const std::string& difference) {
  return fail({ErrorCode::changed,
               fmt::format("the row is in the log already and differs: {}", difference),
               {{}, 0, "row"},
               fmt::format("an import adds and never alters what is recorded of {}", row.listing.about)});
}

}  // namespace

void ImportPlan::know_facts() {
  const View now = register_.now();
  boost::mp11::mp_for_each<boost::mp11::mp_transform<std::type_identity, FactTypes>>(
      [&]<class T>(std::type_identity<T>) {
        for (const Fact<T>& fact : register_.facts<T>()) {
          const auto key = key_of(fact.stream, T::type, encode(fact.data));
          stated_.insert(key);
          if (now.holds(fact)) held_.insert(key);
        }
      });
  for (const auto* fact : now.facts<RowListed>())
    rows_listed_.emplace(RowKey{fact->data.document, fact->data.annex, fact->data.row}, fact->data);
}

// A row that is listed already has stated what it states, whatever was taken back since; a new one states
// what does not hold yet, so that the next review's list repeats none of the reports of the one before.
result<ImportPlan::Outcome> ImportPlan::add_list_row(const ListRow& row) {
  const auto listed = rows_listed_.find(row.key);
  if (listed != rows_listed_.end()) {
    if (listed->second != row.listing)
      return changed(row, fmt::format("it was {}, is {}", encode(listed->second), encode(row.listing)));
    for (const StatedFact& fact : row.facts)
      if (!stated_.contains(key_of(fact.stream, fact.type, fact.data)))
        return changed(row, fmt::format("{} {} is not what it said", fact.type, fact.data));
    return Outcome::unchanged;
  }
  for (const StatedFact& fact : row.facts)
    add_fact(fact, source_of(row.key));
  const std::string stream = "edition/" + row.key.document;
  add_fact({stream, RowListed::type, RowListed::type_version, encode(row.listing)}, source_of(row.key));
  rows_listed_.emplace(row.key, row.listing);
  return Outcome::added;
}

void ImportPlan::add_fact(const StatedFact& fact, const std::string& source) {
  if (!held_.insert(key_of(fact.stream, fact.type, fact.data)).second) return;
  expect(fact.stream, register_.event_count_of(fact.stream));
  add_event(fact.stream, fact.type, fact.data, source, fact.type_version);
  if (fact.type != AssistanceRequested::type) return;
  if (const auto request = decode<AssistanceRequested>(fact.data))
    planned_requests_.emplace_back(fact.stream, *request);
}

// Those of the same days that are known one by one are among them; the rest are known by their number alone.
result<ImportPlan::Outcome> ImportPlan::add_earlier_requests(const EarlierRequests& earlier) {
  const std::string stream = "state/" + earlier.state;
  std::int64_t known = 0;
  std::int64_t ordinal = 0;
  const auto count = [&](const std::string& from, const AssistanceRequested& request) {
    if (from != stream) return;
    known += earlier.dates.first <= request.dates.first && request.dates.last <= earlier.dates.last ? 1 : 0;
    if (request.dates == earlier.dates) ordinal = std::max(ordinal, request.ordinal);
  };
  for (const auto& fact : register_.facts<AssistanceRequested>())
    count(fact.stream, fact.data);
  for (const auto& [from, request] : planned_requests_)
    count(from, request);
  if (known >= earlier.requests) return Outcome::unchanged;
  for (; known < earlier.requests; ++known) {
    AssistanceRequested request;
    request.dates = earlier.dates;
    request.ordinal = ++ordinal;
    add_fact({stream, AssistanceRequested::type, AssistanceRequested::type_version, encode(request)},
             fmt::format("{}, annex iv, table 3", earlier.document));
  }
  return Outcome::added;
}

}  // namespace daybook
