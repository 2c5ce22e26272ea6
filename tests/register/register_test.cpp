#include "daybook/register/register.h"

#include "tests/register/fed.h"

namespace daybook::register_test {

using namespace story;

namespace {

const std::string forum = "activity/2023-vienna-1";

ActivityRecorded activity() {
  return made_activity("论坛", days("2023-03-01", "2023-03-02"));
}

EditionPublished edition() {
  EditionPublished published;
  published.annex = "xviii";
  published.document = "S/2023/1";
  published.published = "2023-11-29";
  published.title = "标题";
  published.columns = {{"", "日期"}};
  published.sections = {{"", "", 1}};
  return published;
}

ActivityAmended amendment(const std::string& patch) {
  return {{patch}};
}

// A vocabulary in which Mongolia is of Eastern Europe until the end of 2019.
Vocabulary with_a_change_of_group(const Folder& folder) {
  for (const std::string file : {"organizations.csv", "places.csv", "terms.csv"})
    folder.write(file, bytes_of(project_file(std::string("config/vocab/") + file)));
  std::string states = bytes_of(project_file("config/vocab/states.csv"));
  const auto at = states.find("\nMNG,");
  const auto end = states.find('\n', at + 1);
  std::string row = states.substr(at, end - at);
  const std::string group_and_period = "APG,,,";
  const auto cell = row.find(group_and_period);
  REQUIRE(cell != std::string::npos);
  std::string before = row;
  before.replace(cell, group_and_period.size(), "EEG,,2019-12-31,");
  row.replace(cell, group_and_period.size(), "APG,2020-01-01,,");
  const auto last_comma = before.rfind(',');
  before.resize(last_comma + 1);  // aliases stand on the newest row only
  folder.write("states.csv", states.substr(0, at) + before + row + states.substr(end));
  return take(Vocabulary::load(folder.path()));
}

}  // namespace

TEST_CASE("given an activity, when it is recorded, then it is a version from that position on") {
  Register reg(vocabulary());
  REQUIRE(feed(reg, stored(forum, activity())));
  CHECK(reg.size() == 1);
  const auto index = reg.find_activity("2023-vienna-1");
  REQUIRE(index);
  CHECK(reg.activity_id(*index) == "2023-vienna-1");
  CHECK(reg.revision_of(*index) == Revision{0});
  CHECK_FALSE(reg.at(0).version_of(*index));
  const auto version = reg.now().version_of(*index);
  REQUIRE(version);
  CHECK(reg.version(*version).activity == activity());
  CHECK(reg.version(*version).id == "2023-vienna-1");
  CHECK(reg.version(*version).host_regions == StringList{"WEOG"});
  CHECK(reg.version(*version).regions.empty());
  CHECK(reg.versions().first_day[*version] == day("2023-03-01").days_since_epoch());
  CHECK(reg.versions().last_day[*version] == day("2023-03-02").days_since_epoch());
}

TEST_CASE("a view of more events than there are is the view of now") {
  Register reg(vocabulary());
  REQUIRE(feed(reg, stored(forum, activity())));
  CHECK(reg.at(99).size() == 1);
  CHECK(reg.now().size() == 1);
  CHECK(reg.at(99).holds(0));
  CHECK_FALSE(reg.at(0).holds(0));
}

TEST_CASE("listings stand in the order of recording and raise the revision of the stream") {
  Register reg(vocabulary());
  REQUIRE(feed(reg, stored(forum, activity())));
  REQUIRE(feed(reg, stored("activity/2023-vienna-2", activity())));
  REQUIRE(feed(reg, stored(forum, made_listing("S/2023/1", "xviii", 7))));
  REQUIRE(feed(reg, stored("activity/2023-vienna-2", made_listing("S/2023/1", "xviii", 8))));
  REQUIRE(feed(reg, stored(forum, made_listing("S/2023/1", "xix", 2))));
  const auto index = reg.find_activity("2023-vienna-1").value();
  CHECK(reg.revision_of(index) == Revision{2});
  CHECK(!reg.now().listings_of(index).empty());
  const auto listings = reg.now().listings_of(index);
  REQUIRE(listings.size() == 2);
  CHECK(listings[0].annex == "xviii");
  CHECK(listings[0].row == 7);
  CHECK(listings[0].position == 2);
  CHECK(listings[1].annex == "xix");
  CHECK(listings[1].document == "S/2023/1");
  CHECK(take(decode<ActivityListed>(listings[1].data)) == made_listing("S/2023/1", "xix", 2));
  CHECK(reg.listings().size() == 3);
}

TEST_CASE("an activity that no document lists has no listing") {
  Register reg(vocabulary());
  REQUIRE(feed(reg, stored(forum, activity())));
  CHECK(reg.now().listings_of(0).empty());
}

TEST_CASE("an edition is kept with its position") {
  Register reg(vocabulary());
  REQUIRE(feed(reg, stored(forum, activity())));
  REQUIRE(feed(reg, stored("edition/S/2023/1", edition())));
  REQUIRE(reg.facts<EditionPublished>().size() == 1);
  CHECK(reg.facts<EditionPublished>()[0].position == 1);
  CHECK(reg.facts<EditionPublished>()[0].data == edition());
}

TEST_CASE("an activity is found by its whole id and by nothing else") {
  Register reg(vocabulary());
  REQUIRE(feed(reg, stored(forum, activity())));
  for (const std::string id :
       {"", "2023-vienna", "2023-vienna-11", "activity/2023-vienna-1", "2023-VIENNA-1", "\""}) {
    CAPTURE(id);
    CHECK_FALSE(reg.find_activity(id));
  }
}

TEST_CASE("an event that the register cannot take is refused with its position, whatever it is") {
  ActivityRecorded dateless = activity();
  dateless.dates.clear();
  EditionPublished untitled = edition();
  untitled.title.clear();
  struct Refusal {
    std::string what;
    std::string bytes;
    ErrorCode code;
  };
  for (const Refusal& refusal : {
           Refusal{"an unknown type", stored(forum, activity(), "activity-imagined"), ErrorCode::event_type},
           Refusal{"an unknown version", stored("activity/x", activity(), ActivityRecorded::type, 2),
                   ErrorCode::event_type},
           Refusal{"an activity recorded twice", stored(forum, activity()), ErrorCode::event},
           Refusal{"listed before it is recorded", stored("activity/y", made_listing("S/2023/1", "xviii", 1)),
                   ErrorCode::event},
           Refusal{"no date", stored("activity/z", dateless), ErrorCode::event},
           Refusal{"amended before it is recorded", stored("activity/y", amendment(R"({"kind":"visit"})")),
                   ErrorCode::event},
           Refusal{"a patch that takes out the dates", stored(forum, amendment(R"({"dates":null})")),
                   ErrorCode::event},
           Refusal{"a patch of a field that there is not", stored(forum, amendment(R"({"colour":"red"})")),
                   ErrorCode::json},
           Refusal{"reinstated while it stands", stored(forum, ActivityReinstated()), ErrorCode::event},
           Refusal{"merged into itself", stored(forum, ActivitiesMerged{"2023-vienna-1"}), ErrorCode::event},
           Refusal{"merged into what there is not", stored(forum, ActivitiesMerged{"2023-vienna-9"}),
                   ErrorCode::event},
           Refusal{"a fact taken back that was not stated", stored(forum, FactWithdrawn{0}),
                   ErrorCode::event},
           Refusal{"a group with one activity", stored(forum, ActivitiesGrouped{{"2023-vienna-1"}, {}}),
                   ErrorCode::event},
           Refusal{"an edition without a title", stored("edition/S/2023/1", untitled), ErrorCode::event},
       }) {
    CAPTURE(refusal.what);
    Register reg(vocabulary());
    REQUIRE(feed(reg, stored(forum, activity())));
    const auto refused = feed(reg, refusal.bytes);
    CHECK(code_of(refused) == code_of(refusal.code));
    if (!refused) CHECK(refused.error()->place.file == "position 1");
    CHECK(reg.size() == 1);
  }
}

TEST_CASE("bytes that are no event are refused") {
  const std::string good = stored(forum, activity());
  std::string unknown_member = good;
  unknown_member.replace(unknown_member.find("\"kind\":"), 6, "\"kinf\"");
  for (const std::string& bytes : {std::string(), std::string("{}"), std::string("[]"),
                                   good.substr(0, good.size() - 1), unknown_member, good + " "}) {
    CAPTURE(bytes);
    EventSlices event;
    CHECK(code_of(slice_event(bytes, event)) == code_of(ErrorCode::json));
  }
  EventSlices event;
  CHECK(slice_event(good, event));
}

TEST_CASE("the groups served are those named and those of the States, in the order of their codes") {
  Register reg(vocabulary());
  ActivityRecorded served = activity();
  served.states = {"MNG", "AUT", "CHN"};
  served.regions = {"GRULAC", "APG"};
  served.place.states = {"FRA", "CHE"};
  served.place.city.clear();
  REQUIRE(feed(reg, stored(forum, served)));
  CHECK(reg.version(0).regions == StringList{"APG", "GRULAC", "WEOG"});
  CHECK(reg.version(0).host_regions == StringList{"WEOG"});
}

TEST_CASE("a State counts for the group that it was in on the first day") {
  const Folder folder;
  const Vocabulary changed = with_a_change_of_group(folder);
  Register reg(changed);
  const auto group_of = [&](const std::string& id, DateRange dates) {
    ActivityRecorded made = made_activity("论坛", dates);
    made.states = {"MNG"};
    made.place.states = {"MNG"};
    made.place.city.clear();
    REQUIRE(feed(reg, stored("activity/" + id, made)));
    const ActivityVersion version = reg.version(reg.now().version_of(reg.find_activity(id).value()).value());
    CHECK(version.regions == version.host_regions);
    return version.regions;
  };
  CHECK(group_of("a", days("2019-12-30", "2019-12-31")) == StringList{"EEG"});
  CHECK(group_of("b", days("2019-12-31", "2020-01-02")) == StringList{"EEG"});
  CHECK(group_of("c", days("2020-01-01", "2020-01-01")) == StringList{"APG"});
  CHECK(group_of("d", days("2016-01-01", "2016-01-01")) == StringList{"EEG"});
}

}  // namespace daybook::register_test
