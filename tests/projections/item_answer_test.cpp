#include "projections/item_answer.h"

#include "tests/story.h"

namespace daybook::item_answer_test {

using namespace story;

namespace {

Item report(const std::string& state, const std::string& region, const char* iso, const std::string& first) {
  return {state + iso, day(iso), {{"state", {state}}, {"region", {region}}, {"first", {first}}}, "report"};
}

// Mongolia has reported twice, Kenya once; one plan has no date.
const std::vector<Item>& reports() {
  static const std::vector<Item> all{report("MNG", "APG", "2004-10-28", "yes"),
                                     report("MNG", "APG", "2016-05-04", "no"),
                                     report("KEN", "AFR", "2016-04-25", "yes"),
                                     {"XIX", std::nullopt, {{"state", {"PER"}}}, "undated"}};
  return all;
}

std::uint64_t counted(const std::string& question) {
  return count_items(reports(), take(read_figure_question(question, vocabulary())));
}

}  // namespace

TEST_CASE("items are counted as they stand, or by the different values that they have") {
  CHECK(counted("count reports") == 4);
  CHECK(counted("distinct state reports") == 3);
  CHECK(counted("count reporting-states") == 3);
  CHECK(counted("distinct state reports --at-least 2") == 1);
  CHECK(counted("distinct state reports --at-most 1") == 2);
  CHECK(counted("count reports --by region") == 3);
}

TEST_CASE("both ends of a period are in it, and what has no date is in none") {
  CHECK(counted("count reports --from 2016-04-25 --to 2016-05-04") == 2);
  CHECK(counted("count reports --from 1990-01-01") == 3);
  CHECK(counted("count reports --to 2016-04-24") == 1);
}

TEST_CASE("conditions hold together, and the values of one are alternatives") {
  CHECK(counted("count reports --where first=yes") == 2);
  CHECK(counted("count reports --where first=yes --where region=AFR") == 1);
  CHECK(counted("count reports --where state=MNG,KEN") == 3);
  CHECK(counted("count reports --where region=GRULAC") == 0);
}

TEST_CASE("what meets the question stays in its order") {
  const auto met =
      items_that_meet(reports(), take(read_figure_question("count reports --where state=MNG", vocabulary())));
  REQUIRE(met.size() == 2);
  CHECK(met[0].date == day("2004-10-28"));
  CHECK(met[1].date == day("2016-05-04"));
}

}  // namespace daybook::item_answer_test
