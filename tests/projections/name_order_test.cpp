#include "projections/name_order.h"

#include "tests/story.h"

namespace daybook::name_order_test {

using namespace story;

TEST_CASE("names stand in the order of their English letters, those of the day") {
  std::vector<std::string> streams{"state/GBR", "state/TUR", "state/CIV", "state/USA",
                                   "state/TZA", "state/HRV", "state/CRI", "organization/imo"};
  sort_by_english_name(streams, vocabulary(), day("2022-06-02"));
  CHECK(streams == std::vector<std::string>{"state/CRI", "state/CIV", "state/HRV", "organization/imo",
                                            "state/TUR", "state/GBR", "state/TZA", "state/USA"});
}

TEST_CASE("a stream is about a State, a body, or something else") {
  CHECK(state_of("state/AFG") == "AFG");
  CHECK(state_of("organization/imo") == "");
  CHECK(organization_of("organization/imo") == "imo");
  CHECK(organization_of("state/AFG") == "");
}

TEST_CASE("a list has the full name of a body, and the name of a State on the day") {
  CHECK(list_name("organization/iaea", vocabulary(), Language::zh, {}) == "国际原子能机构");
  CHECK(list_name("organization/iaea", vocabulary(), Language::en, {}) ==
        "International Atomic Energy Agency");
  CHECK(list_name("state/MKD", vocabulary(), Language::en, day("2022-06-02")) == "North Macedonia");
  CHECK(list_name("organization/unheard-of", vocabulary(), Language::en, {}) == "organization/unheard-of");
}

TEST_CASE("names are those of the last day of the period, or the newest") {
  CHECK(naming_day({std::nullopt, day("2016-01-01")}) == day("2016-01-01"));
  CHECK(naming_day({}) == day("2199-12-31"));
}

}  // namespace daybook::name_order_test
