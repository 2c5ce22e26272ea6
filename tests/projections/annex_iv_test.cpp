#include "daybook/projections/annex.h"

#include "tests/projections/rebuilt.h"

namespace daybook::annex_iv_test {

using namespace story;

namespace {

const AnnexRule& rule() {
  return *find_annex("iv");
}

}  // namespace

TEST_CASE("annex IV for the period of its title is this text") {
  check_rebuilt("annex-iv", {day("2016-04-25"), day("2022-06-02")});
}

TEST_CASE(
    "requests of several days stand under their days, and who answered below each other, States first") {
  Story story;
  AssistanceRequested request;
  request.dates = {day("2020-05-06"), day("2020-05-06")};
  request.requests = {"甲", "乙"};
  story.add("state/MNG", request);
  request.dates = {day("2020-08-20"), day("2020-08-20")};
  request.requests = {"丙"};
  story.add("state/MNG", request);
  story.add("state/MNG", AssistanceAnswered{AnswerKind::past_training, "imo", ""});
  story.add("state/MNG", AssistanceAnswered{AnswerKind::offer, "iaea", ""});
  story.add("state/MNG", AssistanceAnswered{AnswerKind::offer, "", "NLD"});
  const Register reg = story.fold();
  const Table table = rule().rebuilt(reg.now(), {}, Language::zh);
  CHECK(lines_of(table) == std::vector<std::string>{
                               "2020年5月6日和2020年8月20日|蒙古|(2020年5月6日)\n甲\n乙\n(2020年8月20日)\n丙|"
                               "荷兰\n原子能机构\n国际海事组织 b"});
  REQUIRE(table.footnotes.size() == 1);
  CHECK(table.footnotes[0].mark == "b");
}

TEST_CASE("a request of before the period stands in it with a mark, if it was confirmed in it") {
  const auto marked = [](std::string_view from, std::string_view to) {
    std::string states;
    const Table table = rule().rebuilt(published().reg.now(), {day(from), day(to)}, Language::zh);
    for (const Row& row : table.sections.at(0).rows)
      if (!row.cells[1].runs[0].mark.empty()) states += row.id + " ";
    return states;
  };
  CHECK(marked("2016-04-25", "2022-06-02") == "state/GRD state/LSO ");
  CHECK(marked("2016-04-25", "2018-12-31") == "");
  CHECK(marked("2013-01-01", "2022-06-02") == "");  // no longer before it
}

}  // namespace daybook::annex_iv_test
