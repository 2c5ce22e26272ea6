#include "daybook/projections/annex.h"

#include "tests/projections/rebuilt.h"

namespace daybook::annex_xx_test {

using namespace story;

namespace {

const AnnexRule& rule() {
  return *find_annex("xx");
}

}  // namespace

TEST_CASE("annex XX for the period of its title is this text") {
  check_rebuilt("annex-xx", {day("2016-04-25"), day("2022-06-02")});
}

TEST_CASE("an expert who left before the period is not in it, one who leaves after it still serves") {
  const auto ids = [](const Period& period) {
    return rule().rebuilt(published().reg.now(), period, Language::zh).sections[0].rows;
  };
  CHECK(ids({}).size() == 18);
  CHECK(ids({day("2020-07-15"), std::nullopt}).size() == 9);
  CHECK(plain_text(ids({std::nullopt, day("2017-01-01")})[0].cells[1]) == "巴基斯坦");
  CHECK(plain_text(ids({})[0].cells[1]) == "巴基斯坦，至2017年11月12日");
}

TEST_CASE("the footnote names who coordinates on the day, and who did before") {
  const auto note = [](const Period& period) {
    return rule().rebuilt(published().reg.now(), period, Language::zh).footnotes.at(0).text;
  };
  CHECK(note({std::nullopt, day("2018-06-01")}).starts_with("在本报告提交之日，拉斐尔·普雷纳担任"));
  CHECK(note({day("2020-01-01"), day("2022-06-02")}) ==
        "在本报告提交之日，乔纳森·布鲁尔担任专家组协调员。根据现任务规定，专家组协调员由联合国秘书长任命。");
}

}  // namespace daybook::annex_xx_test
