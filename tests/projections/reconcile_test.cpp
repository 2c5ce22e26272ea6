#include "daybook/projections/reconcile.h"

#include "daybook/render/render.h"

#include "tests/golden.h"
#include "tests/story.h"

namespace daybook::reconcile_test {

using namespace story;

namespace {

std::vector<ReconciledFigure> reconciled(const Register& reg, const ReconcileQuestion& question = {}) {
  Facets facets(reg);
  return take(reconcile(reg.now(), facets, question));
}

const ReconciledFigure& figure(const std::vector<ReconciledFigure>& figures, const std::string& words) {
  for (const ReconciledFigure& one : figures)
    if (one.words == words) return one;
  FAIL("no figure " << words);
  return figures.front();
}

FigurePublished made_figure(const std::string& paragraph, std::int64_t value, const std::string& question) {
  return {"S/2023/1", "", paragraph, question, value, std::to_string(value) + "次"};
}

void state(Story& story, const FigurePublished& stated) {
  story.add("document/" + stated.document, stated);
}

}  // namespace

TEST_CASE("the figures of S/2022/899 stand beside what the record gives, as in this file") {
  const ReconcileQuestion question{symbol, false, Language::en};
  check_golden("tests/projections/golden/reconcile.en.txt",
               render_text(reconcile_table(reconciled(published().reg, question), question), {160}));
}

TEST_CASE("a figure agrees, differs or cannot be answered") {
  const auto figures = reconciled(published().reg);
  CHECK(figures.size() == 121);
  const ReconciledFigure& parliaments = figure(figures, "6项涉及议员");
  CHECK(parliaments.verdict == Verdict::agrees);
  CHECK(parliaments.computed == 6);
  CHECK(parliaments.difference() == 0);
  const ReconciledFigure& industry = figure(figures, "10项涉及行业和专业协会");
  CHECK(industry.verdict == Verdict::differs);
  CHECK(industry.computed == 9);
  CHECK(industry.difference() == -1);
  CHECK_FALSE(industry.grouped);
  const ReconciledFigure& subscribers = figure(figures, "约1600人");
  CHECK(subscribers.verdict == Verdict::cannot_be_answered);
  CHECK_FALSE(subscribers.computed);
}

TEST_CASE(
    "where a grouping makes a difference both answers are given, and the verdict is of rows as listed") {
  const auto figures = reconciled(published().reg);
  const ReconciledFigure& all = figure(figures, "共开展了226次外联活动");
  CHECK(all.computed == 227);
  CHECK(all.grouped == 226);
  CHECK(all.verdict == Verdict::differs);
  CHECK(figure(figures, "21项活动").grouped == 21);
}

TEST_CASE("an explained difference has the rows that the note names, then those counted") {
  const auto figures = reconciled(published().reg, {symbol, true, Language::zh});
  const ReconciledFigure& crime = figure(figures, "21项活动");
  REQUIRE(crime.rows.size() == 24);
  CHECK(crime.rows[0].named);
  CHECK(crime.rows[0].id == "2018-colombo-1");
  CHECK(crime.rows[1].id == "2018-colombo-2");
  CHECK_FALSE(crime.rows[2].named);
  CHECK(figure(figures, "6项涉及议员").rows.empty());
  const ReconciledFigure& none_counted = figure(figures, "于2021年4月举行了一次有委员会参加的会议");
  REQUIRE(none_counted.rows.size() == 1);
  CHECK(none_counted.rows[0].named);
}

TEST_CASE("a question that this program cannot read has no answer, and says why before the note") {
  Story story;
  story.import({records() + "/annex-xviii.csv"});
  FigurePublished odd = made_figure("1", 4, "sum of years");
  odd.note = "A note.";
  state(story, odd);
  const auto figures = reconciled(story.fold());
  REQUIRE(figures.size() == 1);
  CHECK(figures[0].verdict == Verdict::cannot_be_answered);
  CHECK(figures[0].note.starts_with("The question cannot be read: E-VALUE: \"sum of years\""));
  CHECK(figures[0].note.ends_with(". A note."));
}

TEST_CASE("without activities in the log a figure about them has no answer yet") {
  Story story;
  state(story, made_figure("1", 4, "count"));
  const auto figures = reconciled(story.fold());
  CHECK(figures[0].verdict == Verdict::cannot_be_answered);
  CHECK(figures[0].note == "Cannot be answered yet: the log holds no such records.");
}

TEST_CASE("figures come in the order of paragraphs, and one that was put right stays in its place") {
  Story story;
  for (const FigurePublished& one :
       {made_figure("103", 5, ""), made_figure("摘要", 1, ""), made_figure("26 note 4", 4, ""),
        made_figure("26", 2, ""), made_figure("26", 3, "")})
    state(story, one);
  story.add("document/S/2023/1", FactWithdrawn{3});
  state(story, made_figure("26", 2, "count"));
  std::vector<std::int64_t> published_numbers;
  for (const ReconciledFigure& one : reconciled(story.fold()))
    published_numbers.push_back(one.published);
  CHECK(published_numbers == std::vector<std::int64_t>{1, 2, 3, 4, 5});
}

TEST_CASE("a document without figures is told, with those that have some; none at all are an empty answer") {
  Facets facets(published().reg);
  CHECK(told(reconcile(published().reg.now(), facets, {"S/1999/1", false, Language::zh})) ==
        "E-NOT-FOUND: the log holds no figures of \"S/1999/1\" (it holds those of S/2022/899)");
  const Register empty(vocabulary());
  CHECK(reconciled(empty).empty());
}

TEST_CASE("the past knows the figures that were stated then") {
  Facets facets(published().reg);
  CHECK(take(reconcile(published().reg.at(published_events - 122), facets, {})).empty());
  CHECK(take(reconcile(published().reg.at(published_events - 121), facets, {})).size() == 1);
}

TEST_CASE("as JSON each figure has its members, null where nothing is known, and rows when explained") {
  const auto json = [&](const ReconciledFigure& one) { return render_json(reconcile_value({one})); };
  ReconciledFigure one{"S/2023/1", "103", "226次", 226, 227, 226, Verdict::differs, "count", "why", {}};
  CHECK(json(one) ==
        "[\n  {\"document\": \"S/2023/1\", \"paragraph\": \"103\", \"words\": \"226次\", \"published\": 226, "
        "\"computed\": 227, \"difference\": 1, \"verdict\": \"differs\", \"question\": \"count\", \"note\": "
        "\"why\", \"grouped\": 226}\n]\n");
  one.computed.reset();
  one.grouped.reset();
  one.verdict = Verdict::cannot_be_answered;
  one.rows = {{"2018-colombo-1", day("2018-08-27"), "讲习班", true}, {"", std::nullopt, "无日期", false}};
  CHECK(json(one) ==
        "[\n  {\"document\": \"S/2023/1\", \"paragraph\": \"103\", \"words\": \"226次\", \"published\": 226, "
        "\"computed\": null, \"difference\": null, \"verdict\": \"cannot-be-answered\", \"question\": "
        "\"count\", "
        "\"note\": \"why\", \"rows\": [{\"id\": \"2018-colombo-1\", \"date\": \"2018-08-27\", \"words\": "
        "\"讲习班\", "
        "\"named\": 1}, {\"id\": \"\", \"date\": null, \"words\": \"无日期\", \"named\": 0}]}\n]\n");
}

}  // namespace daybook::reconcile_test
