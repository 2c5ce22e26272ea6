#include "daybook/projections/facets.h"

#include <set>

#include "tests/story.h"

namespace daybook {

using namespace story;

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
    REQUIRE(column.codes.size() == 230);
    CHECK(std::set(column.values.begin(), column.values.end()).size() == column.values.size());
    for (const Code code : column.codes) {
      REQUIRE(code < column.code_count());
      const auto values = column.of(code);
      CHECK(std::set(values.begin(), values.end()).size() == values.size());
    }
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
    for (const Code code : column.codes)
      for (const auto value : column.of(code))
        count += column.values[value] == "xviii" ? 1 : 0;
    return count;
  };
  CHECK(in_xviii(520) == 227);
  CHECK(in_xviii(518) == 230);  // before the editions are known, annex XVIII takes every kind
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
    const FacetColumn& column = facets.at(reg.now(), facet, roll_up);
    std::set<std::string> names;
    for (const auto value : column.of(column.codes[0]))
      names.insert(column.values[value]);
    return names;
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

}  // namespace daybook
