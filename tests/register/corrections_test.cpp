#include "daybook/register/register.h"

#include "tests/register/fed.h"

namespace daybook::corrections_test {

using namespace story;

namespace {

const std::string forum = "activity/2023-vienna-1";
const std::string seminar = "activity/2023-vienna-2";

// The forum and the seminar, recorded, and the forum listed as row 7: three events.
Register recorded() {
  Register reg(vocabulary());
  feed(reg, forum, made_activity("论坛", days("2023-03-01", "2023-03-02")));
  feed(reg, seminar, made_activity("讨论会", days("2023-04-01", "2023-04-01")));
  feed(reg, forum, made_listing("S/2023/1", "xviii", 7));
  return reg;
}

// What the activity of that id is, as known after n events; none when there is none.
std::optional<ActivityRecorded> as_known(const Register& reg, EventCount n, const std::string& id) {
  const auto version = reg.at(n).version_of(reg.find_activity(id).value());
  return version ? std::optional(reg.version(*version).activity) : std::nullopt;
}

}  // namespace

TEST_CASE("given an amendment, then the activity is the new one from there on, and the old one before") {
  Register reg = recorded();
  feed(reg, forum, ActivityAmended{{R"({"dates":[["2023-03-02","2023-03-03"]],"title":{"en":"Forum"}})"}});
  const auto before = as_known(reg, 3, "2023-vienna-1").value();
  const auto after = as_known(reg, 4, "2023-vienna-1").value();
  CHECK(before.dates == std::vector{days("2023-03-01", "2023-03-02")});
  CHECK(after.dates == std::vector{days("2023-03-02", "2023-03-03")});
  CHECK(after.title == json::StringMap{{"en", "Forum"}, {"zh", "论坛"}});
  CHECK(after.organizers == before.organizers);
  CHECK(reg.revision_of(reg.find_activity("2023-vienna-1").value()) == Revision{2});
  CHECK(reg.event_count_of(forum) == 3);
}

TEST_CASE("null in an amendment takes a member out, inside a member too") {
  Register reg = recorded();
  feed(reg, forum, ActivityAmended{{R"({"place":{"city":null},"states":["MNG"]})"}});
  feed(reg, forum, ActivityAmended{{R"({"states":null})"}});
  CHECK(as_known(reg, 3, "2023-vienna-1")->place.city == "vienna");
  CHECK(as_known(reg, 4, "2023-vienna-1")->place.city.empty());
  CHECK(as_known(reg, 4, "2023-vienna-1")->place.states == StringList{"AUT"});
  CHECK(as_known(reg, 4, "2023-vienna-1")->states == StringList{"MNG"});
  CHECK(as_known(reg, 5, "2023-vienna-1")->states.empty());
}

TEST_CASE("given a withdrawal, then it is gone from there on; reinstated, it is as it was") {
  Register reg = recorded();
  feed(reg, forum, ActivityWithdrawn());
  feed(reg, forum, ActivityReinstated());
  CHECK(as_known(reg, 3, "2023-vienna-1"));
  CHECK_FALSE(as_known(reg, 4, "2023-vienna-1"));
  CHECK(as_known(reg, 5, "2023-vienna-1") == as_known(reg, 3, "2023-vienna-1"));
}

TEST_CASE("given a merge, then the survivor has the listings, and the other id leads to it") {
  Register reg = recorded();
  feed(reg, forum, ActivitiesMerged{"2023-vienna-2"});
  const auto given_up = reg.find_activity("2023-vienna-1").value();
  const auto survivor = reg.find_activity("2023-vienna-2").value();
  CHECK_FALSE(as_known(reg, 4, "2023-vienna-1"));
  CHECK(reg.now().survivor_of(given_up) == survivor);
  CHECK(reg.at(3).survivor_of(given_up) == given_up);
  CHECK(reg.now().given_up_for(survivor) == std::vector{given_up});
  CHECK(reg.now().listings_of(survivor).size() == 1);
  CHECK(reg.at(3).listings_of(survivor).empty());

  SUBCASE("and the merge taken back, both stand alone again") {
    feed(reg, forum, FactWithdrawn{3});
    CHECK(as_known(reg, 5, "2023-vienna-1") == as_known(reg, 3, "2023-vienna-1"));
    CHECK(reg.now().survivor_of(given_up) == given_up);
    CHECK(reg.now().listings_of(survivor).empty());
    feed(reg, forum, FactReinstated{3});
    CHECK(reg.now().survivor_of(given_up) == survivor);
    CHECK(reg.at(5).survivor_of(given_up) == given_up);
    CHECK_FALSE(as_known(reg, 6, "2023-vienna-1"));
  }
  SUBCASE("and a chain of merges leads to the last") {
    feed(reg, "activity/2023-vienna-3", made_activity("研讨会", days("2023-05-01", "2023-05-01")));
    feed(reg, seminar, ActivitiesMerged{"2023-vienna-3"});
    const auto last = reg.find_activity("2023-vienna-3").value();
    CHECK(reg.now().survivor_of(given_up) == last);
    CHECK(reg.now().given_up_for(last) == std::vector{given_up, survivor});
    CHECK(reg.now().listings_of(last).size() == 1);
  }
}

TEST_CASE("a listing that is taken back is not there, until it holds again") {
  Register reg = recorded();
  const auto listed = reg.find_activity("2023-vienna-1").value();
  feed(reg, forum, FactWithdrawn{2});
  feed(reg, forum, FactReinstated{2});
  feed(reg, forum, FactWithdrawn{2});
  for (const auto& [n, rows] : {std::pair{2U, 0U}, {3U, 1U}, {4U, 0U}, {5U, 1U}, {6U, 0U}}) {
    CAPTURE(n);
    CHECK(reg.at(n).listings_of(listed).size() == rows);
  }
}

TEST_CASE("a group is a fact that can be taken back") {
  Register reg = recorded();
  feed(reg, forum, ActivitiesGrouped{{"2023-vienna-1", "2023-vienna-2"}, Basis::inferred});
  feed(reg, forum, FactWithdrawn{3});
  CHECK(reg.at(3).facts<ActivitiesGrouped>().empty());
  REQUIRE(reg.at(4).facts<ActivitiesGrouped>().size() == 1);
  CHECK(reg.at(4).facts<ActivitiesGrouped>()[0]->stream == forum);
  CHECK(reg.at(4).facts<ActivitiesGrouped>()[0]->data.activities.size() == 2);
  CHECK(reg.now().facts<ActivitiesGrouped>().empty());
}

}  // namespace daybook::corrections_test
