#include "daybook/projections/annex.h"

#include "tests/projections/rebuilt.h"

namespace daybook::annex_xviii_test {

using namespace story;

namespace {

const AnnexRule& rule() {
  return *find_annex("xviii");
}

std::string title_of(const Period& period, Language language) {
  return rule().rebuilt(Register(vocabulary()).now(), period, language).title;
}

Table of(const ActivityRecorded& activity, Language language = Language::zh) {
  Story story;
  story.record("2023-vienna-1", activity);
  const Register reg = story.fold();
  return rule().rebuilt(reg.now(), {}, language);
}

}  // namespace

TEST_CASE("annex XVIII for the period of its title is this text") {
  const Period review{day("2016-04-26"), day("2022-06-02")};
  check_rebuilt("annex-xviii", review, 120);
}

TEST_CASE("the title speaks of the period, whatever of it is given") {
  struct Title {
    Period period;
    std::string zh;
    std::string en;
  };
  const std::string zh =
      "由国际、区域和次区域组织举办、共同举办或参与的外联活动以及安全理事会第1540(2004)号决议所设委员会和/"
      "或其专家组参与的其他安排";
  for (const Title& title : {
           Title{{day("2016-04-26"), day("2022-06-02")},
                 "2016年4月26日至2022年6月2日",
                 ", 26 April 2016-2 June 2022"},
           Title{{std::nullopt, day("2022-06-02")}, "截至2022年6月2日", ", as at 2 June 2022"},
           Title{{day("2016-04-26"), std::nullopt}, "自2016年4月26日起", ", since 26 April 2016"},
           Title{{}, "", ""},
       }) {
    CHECK(title_of(title.period, Language::zh) == title.zh + zh);
    const std::string en = title_of(title.period, Language::en);
    CHECK(en.starts_with("Outreach events organized, co-organized or attended by"));
    CHECK(en.ends_with(std::string("took part") + title.en));
  }
}

TEST_CASE("annex XVIII takes every kind") {
  for (int kind = 0; kind < 6; ++kind)
    CHECK(rule().takes(static_cast<Kind>(kind)));
}

TEST_CASE("date and place are one cell, and the marks of the organizers are raised") {
  ActivityRecorded activity = made_activity("讲习班", days("2023-06-28", "2023-07-01"));
  activity.place.city = "auckland";
  activity.place.states = {"NZL"};
  activity.title["en"] = "Workshop";
  activity.organizers[0].mark = "c";
  Party branch;
  branch.organization = "unlirec";
  branch.relation = Relation::slash;
  activity.organizers.push_back(branch);
  const Row zh = of(activity).sections[0].rows[0];
  CHECK(plain_text(zh.cells[0]) == "2023年6月28日-7月1日，新西兰奥克兰");
  CHECK(plain_text(zh.cells[1]) == "讲习班");
  CHECK(zh.cells[2].runs == std::vector<Run>{{"欧安组织", "c"}, {"/联合国利马区域中心", ""}});
  CHECK(zh.cells[3].runs.empty());
  const Row en = of(activity, Language::en).sections[0].rows[0];
  CHECK(plain_text(en.cells[0]) == "28 June-1 July 2023, Auckland, New Zealand");
  CHECK(plain_text(en.cells[1]) == "Workshop");
  CHECK(en.cells[2].runs == std::vector<Run>{{"OSCE", "c"}, {"/UNLIREC", ""}});
}

TEST_CASE("only the footnotes that the rows use stand under the annex, those of the heads always") {
  const auto marks = [](const ActivityRecorded& activity) {
    std::string letters;
    for (const Footnote& footnote : of(activity).footnotes)
      letters += footnote.mark;
    return letters;
  };
  ActivityRecorded activity = made_activity("论坛", days("2023-06-28", "2023-07-01"));
  CHECK(marks(activity) == "ab");
  activity.organizers[0].mark = "d";
  CHECK(marks(activity) == "abd");
  activity.organizers[0].mark = "c";
  CHECK(marks(activity) == "abc");
}

TEST_CASE("a virtual meeting stands as such, a hybrid one with its place") {
  ActivityRecorded activity = made_activity("论坛", days("2023-06-28", "2023-06-28"));
  activity.place.mode = Mode::hybrid;
  CHECK(plain_text(of(activity).sections[0].rows[0].cells[0]) == "2023年6月28日，混合会议，维也纳");
  activity.place = {};
  activity.place.mode = Mode::virtual_;
  CHECK(plain_text(of(activity).sections[0].rows[0].cells[0]) == "2023年6月28日，虚拟会议");
}

TEST_CASE("an annex without rows has its heads and one empty section") {
  const Register empty(vocabulary());
  const Table table = rule().rebuilt(empty.now(), {}, Language::zh);
  CHECK(table.columns.size() == 4);
  REQUIRE(table.sections.size() == 1);
  CHECK(table.sections[0].rows.empty());
  CHECK(table.abbreviations.empty());
}

}  // namespace daybook::annex_xviii_test
