#include "projections/activity_annex.h"

#include "tests/story.h"

namespace daybook::activity_annex_test {

using namespace story;

namespace {

std::vector<Cell> title_alone(const AnnexEntry& entry, const Vocabulary&, Language) {
  return {plain_cell(entry.activity.title.at("zh"))};
}

}  // namespace

TEST_CASE("an annex of activities has its title, heads and sections, the rows in the order of dates") {
  Story story;
  story.record("2023-vienna-1", made_activity("第二", days("2023-03-02", "2023-03-02")));
  story.record("2023-vienna-2", made_activity("第一", days("2023-03-01", "2023-03-02")));
  const Register reg = story.fold();
  const ActivityAnnex annex{"xviii",
                            [](const Period&, Language) { return std::string("标题"); },
                            [](Language) { return std::vector<Column>{{"标题", "a", {}}}; },
                            [](Language) { return std::vector<AnnexSection>{{}}; },
                            title_alone,
                            [](Language) { return std::vector<Footnote>{{"a", "注"}, {"b", "不用"}}; }};
  const Table table = rebuilt_activities(reg.now(), annex, {}, Language::zh);
  CHECK(table.title == "标题");
  REQUIRE(table.sections.at(0).rows.size() == 2);
  CHECK(plain_text(table.sections[0].rows[0].cells[0]) == "第一");
  CHECK(table.footnotes.size() == 1);
  CHECK(rebuilt_activities(reg.at(1), annex, {}, Language::zh).sections[0].rows.size() == 1);
}

}  // namespace daybook::activity_annex_test
