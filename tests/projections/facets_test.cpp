#include "daybook/projections/facets.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "daybook/projections/annex.h"

#include "tests/story.h"

namespace daybook::facets_test {

using namespace story;

namespace {

// The values of one version: those of the column's parts, each value once.
std::set<std::string> values_of(const FacetColumn& column, VersionIndex v) {
  std::set<std::string> values;
  for (const FacetPart& part : column.parts) {
    const Code code = std::visit([v](const auto& codes) { return Code{codes.at(v)}; }, part.codes);
    REQUIRE(code < part.code_count());
    for (const auto value : part.of(code))
      REQUIRE(values.insert(column.values.at(value)).second);
  }
  return values;
}

bool has_none(const FacetColumn& column, VersionIndex v) {
  const FacetPart& last = column.parts.back();
  return last.none.at(std::visit([v](const auto& codes) { return Code{codes.at(v)}; }, last.codes)) == 1;
}

}  // namespace

TEST_CASE("every facet is read by its name, and another name is told with all of them") {
  for (std::size_t i = 0; i < facet_names.size(); ++i) {
    CHECK(take(read_facet(facet_names[i])) == static_cast<Facet>(i));
    CHECK(name_of(static_cast<Facet>(i)) == facet_names[i]);
  }
  for (const std::string name : {"", "Organizer", "organisation", "host_state"}) {
    CAPTURE(name);
    CHECK(code_of(read_facet(name)) == code_of(ErrorCode::facet));
  }
  CHECK(told(read_facet("place")).find("one of: organizer, participant, organization, state, region") !=
        std::string::npos);
}

TEST_CASE("a column gives each version the values that the activity has, none twice") {
  const Register& reg = published().reg;
  Facets facets(reg);
  for (std::size_t i = 0; i < facet_names.size(); ++i) {
    CAPTURE(facet_names[i]);
    const FacetColumn& column = facets.at(reg.now(), static_cast<Facet>(i));
    CHECK(std::is_sorted(column.values.begin(), column.values.end()));
    CHECK(std::set(column.values.begin(), column.values.end()).size() == column.values.size());
    for (const FacetPart& part : column.parts)
      CHECK(std::visit([](const auto& codes) { return codes.size(); }, part.codes) == 230);
    for (VersionIndex v = 0; v < 230; ++v)
      CHECK(values_of(column, v).empty() == has_none(column, v));
  }
}

TEST_CASE("a column is made once and kept, except that of the annexes, which is of its moment") {
  const Register& reg = published().reg;
  Facets facets(reg);
  const FacetColumn* first = &facets.at(reg.now(), Facet::organizer);
  CHECK(&facets.at(reg.at(1), Facet::organizer) == first);
  CHECK(&facets.at(reg.now(), Facet::organizer, true) != first);
  CHECK(&facets.at(reg.now(), Facet::kind, true) == &facets.at(reg.now(), Facet::kind, false));
  const auto in_xviii = [&](EventCount n) {
    const FacetColumn& column = facets.at(reg.at(n), Facet::annex);
    std::size_t count = 0;
    for (VersionIndex v = 0; v < 230; ++v)
      count += values_of(column, v).count("xviii");
    return count;
  };
  CHECK(in_xviii(published_events) == 227);
  CHECK(in_xviii(518) == 230);  // before the editions are known, annex XVIII takes every kind
  CHECK(in_xviii(published_events) == 227);
}

TEST_CASE(
    "at every moment an activity stands in the annexes that it is asked for there, whatever was asked "
    "before") {
  const Register& reg = published().reg;
  Facets facets(reg);
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  for (int i = 0; i < 40; ++i) {
    const View view = reg.at(static_cast<EventCount>(random() % (reg.size() + 1)));
    const FacetColumn& column = facets.at(view, Facet::annex);
    for (VersionIndex v = 0; v < view.end(); ++v) {
      if (!view.holds(v)) continue;
      std::set<std::string> expected;
      for (const AnnexRule* rule : annexes_in_order())
        if (rule->takes != nullptr &&
            is_in_annex(view, reg.versions().activity[v], reg.versions().content[v].kind, *rule))
          expected.emplace(rule->number);
      REQUIRE(values_of(column, v) == expected);
    }
  }
}

TEST_CASE("rolled up, a branch of a branch counts for the whole") {
  Story story;
  ActivityRecorded activity = made_activity("论坛", days("2023-03-01", "2023-03-02"));
  activity.organizers[0].organization = "eu-cbrn-coe-south-east-asia-secretariat";
  Party joint;
  joint.organization = "fao-iaea-joint";
  activity.participants = {joint};
  story.record("2023-vienna-1", activity);
  const Register reg = story.fold();
  Facets facets(reg);
  const auto values = [&](Facet facet, bool roll_up) {
    return values_of(facets.at(reg.now(), facet, roll_up), 0);
  };
  using Bodies = std::set<std::string>;
  CHECK(values(Facet::organizer, false) == Bodies{"eu-cbrn-coe-south-east-asia-secretariat"});
  CHECK(values(Facet::organizer, true) == Bodies{"eu", "eu-cbrn-coe", "eu-cbrn-coe-south-east-asia",
                                                 "eu-cbrn-coe-south-east-asia-secretariat"});
  CHECK(values(Facet::participant, true) == Bodies{"fao", "fao-iaea-joint", "iaea"});
  CHECK(values(Facet::organization, false) ==
        Bodies{"eu-cbrn-coe-south-east-asia-secretariat", "fao-iaea-joint"});
}

TEST_CASE("a body that is no longer in the vocabulary is counted by its id") {
  Story story;
  ActivityRecorded activity = made_activity("论坛", days("2023-03-01", "2023-03-02"));
  activity.organizers[0].organization = "gone";
  story.record("2023-vienna-1", activity);
  const Register reg = story.fold();
  Facets facets(reg);
  const FacetColumn& column = facets.at(reg.now(), Facet::organizer, true);
  CHECK(column.values == std::vector<std::string>{"gone"});
  CHECK(label(Facet::organizer, "gone", Language::en, vocabulary()) == "gone");
}

}  // namespace daybook::facets_test
