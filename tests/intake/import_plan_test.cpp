#include "src/intake/import_plan.h"

#include "tests/story.h"

namespace daybook::import_plan_test {

using namespace story;

namespace {

AnnexRow row_of_xviii(std::int64_t number, const ActivityRecorded& activity) {
  AnnexRow row;
  row.key = {"S/2023/1", "xviii", number};
  row.activity = activity;
  row.listing = made_listing("S/2023/1", "xviii", number);
  return row;
}

AnnexRow row_of_xix(std::int64_t number, std::int64_t row_there, const std::string& section) {
  AnnexRow row;
  row.key = {"S/2023/1", "xix", number};
  row.same_as = RowKey{"S/2023/1", "xviii", row_there};
  row.listing = made_listing("S/2023/1", "xix", number);
  row.listing.section = section;
  return row;
}

ActivityRecorded visit() {
  ActivityRecorded activity = made_activity("应邀访问蒙古", days("2023-03-01", "2023-03-02"));
  activity.kind = Kind::visit;
  return activity;
}

EditionPublished edition_of(const std::string& annex, std::vector<EditionSection> sections) {
  EditionPublished edition;
  edition.annex = annex;
  edition.document = "S/2023/1";
  edition.published = "2023-11-29";
  edition.title = "标题";
  edition.columns = {{"", "日期"}};
  edition.sections = std::move(sections);
  return edition;
}

}  // namespace

TEST_CASE("a new row makes an activity and its listing, in a stream that must be new") {
  const Register reg(vocabulary());
  ImportPlan plan(reg, "officer");
  CHECK(take(plan.add_row(row_of_xviii(1, visit()))) == ImportPlan::Outcome::added);
  REQUIRE(plan.events().size() == 2);
  CHECK(plan.events()[0].type == ActivityRecorded::type);
  CHECK(plan.events()[1].type == ActivityListed::type);
  for (const NewEvent& event : plan.events()) {
    CHECK(event.stream == "activity/2023-vienna-1");
    CHECK(event.source == "S/2023/1, annex xviii, row 1");
    CHECK(event.actor == "officer");
    CHECK(event.batch == plan.batch());
  }
  REQUIRE(plan.expectations().size() == 1);
  CHECK(plan.expectations()[0].kind == Expectation::Kind::none_yet);
}

TEST_CASE("a linked row adds a listing that keeps only what it says otherwise") {
  const Register reg(vocabulary());
  ImportPlan plan(reg, "officer");
  take(plan.add_row(row_of_xviii(1, visit())));
  AnnexRow row = row_of_xix(1, 1, "应邀访问各国");
  row.listing.dates = visit().dates;
  row.listing.place = {visit().place};
  row.listing.organizers = visit().organizers;
  row.listing.title = {{"zh", "访问蒙古"}};
  take(plan.add_row(row));
  REQUIRE(plan.events().size() == 3);
  const auto listing = take(decode<ActivityListed>(plan.events()[2].data));
  CHECK(listing.dates.empty());
  CHECK(listing.place.empty());
  CHECK(listing.organizers.empty());
  CHECK(listing.title == json::StringMap{{"zh", "访问蒙古"}});
  CHECK(plan.expectations().size() == 1);
}

TEST_CASE("a listing of an activity in the log expects the stream as it was folded") {
  Story story;
  story.record("2023-vienna-1", visit());
  story.add("activity/2023-vienna-1", made_listing("S/2023/1", "xviii", 1));
  const Register reg = story.fold();
  ImportPlan plan(reg, "officer");
  take(plan.add_row(row_of_xix(1, 1, "应邀访问各国")));
  REQUIRE(plan.expectations().size() == 1);
  CHECK(plan.expectations()[0].kind == Expectation::Kind::exactly);
  CHECK(plan.expectations()[0].revision == Revision{1});
}

TEST_CASE("a link to nowhere, or to an activity of another kind than the section's, is refused") {
  const Register reg(vocabulary());
  ImportPlan plan(reg, "officer");
  take(plan.add_row(row_of_xviii(1, visit())));
  const auto nowhere = plan.add_row(row_of_xix(1, 2, "应邀访问各国"));
  CHECK(code_of(nowhere) == code_of(ErrorCode::link));
  CHECK(nowhere.error()->place.field == "annex_xviii_row");
  const auto unlike = plan.add_row(row_of_xix(1, 1, "同行审议"));
  CHECK(code_of(unlike) == code_of(ErrorCode::value));
  CHECK(unlike.error()->place.field == "section");
  CHECK(plan.events().size() == 2);
}

TEST_CASE("a row of the log is unchanged, or changed with each field that differs") {
  Story story;
  story.record("2023-vienna-1", visit());
  story.add("activity/2023-vienna-1", made_listing("S/2023/1", "xviii", 1));
  const Register reg = story.fold();
  ImportPlan plan(reg, "officer");
  CHECK(take(plan.add_row(row_of_xviii(1, visit()))) == ImportPlan::Outcome::unchanged);
  ActivityRecorded other = visit();
  other.kind = Kind::outreach;
  other.states = {"MNG"};
  AnnexRow row = row_of_xviii(1, other);
  row.listing.cells[0] = "零";
  const auto changed = plan.add_row(row);
  CHECK(
      told(changed) ==
      "E-CHANGED row: 2023-vienna-1 is in the log already and differs: kind was \"visit\", is \"outreach\"; "
      "states was empty, is [\"MNG\"]; cells was [\"一\",\"二\",\"三\",\"四\"], is "
      "[\"零\",\"二\",\"三\",\"四\"] "
      "(an import adds and never alters what is recorded)");
  CHECK(plan.events().empty());
}

TEST_CASE("a title in a language that the row does not speak is no change") {
  Story story;
  ActivityRecorded both = visit();
  both.title["en"] = "Visit to Mongolia";
  story.record("2023-vienna-1", both);
  story.add("activity/2023-vienna-1", made_listing("S/2023/1", "xviii", 1));
  const Register reg = story.fold();
  ImportPlan plan(reg, "officer");
  CHECK(take(plan.add_row(row_of_xviii(1, visit()))) == ImportPlan::Outcome::unchanged);
}

TEST_CASE("an edition takes the rows of its annex in their order, each in its section") {
  const Register reg(vocabulary());
  ImportPlan plan(reg, "officer");
  ActivityRecorded review = visit();
  review.kind = Kind::peer_review;
  take(plan.add_row(row_of_xviii(1, visit())));
  take(plan.add_row(row_of_xviii(2, review)));
  take(plan.add_row(row_of_xix(2, 2, "同行审议")));
  take(plan.add_row(row_of_xix(1, 1, "应邀访问各国")));
  take(plan.add_edition(edition_of("xix", {{"应邀访问各国", "a"}, {"联合访问各国", ""}, {"同行审议", ""}})));
  const auto edition = take(decode<EditionPublished>(plan.events().back().data));
  CHECK(edition.sections ==
        std::vector<EditionSection>{{"应邀访问各国", "a", 1}, {"联合访问各国", "", 0}, {"同行审议", "", 1}});
  CHECK(plan.events().back().type_version == 2);
  CHECK(plan.events().back().stream == "edition/S/2023/1");
}

TEST_CASE("an edition without rows, with a gap, or with a row in no section of it is refused") {
  const Register reg(vocabulary());
  ImportPlan plan(reg, "officer");
  const auto told_of = [&](const std::string& annex, std::vector<EditionSection> sections) {
    return told(plan.add_edition(edition_of(annex, std::move(sections))));
  };
  CHECK(told_of("xviii", {}).starts_with("E-LINK annex: no row of annex xviii of S/2023/1"));
  take(plan.add_row(row_of_xviii(2, visit())));
  CHECK(told_of("xviii", {}) == "E-LINK annex: row 1 of annex xviii is missing");
  take(plan.add_row(row_of_xviii(1, visit())));
  take(plan.add_row(row_of_xix(1, 1, "应邀访问各国")));
  CHECK(told_of("xix", {{"同行审议", ""}})
            .starts_with("E-LINK item: row 1 stands in the section \"应邀访问各国\""));
}

namespace {

FigurePublished figure() {
  return {"S/2023/1", "note", "103", "count", 226, "226次"};
}

// A log that states the figure, at position 0.
Register with_figure() {
  Story story;
  story.add("document/S/2023/1", figure());
  return story.fold();
}

result<std::string> id_of(EventCount position) {
  return "0181239c-2e80-7000-8000-00000000000" + std::to_string(position);
}

}  // namespace

TEST_CASE("a new figure is stated in its document's stream, and one that is known is unchanged") {
  const Register empty(vocabulary());
  ImportPlan plan(empty, "officer");
  CHECK(take(plan.add_figure(figure())) == ImportPlan::Outcome::added);
  REQUIRE(plan.events().size() == 1);
  CHECK(plan.events()[0].stream == "document/S/2023/1");
  CHECK(plan.events()[0].source == "S/2023/1, paragraph 103");
  const Register reg = with_figure();
  ImportPlan again(reg, "officer", id_of);
  CHECK(take(again.add_figure(figure())) == ImportPlan::Outcome::unchanged);
  CHECK(again.events().empty());
}

TEST_CASE("a figure with another question or note is taken back and stated anew, with the reason") {
  const Register reg = with_figure();
  ImportPlan plan(reg, "officer", id_of);
  FigurePublished now = figure();
  now.question = "count --grouped";
  now.note.clear();
  CHECK(take(plan.add_figure(now)) == ImportPlan::Outcome::corrected);
  REQUIRE(plan.events().size() == 2);
  CHECK(plan.events()[0].type == FactWithdrawn::type);
  CHECK(plan.events()[0].data == R"({"position":0})");
  CHECK(plan.events()[1].type == FigurePublished::type);
  for (const NewEvent& event : plan.events()) {
    CHECK(event.stream == "document/S/2023/1");
    CHECK(event.reason == "the question and the note in the file of figures changed");
    CHECK(event.supersedes == std::vector{take(id_of(0))});
  }
  REQUIRE(plan.expectations().size() == 1);
  CHECK(plan.expectations()[0].revision == Revision{0});
}

TEST_CASE("a figure with another value is told: what was published does not change") {
  const Register reg = with_figure();
  ImportPlan plan(reg, "officer", id_of);
  FigurePublished now = figure();
  now.value = 227;
  const auto outcome = plan.add_figure(now);
  CHECK(told(outcome) ==
        "E-CHANGED value: the figure is in the log already and differs: value was 226, is 227 (what was "
        "published "
        "does not change; its question and its note may)");
  CHECK(plan.events().empty());
}

TEST_CASE("a grouping leads to the activities of its rows, with the reason, in the first one's stream") {
  const Register reg(vocabulary());
  ImportPlan plan(reg, "officer");
  take(plan.add_row(row_of_xviii(1, visit())));
  take(plan.add_row(row_of_xviii(2, visit())));
  const RowKey first{"S/2023/1", "xviii", 1};
  const RowKey second{"S/2023/1", "xviii", 2};
  CHECK(take(plan.add_grouping({{second, first}, Basis::inferred, "one visit"})) ==
        ImportPlan::Outcome::added);
  const NewEvent& event = plan.events().back();
  CHECK(event.type == ActivitiesGrouped::type);
  CHECK(event.stream == "activity/2023-vienna-2");
  CHECK(event.reason == "one visit");
  CHECK(event.data == R"({"activities":["2023-vienna-2","2023-vienna-1"],"basis":"inferred"})");
  CHECK(plan.expectations().size() == 2);  // the streams are new, as the rows before have it
  CHECK(told(plan.add_grouping({{first, {"S/2023/1", "xviii", 3}}, Basis::inferred, "why"})) ==
        "E-LINK rows: row 3 of annex xviii of S/2023/1 is neither in the log nor, without an error, in this "
        "import");
  CHECK(code_of(plan.add_grouping({{first, first}, Basis::inferred, "why"})) ==
        code_of(ErrorCode::duplicate));
}

TEST_CASE("a group that is known is unchanged, in any order, and with another basis it is told") {
  Story story;
  for (const std::string id : {"2023-vienna-1", "2023-vienna-2"})
    story.record(id, visit());
  story.add("activity/2023-vienna-1", made_listing("S/2023/1", "xviii", 1));
  story.add("activity/2023-vienna-2", made_listing("S/2023/1", "xviii", 2));
  story.add("activity/2023-vienna-1", ActivitiesGrouped{{"2023-vienna-1", "2023-vienna-2"}, Basis::inferred});
  const Register reg = story.fold();
  ImportPlan plan(reg, "officer");
  GroupingRow grouping{{{"S/2023/1", "xviii", 2}, {"S/2023/1", "xviii", 1}}, Basis::inferred, "why"};
  CHECK(take(plan.add_grouping(grouping)) == ImportPlan::Outcome::unchanged);
  grouping.basis = Basis::source;
  CHECK(told(plan.add_grouping(grouping)).starts_with("E-CHANGED basis: "));
  CHECK(plan.events().empty());
}

}  // namespace daybook::import_plan_test
