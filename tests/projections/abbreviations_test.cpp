#include "daybook/projections/annex.h"

#include "tests/story.h"

namespace daybook::abbreviations_test {

using namespace story;

namespace {

std::string line_of(const std::vector<std::string>& cells) {
  Table table;
  Section section;
  for (const auto& cell : cells)
    section.rows.push_back({{}, {cell_of_print(cell)}});
  table.sections.push_back(section);
  return abbreviations(table, vocabulary());
}

const std::string osce = "欧安组织，欧洲安全与合作组织";
const std::string committee = "委员会，安全理事会第1540(2004)号决议所设委员会";

}  // namespace

TEST_CASE("nothing that is abbreviated, no line") {
  CHECK(line_of({}) == "");
  CHECK(line_of({""}) == "");
  CHECK(line_of({"世界银行", "2016年5月4日"}) == "");
}

TEST_CASE("each short form stands once, in the order of the English acronyms") {
  CHECK(line_of({"欧安组织"}) == "简称：" + osce + "。");
  CHECK(line_of({"欧安组织、委员会", "委员会", "欧安组织 c"}) == "简称：" + committee + "；" + osce + "。");
  CHECK(line_of({"欧安组织、北约、东盟"}) ==
        "简称：东盟，东南亚国家联盟；北约，北大西洋公约组织；" + osce + "。");
}

TEST_CASE("a short form inside a longer name is not that body") {
  CHECK(line_of({"欧盟委员会"}) == "");
  CHECK(line_of({"红十字国际委员会、海湾合作委员会"}) == "");
  CHECK(line_of({"反恐怖主义委员会执行局"}) == "");
  CHECK(line_of({"世卫组织区域办事处"}) == "");
  CHECK(line_of({"东盟地区论坛"}) == "");
  CHECK(line_of({"欧盟委员会、委员会"}) == "简称：" + committee + "。");
}

TEST_CASE("short forms in titles count, and so do treaties") {
  CHECK(line_of({"委员会2016年全面审查特别会议"}) == "简称：" + committee + "。");
  CHECK(line_of({"《生物武器公约》缔约国会议"}) ==
        "简称：《生物武器公约》，《关于禁止发展、生产和储存细菌(生物)及毒素武器和销毁此种武器的公约》。");
}

TEST_CASE("only a rebuilt annex in Chinese has the line") {
  const View now = published().reg.now();
  CHECK(find_annex("xix")->rebuilt(now, {}, Language::zh).abbreviations.starts_with("简称：美洲反恐委，"));
  CHECK(find_annex("xix")->rebuilt(now, {}, Language::en).abbreviations.empty());
}

}  // namespace daybook::abbreviations_test
