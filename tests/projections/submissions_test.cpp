#include "projections/submissions.h"

#include "tests/story.h"

namespace daybook::submissions_test {

using namespace story;

TEST_CASE("the record has 185 States that reported, 8 that have not, and 193 Members in all") {
  const View now = published().reg.now();
  const Period until{std::nullopt, day("2022-06-02")};
  CHECK(days_by_stream<NationalReportSubmitted>(now, until).size() == 186);  // with the European Union
  CHECK(not_reported(now, until).size() == 8);
  CHECK(members(vocabulary(), day("2022-06-02")).size() == 193);
  CHECK(days_by_stream<NationalReportSubmitted>(now, until).at("state/BRA").size() == 6);
}

TEST_CASE("the record has 137 States and 22 bodies with a contact point") {
  CHECK(contact_points(published().reg.now(), {}, true).size() == 137);
  CHECK(contact_points(published().reg.now(), {}, false).size() == 22);
}

TEST_CASE("nothing is submitted before it is known") {
  const View before = published().reg.at(0);
  CHECK(days_by_stream<ActionPlanSubmitted>(before, {}).empty());
  CHECK(contact_points(before, {}, true).empty());
  CHECK(not_reported(before, {}).size() == 193);
}

}  // namespace daybook::submissions_test
