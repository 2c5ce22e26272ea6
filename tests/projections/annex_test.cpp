#include "daybook/projections/annex.h"

#include <set>

#include "tests/golden.h"
#include "tests/projections/differences.h"
#include "tests/story.h"

namespace daybook::annex_test {

using namespace story;

namespace {

const std::string differences_file = "tests/projections/golden/annex-differences.csv";

struct Review {
  std::string annex;
  Period period;
};

// The periods that the titles of the annexes name; XXI counts from May 2016, XXII names none.
std::vector<Review> reviews() {
  const Period until{std::nullopt, day("2022-06-02")};
  const Period review{day("2016-04-25"), day("2022-06-02")};
  return {{"i", until},
          {"ii", until},
          {"iii", until},
          {"iv", review},
          {"v", until},
          {"vi", until},
          {"xviii", {day("2016-04-26"), day("2022-06-02")}},
          {"xix", review},
          {"xx", review},
          {"xxi", {day("2016-05-01"), day("2022-06-02")}},
          {"xxii", until}};
}

Table rebuilt(const Review& review) {
  return find_annex(review.annex)->rebuilt(published().reg.now(), review.period, Language::zh);
}

Table printed(const std::string& number) {
  return take(edition(published().reg.now(), number, symbol));
}

std::vector<std::vector<std::string>> cells_of(const Table& table) {
  std::vector<std::vector<std::string>> rows;
  for (const Section& section : table.sections)
    for (const Row& row : section.rows) {
      std::vector<std::string> cells;
      for (const Cell& cell : row.cells)
        cells.push_back(plain_text(cell));
      rows.push_back(std::move(cells));
    }
  return rows;
}

std::string line_of(const Difference& difference, const std::string& reason) {
  std::string line;
  for (const auto& cell :
       {difference.annex, difference.row, difference.column, difference.printed, difference.rebuilt, reason})
    line += (line.empty() ? "" : ",") + csv_cell(cell);
  return line + "\n";
}

// The listed differences and the reason of each.
std::map<Difference, std::string> listed_differences() {
  std::map<Difference, std::string> listed;
  const auto csv = read_csv(project_file(differences_file));
  if (!csv) return listed;
  for (const CsvRow& row : csv->rows)
    listed[{row.cells[0], row.cells[1], row.cells[2], row.cells[3], row.cells[4]}] = row.cells[5];
  return listed;
}

}  // namespace

// The whole of the promise: a rebuilt annex is the printed one, save for what is listed, each with its
// reason.
TEST_CASE("every difference between a rebuilt annex and its edition is listed with a reason") {
  const auto listed = listed_differences();
  std::set<Difference> found;
  std::string file = "annex,row,column,printed,rebuilt,reason\n";
  for (const Review& review : reviews())
    for (const Difference& difference : differences(printed(review.annex), rebuilt(review))) {
      const auto known = listed.find(difference);
      const std::string reason = known == listed.end() ? "" : known->second;
      file += line_of(difference, reason);
      found.insert(difference);
      CHECK_MESSAGE(!reason.empty(), "no reason is listed for " << line_of(difference, ""));
    }
  for (const auto& [difference, reason] : listed)
    CHECK_MESSAGE(found.contains(difference), "no longer differs: " << line_of(difference, reason));
  check_golden(differences_file, file);
}

TEST_CASE("a rebuilt annex has the rows of the edition that began in its period, each once") {
  for (const Review& review : reviews()) {
    CAPTURE(review.annex);
    std::vector<std::string> edition_ids;
    std::vector<std::string> rebuilt_ids;
    rows_by_id(printed(review.annex), edition_ids);
    rows_by_id(rebuilt(review), rebuilt_ids);
    CHECK(std::set(rebuilt_ids.begin(), rebuilt_ids.end()).size() == rebuilt_ids.size());
    CHECK(edition_ids.size() - rebuilt_ids.size() == (review.annex == "xix" ? 1 : 0));
  }
}

TEST_CASE("without a period a rebuilt annex has every row of the edition") {
  CHECK(cells_of(find_annex("xviii")->rebuilt(published().reg.now(), {}, Language::zh)).size() == 227);
  CHECK(cells_of(find_annex("xix")->rebuilt(published().reg.now(), {}, Language::zh)).size() == 61);
}

TEST_CASE("an annex that there is not is no annex, and those that there are stand in their order") {
  CHECK(find_annex("xvii") == nullptr);
  CHECK(find_annex("XVIII") == nullptr);
  CHECK(find_annex("") == nullptr);
  CHECK(annex_numbers(false) == "i, ii, iii, iv, v, vi, xviii, xix, xx, xxi, xxii");
  CHECK(annex_numbers(true) == "xviii, xix");
}

TEST_CASE("a letter a to d alone after a space is a raised mark, any other is text") {
  struct Print {
    std::string text;
    std::vector<Run> runs;
  };
  for (const Print& print : {
           Print{"", {}},
           Print{"欧安组织", {{"欧安组织", ""}}},
           Print{"裁军事务厅 c", {{"裁军事务厅", "c"}}},
           Print{"欧安组织、裁军事务厅 d/联合国利马区域中心",
                 {{"欧安组织、裁军事务厅", "d"}, {"/联合国利马区域中心", ""}}},
           Print{"裁军事务厅、 d世界海关组织", {{"裁军事务厅、", "d"}, {"世界海关组织", ""}}},
           Print{"UNODA c; OSCE d", {{"UNODA", "c"}, {"; OSCE", "d"}}},
           Print{"格林纳达 a", {{"格林纳达", "a"}}},
           Print{"海事组织 b\n禁化武组织", {{"海事组织", "b"}, {"\n禁化武组织", ""}}},
           Print{"Group of chemists", {{"Group of chemists", ""}}},
           Print{"vitamin d deficiency", {{"vitamin d deficiency", ""}}},
           Print{"裁军事务厅 e", {{"裁军事务厅 e", ""}}},
       }) {
    CAPTURE(print.text);
    CHECK(cell_of_print(print.text).runs == print.runs);
    CHECK(plain_text(cell_of_print(print.text)) == print.text);
  }
}

TEST_CASE(
    "given a new visit that no annex lists, when the annexes are rebuilt, then it stands in both by its "
    "kind") {
  Story story;
  story.import({records()});
  ActivityRecorded visit = made_activity("应邀访问蒙古", days("2023-03-01", "2023-03-02"));
  visit.kind = Kind::visit;
  visit.states = {"MNG"};
  story.record("2023-vienna-1", visit);
  story.record("2023-vienna-2", made_activity("论坛", days("2023-03-03", "2023-03-03")));
  const Register reg = story.fold();
  const Period year{day("2023-01-01"), day("2023-12-31")};

  const Table xviii = find_annex("xviii")->rebuilt(reg.now(), year, Language::zh);
  const Table xix = find_annex("xix")->rebuilt(reg.now(), year, Language::zh);

  CHECK(cells_of(xviii) ==
        std::vector<std::vector<std::string>>{{"2023年3月1-2日，维也纳", "应邀访问蒙古", "欧安组织", ""},
                                              {"2023年3月3日，维也纳", "论坛", "欧安组织", ""}});
  REQUIRE(xix.sections.size() == 1);
  CHECK(xix.sections[0].heading == "应邀访问各国");
  CHECK(cells_of(xix) ==
        std::vector<std::vector<std::string>>{{"2023年3月1-2日", "应邀访问蒙古", "维也纳", "欧安组织"}});
  CHECK(find_annex("xviii")->rebuilt(reg.at(published_events), year, Language::zh).sections[0].rows.empty());
}

TEST_CASE(
    "what a published edition left out of an annex stays out of it, until another document lists it there") {
  Story story;
  story.import({records()});
  const Register before = story.fold();
  // XIX 22 is in the section of visits, and annex XVIII of the same document does not list it.
  const auto left_out = printed("xix").sections[0].rows[21].id;
  const auto index = before.find_activity(left_out).value();
  const AnnexRule& xviii = *find_annex("xviii");
  CHECK(is_in_annex(before.now(), index, Kind::visit, *find_annex("xix")));
  CHECK_FALSE(is_in_annex(before.now(), index, Kind::visit, xviii));

  story.add("activity/" + left_out, made_listing("S/2023/1", "xviii", 1));
  const Register after = story.fold();
  CHECK(is_in_annex(after.now(), index, Kind::visit, xviii));
  CHECK_FALSE(is_in_annex(after.at(published_events), index, Kind::visit, xviii));
}

TEST_CASE("a listing by a document that has published no edition of an annex leaves that annex to the kind") {
  Story story;
  ActivityRecorded visit = made_activity("应邀访问蒙古", days("2023-03-01", "2023-03-02"));
  visit.kind = Kind::visit;
  story.record("2023-vienna-1", visit);
  story.add("activity/2023-vienna-1", made_listing("S/2023/1", "xviii", 1));
  const Register reg = story.fold();
  CHECK(is_in_annex(reg.now(), 0, Kind::visit, *find_annex("xix")));
  CHECK(is_in_annex(reg.now(), 0, Kind::visit, *find_annex("xviii")));
}

TEST_CASE("a rebuilt annex words a row as its own latest listing does") {
  Story story;
  story.record("2023-vienna-1", made_activity("论坛", days("2023-03-01", "2023-03-02")));
  ActivityListed first = made_listing("S/2023/1", "xviii", 1);
  first.title["zh"] = "第一次论坛";
  ActivityListed second = made_listing("S/2024/1", "xviii", 1);
  second.title["zh"] = "论坛会议";
  second.dates = {days("2023-03-01", "2023-03-03")};
  story.add("activity/2023-vienna-1", first);
  story.add("activity/2023-vienna-1", second);
  const Register reg = story.fold();
  const auto words_at = [&](EventCount n) {
    return cells_of(find_annex("xviii")->rebuilt(reg.at(n), {}, Language::zh)).front();
  };
  CHECK(words_at(1)[1] == "论坛");
  CHECK(words_at(2)[1] == "第一次论坛");
  CHECK(words_at(3)[1] == "论坛会议");
  CHECK(words_at(3)[0] == "2023年3月1-3日，维也纳");
}

TEST_CASE("the annexes come in the order of their numbers, and are named as the document names them") {
  std::string names;
  for (const AnnexRule* rule : annexes_in_order())
    names += annex_name(*rule, Language::zh) + " " + annex_name(*rule, Language::en) + "; ";
  CHECK(
      names ==
      "附件一 Annex I; 附件二 Annex II; 附件三 Annex III; 附件四 Annex IV; 附件五 Annex V; 附件六 Annex VI; "
      "附件十八 Annex XVIII; 附件十九 Annex XIX; 附件二十 Annex XX; 附件二十一 Annex XXI; 附件二十二 Annex "
      "XXII; ");
}

}  // namespace daybook::annex_test
