#include "daybook/projections/list.h"

#include "daybook/render/render.h"

#include "tests/golden.h"
#include "tests/story.h"

namespace daybook::list_test {

using namespace story;

namespace {

ListQuestion question_of(const std::vector<std::string>& conditions) {
  ListQuestion question;
  for (const auto& condition : conditions)
    question.where.push_back(take(read_condition(condition, vocabulary())));
  return question;
}

std::vector<VersionIndex> found(const ListQuestion& question) {
  Facets facets(published().reg);
  return select(published().reg.now(), facets, question);
}

VersionIndex version_of(const std::string& id) {
  const auto activity = published().reg.find_activity(id);
  REQUIRE(activity);
  return published().reg.now().version_of(*activity).value();
}

// The activity that row `row` of annex XVIII lists.
std::string listed_in_xviii(std::uint32_t row) {
  for (const ListingEntry& listing : published().reg.listings())
    if (listing.annex == "xviii" && listing.row == row)
      return std::string(published().reg.activity_id(listing.activity));
  return {};
}

}  // namespace

TEST_CASE("the list of everything has 230 activities in the order of dates") {
  const auto versions = found({});
  REQUIRE(versions.size() == 230);
  const auto& columns = published().reg.versions();
  for (std::size_t i = 1; i < versions.size(); ++i)
    CHECK(columns.first_day[versions[i - 1]] <= columns.first_day[versions[i]]);
}

TEST_CASE("a list is a table of what the conditions and the period let through") {
  ListQuestion question = question_of({"kind=peer-review"});
  question.period = {day("2019-01-01"), day("2019-12-31")};
  const auto versions = found(question);
  CHECK(versions.size() == 4);
  const View now = published().reg.now();
  const std::string folder = "tests/projections/golden/";
  check_golden(folder + "list.zh.txt", render_text(list_table(now, versions, Language::zh), {120}));
  check_golden(folder + "list.en.txt", render_text(list_table(now, versions, Language::en), {120}));
  check_golden(folder + "list.en.json", render_json(list_value(now, versions, Language::en)));
}

TEST_CASE("rolled up, a list has what the branches did") {
  ListQuestion question = question_of({"organizer=gctcc"});
  const auto alone = found(question).size();
  question.roll_up = true;
  CHECK(found(question).size() > alone);
}

TEST_CASE("an empty list says so, and its JSON is an empty list") {
  const auto versions = found(question_of({"year=1999"}));
  CHECK(versions.empty());
  const Table table = list_table(published().reg.now(), versions, Language::en);
  CHECK(table.title == "0 activities");
  CHECK(table.columns.size() == 6);
  CHECK(render_json(list_value(published().reg.now(), versions, Language::en)) == "[]\n");
}

TEST_CASE("the JSON of an activity has the members of the header, in their order") {
  const auto value = activity_value(published().reg.now(), version_of("2016-vienna-1"), Language::zh);
  std::string names;
  for (const Member& member : std::get<Value::Object>(value.data))
    names += member.name + " ";
  CHECK(names ==
        "id kind dates place title organizers participants role support audience states region host_region "
        "sources ");
}

TEST_CASE("an activity is shown with its facts and with what each listing says otherwise") {
  // Annex XVIII row 128 and annex XIX row 16: other dates, another title, other organizers.
  const VersionIndex version = version_of(listed_in_xviii(128));
  const View now = published().reg.now();
  const std::string folder = "tests/projections/golden/";
  check_golden(folder + "activity.zh.txt", render_text(activity_table(now, version, Language::zh), {120}));
  check_golden(folder + "activity.en.txt", render_text(activity_table(now, version, Language::en), {120}));
  check_golden(folder + "activity.zh.json", render_json(activity_value(now, version, Language::zh)));
}

TEST_CASE("the facts of an activity leave out what it does not have") {
  const ActivityRecorded activity = made_activity("论坛", days("2023-03-01", "2023-03-02"));
  const Table facts = facts_table(activity, vocabulary(), Language::en);
  std::string fields;
  for (const Row& row : facts.sections[0].rows)
    fields += plain_text(row.cells[0]) + ": " + plain_text(row.cells[1]) + "\n";
  CHECK(fields ==
        "Dates: 1 and 2 March 2023\n"
        "Place: Vienna\n"
        "Title (Chinese): 论坛\n"
        "Kind: Outreach event\n"
        "Organizers/supporters: OSCE\n"
        "Role of the Committee: Took part\n"
        "Audience: Member States\n");
}

TEST_CASE("before it was listed an activity has no source") {
  const Register& reg = published().reg;
  const auto sources = [&](EventCount n) {
    const auto value = activity_value(reg.at(n), 0, Language::zh);
    return std::get<Value::List>(std::get<Value::Object>(value.data).back().value.data).size();
  };
  CHECK(sources(1) == 0);
  CHECK(sources(2) == 1);
  CHECK(activity_table(reg.at(1), 0, Language::zh).sections.size() == 1);
  CHECK(activity_table(reg.at(2), 0, Language::zh).sections.size() == 2);
}

}  // namespace daybook::list_test
