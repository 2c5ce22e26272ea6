#include "daybook/projections/annex.h"
#include "daybook/render/render.h"

#include "tests/golden.h"
#include "tests/story.h"

namespace daybook::annex_iv_test {

using namespace story;

namespace {

const AnnexRule& rule() {
  return *find_annex("iv");
}

std::string as_text(const Period& period, Language language) {
  return render_text(rule().rebuilt(published().reg.now(), period, language), {100});
}

// The cells of the rows, joined by a bar.
std::vector<std::string> lines_of(const Table& table) {
  std::vector<std::string> lines;
  for (const Section& section : table.sections)
    for (const Row& row : section.rows) {
      std::string line;
      for (const Cell& cell : row.cells)
        line += (line.empty() ? "" : "|") + plain_text(cell);
      lines.push_back(line);
    }
  return lines;
}

}  // namespace

TEST_CASE("annex IV for the period of its title is this text") {
  check_golden("tests/projections/golden/annex-iv.zh.txt",
               as_text({day("2016-04-25"), day("2022-06-02")}, Language::zh));
  check_golden("tests/projections/golden/annex-iv.en.txt",
               as_text({day("2016-04-25"), day("2022-06-02")}, Language::en));
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
