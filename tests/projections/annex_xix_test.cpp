#include "daybook/projections/annex.h"

#include "tests/projections/rebuilt.h"

namespace daybook::annex_xix_test {

using namespace story;

namespace {

const AnnexRule& rule() {
  return *find_annex("xix");
}

}  // namespace

TEST_CASE("annex XIX for the period of its title is this text") {
  const Period review{day("2016-04-25"), day("2022-06-02")};
  check_rebuilt("annex-xix", review, 120);
}

TEST_CASE("annex XIX for 2019 is this text") {
  const Period year{day("2019-01-01"), day("2019-12-31")};
  check_rebuilt("annex-xix-2019", year, 120);
}

TEST_CASE("annex XIX takes the four kinds of its sections and no other") {
  for (int i = 0; i < 6; ++i) {
    const auto kind = static_cast<Kind>(i);
    CAPTURE(i);
    CHECK(rule().takes(kind) == (kind != Kind::outreach && kind != Kind::training_course));
  }
}

TEST_CASE("the title speaks of the period, whatever of it is given") {
  const Period review{day("2016-04-25"), day("2022-06-02")};
  const auto title = [](const Period& period, Language language) {
    return rule().rebuilt(Register(vocabulary()).now(), period, language).title;
  };
  CHECK(title(review, Language::zh) ==
        "2016年4月25日至2022年6月2日安全理事会第1540(2004)号决议所设委员会和(或)"
        "其专家组与会员国直接互动的外联活动");
  CHECK(title({std::nullopt, day("2022-06-02")}, Language::zh).starts_with("截至2022年6月2日安全理事会"));
  CHECK(title({day("2016-04-25"), std::nullopt}, Language::zh).starts_with("自2016年4月25日起安全理事会"));
  CHECK(title({}, Language::zh).starts_with("安全理事会"));
  CHECK(title(review, Language::en).ends_with("with Member States, 25 April 2016-2 June 2022"));
}

TEST_CASE("given one activity of each kind, when the annex is rebuilt, then each stands in its section") {
  Story story;
  for (int i = 0; i < 6; ++i) {
    ActivityRecorded activity = made_activity(
        std::string(EnumNames<Kind>::names[static_cast<std::size_t>(i)]), days("2023-03-01", "2023-03-02"));
    activity.kind = static_cast<Kind>(i);
    story.record("2023-vienna-" + std::to_string(i), activity);
  }
  const Register reg = story.fold();
  std::string text;
  for (const Section& section : rule().rebuilt(reg.now(), {}, Language::zh).sections) {
    text += section.heading + section.mark + ":";
    for (const Row& row : section.rows)
      text += " " + plain_text(row.cells[1]);
    text += "\n";
  }
  CHECK(text ==
        "应邀访问各国a: visit\n"
        "联合访问各国: joint-visit\n"
        "同行审议: peer-review\n"
        "应国际和区域组织邀请开展的其他国别活动: other\n");
}

TEST_CASE("a section without rows is left out, and with the visits their footnote") {
  Story story;
  ActivityRecorded review = made_activity("同行审议", days("2023-03-01", "2023-03-02"));
  review.kind = Kind::peer_review;
  story.record("2023-vienna-1", review);
  const Register reg = story.fold();
  const Table table = rule().rebuilt(reg.now(), {}, Language::en);
  REQUIRE(table.sections.size() == 1);
  CHECK(table.sections[0].heading == "Peer reviews");
  CHECK(table.footnotes.empty());
  CHECK(rule().rebuilt(reg.at(0), {}, Language::en).sections.empty());
}

TEST_CASE("annex XIX prints no marks, and 虚拟 for a virtual meeting") {
  Story story;
  ActivityRecorded visit = made_activity("应邀访问蒙古", days("2023-03-01", "2023-03-02"));
  visit.kind = Kind::visit;
  visit.organizers[0].mark = "d";
  visit.place = {};
  visit.place.mode = Mode::virtual_;
  story.record("2023-virtual-1", visit);
  const Register reg = story.fold();
  const auto cell = [&](Language language, std::size_t column) {
    return plain_text(rule().rebuilt(reg.now(), {}, language).sections[0].rows[0].cells[column]);
  };
  CHECK(cell(Language::zh, 2) == "虚拟");
  CHECK(cell(Language::en, 2) == "Virtual");
  CHECK(cell(Language::zh, 3) == "欧安组织");
  CHECK(cell(Language::en, 3) == "OSCE");
}

TEST_CASE("the rows of each section stand in the order of dates") {
  const Table table = rule().rebuilt(published().reg.now(), {}, Language::zh);
  for (const Section& section : table.sections) {
    CivilDate before;
    for (const Row& row : section.rows) {
      const auto index = published().reg.find_activity(row.id).value();
      const VersionIndex version = published().reg.now().version_of(index).value();
      const CivilDate first = published().reg.version(version).activity.dates.front().first;
      CHECK(before <= first);
      before = first;
    }
  }
}

}  // namespace daybook::annex_xix_test
