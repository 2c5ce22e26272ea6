#include "projections/value_counts.h"

#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/register/fed.h"

namespace daybook::value_counts_test {

using namespace story;

namespace {

std::map<std::pair<std::string, std::string>, std::uint64_t> as_map(const ValueCounts& found,
                                                                    const FacetColumn& a,
                                                                    const FacetColumn& b) {
  std::map<std::pair<std::string, std::string>, std::uint64_t> map;
  std::size_t at = 0;
  for (const std::string& value_a : a.values)
    for (const std::string& value_b : b.values)
      if (const auto n = found.counts[at++]; n > 0) map[{value_a, value_b}] = n;
  return map;
}

}  // namespace

// Of few bodies and months, so that a table of all pairs of codes is worth making: those of the record are
// too many. Of the larger number, a second thread counts half.
TEST_CASE("over many activities, organizations in two parts count by each other facet as one by one") {
  constexpr unsigned months = 24;
  unsigned activities = 0;
  SUBCASE("2,000") {
    activities = 2'000;
  }
  SUBCASE("250,000") {
    activities = 250'000;
  }
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const auto below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
  std::vector<std::string> bodies;
  for (const Organization& body : vocabulary().organizations())
    bodies.push_back(body.id);
  REQUIRE(bodies.size() > 40);
  const auto some_bodies = [&] {
    PartyList parties;
    for (const unsigned first = below(40), last = first + below(3); parties.size() <= last - first;)
      parties.push_back({"", bodies[(first + parties.size()) % 40], "", Relation::separate, "", ""});
    return parties;
  };
  // Activities of which each is recorded many times, under other ids.
  struct Kind {
    std::string event;
    std::size_t number_at = 0;
    std::vector<std::pair<std::string, std::string>> values;
  };
  std::vector<Kind> kinds(400);
  for (Kind& kind : kinds) {
    const unsigned month = below(months);
    const auto day = *CivilDate::from_ymd(static_cast<int>(2016 + month / 12), month % 12 + 1, 7);
    ActivityRecorded activity = made_activity("论坛", {day, day});
    activity.organizers = some_bodies();
    activity.participants = some_bodies();
    std::set<std::string> ids;
    for (const PartyList& list : {activity.organizers, activity.participants})
      for (const Party& party : list)
        ids.insert(party.organization);
    for (const std::string& id : ids)
      kind.values.emplace_back(id, day.iso().substr(0, 7));
    kind.event = stored("activity/2016-vienna-100000", activity);
    kind.number_at = kind.event.rfind("100000");
  }
  Register reg(vocabulary());
  std::map<std::pair<std::string, std::string>, std::uint64_t> expected;
  for (unsigned i = 0; i < activities; ++i) {
    Kind& kind = kinds[below(static_cast<unsigned>(kinds.size()))];
    fmt::format_to(kind.event.data() + kind.number_at, "{}", 100'000 + i);
    take(feed(reg, kind.event));
    for (const auto& values : kind.values)
      ++expected[values];
  }
  Facets facets(reg);
  const Selection selection(reg.now(), facets, {}, {}, false);
  const FacetColumn& organization = facets.at(reg.now(), Facet::organization, false);
  const FacetColumn& month = facets.at(reg.now(), Facet::month, false);
  CHECK(as_map(count_values(selection, organization, month), organization, month) == expected);
  std::map<std::pair<std::string, std::string>, std::uint64_t> turned;
  for (const auto& [values, n] : expected)
    turned[{values.second, values.first}] = n;
  CHECK(as_map(count_values(selection, month, organization), month, organization) == turned);
  CHECK(count_values(selection, month, organization).total == activities);
  CHECK(count_values(selection, organization, month).without == 0);
  CHECK(count_values(selection, month).total == activities);
}

}  // namespace daybook::value_counts_test
