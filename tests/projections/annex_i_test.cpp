#include "daybook/projections/annex.h"

#include "tests/projections/rebuilt.h"

namespace daybook::annex_i_test {

using namespace story;

namespace {

const AnnexRule& rule() {
  return *find_annex("i");
}

}  // namespace

TEST_CASE("annex I for the period of its title is this text") {
  check_rebuilt("annex-i", {std::nullopt, day("2022-06-02")});
}

TEST_CASE(
    "a State stands once, with its reports of the period in the order of their days, each as often as it is "
    "stated") {
  Story story;
  story.add("state/FRA", NationalReportSubmitted{day("2020-05-01"), 1});
  story.add("state/FRA", NationalReportSubmitted{day("2019-05-01"), 1});
  story.add("state/FRA", NationalReportSubmitted{day("2019-05-01"), 2});
  story.add("state/TUR", NationalReportSubmitted{day("2019-06-01"), 1});
  story.add("organization/eu", NationalReportSubmitted{day("2019-07-01"), 1});
  const Register reg = story.fold();
  const Table all = rule().rebuilt(reg.now(), {}, Language::zh);
  CHECK(lines_of(all) == std::vector<std::string>{"1.|法国|2019年5月1日\n2019年5月1日\n2020年5月1日",
                                                  "2.|土耳其|2019年6月1日", "欧洲联盟|2019年7月1日"});
  REQUIRE(all.sections.size() == 2);
  CHECK(all.sections[1].heading == "其他材料提交方：");
  CHECK(lines_of(rule().rebuilt(reg.now(), {day("2020-01-01"), day("2020-12-31")}, Language::zh)) ==
        std::vector<std::string>{"1.|法国|2020年5月1日"});
  CHECK(lines_of(rule().rebuilt(reg.at(1), {}, Language::en)) ==
        std::vector<std::string>{"1.|France|1 May 2020"});
}

TEST_CASE("a report that was taken back stands no more") {
  Story story;
  story.add("state/FRA", NationalReportSubmitted{day("2020-05-01"), 1});
  story.add("state/FRA", FactWithdrawn{0});
  const Register reg = story.fold();
  CHECK(lines_of(rule().rebuilt(reg.now(), {}, Language::zh)).empty());
  CHECK(lines_of(rule().rebuilt(reg.at(1), {}, Language::zh)).size() == 1);
}

}  // namespace daybook::annex_i_test
