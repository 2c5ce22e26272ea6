#include "daybook/projections/nouns.h"

#include <set>

#include "tests/story.h"

namespace daybook::nouns_test {

using namespace story;

namespace {

std::vector<Item> items(std::string_view noun, const Period& period = {}) {
  return take(items_of(published().reg.now(), noun, period));
}

std::size_t with(const std::vector<Item>& all, const std::string& facet, const std::string& value) {
  return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const Item& item) {
    const auto known = item.facets.find(facet);
    return known != item.facets.end() &&
           std::find(known->second.begin(), known->second.end(), value) != known->second.end();
  }));
}

std::size_t states_of(const std::vector<Item>& all) {
  std::set<std::string> states;
  for (const Item& item : all)
    states.insert(item.facets.at("state").begin(), item.facets.at("state").end());
  return states.size();
}

}  // namespace

TEST_CASE("the record has so many items of each noun") {
  struct Noun {
    std::string name;
    std::size_t items;
  };
  for (const Noun& noun :
       {Noun{"action-plans", 46}, Noun{"assistance-requests", 20}, Noun{"all-assistance-requests", 36},
        Noun{"assistance-answers", 38}, Noun{"contact-points", 137}, Noun{"organization-contact-points", 22},
        Noun{"experts", 9}, Noun{"coordinators", 26}, Noun{"documents", 24}}) {
    CAPTURE(noun.name);
    CHECK(items(noun.name).size() == noun.items);
  }
  CHECK(states_of(items("reports")) == 185);
  CHECK(states_of(items("assistance-requests")) == 18);
}

TEST_CASE("a State has one first report, though it has two of one day") {
  CHECK(with(items("reports"), "first", "yes") == 185);
  CHECK(with(items("reports"), "state", "BRA") == 6);
}

TEST_CASE("who has not reported depends on the day that is asked about") {
  CHECK(items("non-reporting-states", {std::nullopt, day("2022-06-02")}).size() == 8);
  const auto before = items("non-reporting-states", {std::nullopt, day("2016-04-24")});
  CHECK(before.size() == 17);
  CHECK(before.front().date == day("2016-04-24"));
  CHECK(take(items_of(published().reg.at(0), "non-reporting-states")).empty());
}

TEST_CASE("who is in office depends on the day that is asked about") {
  CHECK(items("experts", {std::nullopt, day("2016-12-31")}).size() == 18);
  CHECK(items("experts", {std::nullopt, day("2017-01-01")}).size() == 17);
}

TEST_CASE("requests of the earlier review are those of its years, whether or not their day is known") {
  const auto all = items("all-assistance-requests");
  CHECK(with(all, "period", "previous") == 18);
  CHECK(with(all, "period", "current") == 18);
  CHECK(with(items("assistance-requests"), "paragraph", "3(c)-(d)") == 16);
}

TEST_CASE("an answer is dated by the first request of the State that asked") {
  std::map<std::string, std::size_t> since;
  for (const Item& item : items("assistance-answers"))
    if (item.date && *item.date >= day("2016-04-25")) ++since[item.facets.at("responder-type").front()];
  CHECK(since.at("state") == 3);
  CHECK(since.at("organization") == 25);
}

TEST_CASE("an item has the name of what it is about, and what was taken back is no item") {
  Story story;
  story.add("state/FRA", ActionPlanSubmitted{day("2020-05-01")});
  story.add("state/FRA", FactWithdrawn{0});
  const Register reg = story.fold();
  CHECK(take(items_of(reg.now(), "action-plans")).empty());
  const auto before = take(items_of(reg.at(1), "action-plans", {}, Language::en));
  REQUIRE(before.size() == 1);
  CHECK(before[0].words == "France");
  CHECK(before[0].facets.at("region") == std::vector<std::string>{"WEOG"});
  CHECK(before[0].facets.at("year") == std::vector<std::string>{"2020"});
}

TEST_CASE("another noun is refused") {
  CHECK(code_of(items_of(published().reg.now(), "meetings")) == code_of(ErrorCode::value));
}

}  // namespace daybook::nouns_test
