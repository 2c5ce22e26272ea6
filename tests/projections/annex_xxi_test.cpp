#include "daybook/projections/annex.h"

#include "tests/projections/rebuilt.h"

namespace daybook::annex_xxi_test {

using namespace story;

namespace {

const AnnexRule& rule() {
  return *find_annex("xxi");
}

}  // namespace

TEST_CASE("annex XXI for the period of its title is this text") {
  check_rebuilt("annex-xxi", {day("2016-05-01"), day("2022-06-02")});
}

TEST_CASE("a column a year, the first with its month where the period begins in the year") {
  const auto heads = [](const Period& period) {
    std::string text;
    for (const Column& column : rule().rebuilt(published().reg.now(), period, Language::zh).columns)
      text += column.heading + " ";
    return text;
  };
  CHECK(heads({day("2020-03-01"), day("2021-06-30")}) == "工作组 2020(自3月起) 2021 ");
  CHECK(heads({day("2021-01-01"), std::nullopt}) == "工作组 2021 2022 ");
  CHECK(heads({day("2031-01-01"), std::nullopt}) == "工作组 ");
}

TEST_CASE("a group that nobody coordinated has a dash") {
  CHECK(lines_of(rule().rebuilt(published().reg.now(), {day("2021-01-01"), day("2021-12-31")},
                                Language::zh)) == std::vector<std::string>{"2|法国", "4|美利坚合众国"});
  CHECK(lines_of(rule().rebuilt(published().reg.now(), {day("2021-01-01"), day("2022-12-31")},
                                Language::zh))[0] == "1|—|巴西");
}

}  // namespace daybook::annex_xxi_test
