#include "daybook/projections/figure_question.h"

#include "tests/story.h"

namespace daybook::figure_question_test {

using namespace story;

namespace {

FigureQuestion read(const std::string& text) {
  return take(read_figure_question(text, vocabulary()));
}

std::string fault(const std::string& text) {
  return told(read_figure_question(text, vocabulary()));
}

}  // namespace

TEST_CASE("a count is of activities, where it names nothing else") {
  CHECK(read("count").noun == "activities");
  CHECK(read("count").distinct.empty());
  CHECK(read("count reports").noun == "reports");
  CHECK(read("  count   reports  ").noun == "reports");
}

TEST_CASE("distinct names a facet, and then what it is a facet of") {
  CHECK(read("distinct host-region").distinct == "host-region");
  CHECK(read("distinct host-region").noun == "activities");
  CHECK(read("distinct working-group coordinators").distinct == "working-group");
  CHECK(read("distinct working-group coordinators").noun == "coordinators");
  const FigureQuestion bounded = read("distinct state reports --at-least 2 --at-most 3");
  CHECK(bounded.at_least == 2);
  CHECK(bounded.at_most == 3);
}

TEST_CASE("a count of States that have something is one of different States") {
  for (const auto& [noun, of] : {std::pair{"reporting-states", "reports"},
                                 {"action-plan-states", "action-plans"},
                                 {"assistance-requesting-states", "assistance-requests"}}) {
    const FigureQuestion question = read(std::string("count ") + noun);
    CHECK(question.noun == of);
    CHECK(question.distinct == "state");
  }
  CHECK(read("distinct region reporting-states").distinct == "region");
}

TEST_CASE("conditions, a period and flags narrow it") {
  const FigureQuestion question = read(
      "count --where organizer=欧安组织 --where kind=visit,other --from 2016-04-25 --to 2022年6月2日 "
      "--roll-up --grouped --by state");
  REQUIRE(question.where.size() == 2);
  CHECK(question.where[0].facet == "organizer");
  CHECK(question.where[0].values == std::vector<std::string>{"osce"});
  CHECK(question.where[1].values == std::vector<std::string>{"visit", "other"});
  CHECK(question.period.from == day("2016-04-25"));
  CHECK(question.period.to == day("2022-06-02"));
  CHECK(question.roll_up);
  CHECK(question.grouped);
  CHECK(question.by == "state");
}

TEST_CASE("names are those of the vocabulary, whatever is counted; quotation marks hold a name together") {
  CHECK(read("count action-plans --where state=吉尔吉斯斯坦").where[0].values ==
        std::vector<std::string>{"KGZ"});
  CHECK(read("count reports --where \"state=South Africa\"").where[0].values ==
        std::vector<std::string>{"ZAF"});
  CHECK(read("count reports --where \"state=South Africa,MNG\"").where[0].values ==
        std::vector<std::string>{"ZAF", "MNG"});
  CHECK(read("count reports --where region=afr").where[0].values == std::vector<std::string>{"AFR"});
  CHECK(read("count assistance-answers --where responder-type=state").where[0].values ==
        std::vector<std::string>{"state"});
}

TEST_CASE("every question of the record's figures can be read") {
  const RecordFile figures("figures.csv");
  const auto column = figures.table().column("question").value();
  for (const CsvRow& row : figures.table().rows) {
    CAPTURE(row.number);
    if (!row.cells[column].empty()) CHECK(fault(row.cells[column]) == "good");
  }
}

TEST_CASE("what cannot be read is told, with what would do") {
  CHECK(
      fault("how many?") ==
      "E-VALUE: \"how many?\" is not a question (write count … or distinct FACET …; see records/README.md)");
  CHECK(fault("").starts_with("E-VALUE: \"\" is not a question"));
  CHECK(fault("distinct --to 2022-06-02") ==
        "E-VALUE: distinct names no facet (write distinct FACET, e.g. distinct state)");
  CHECK(
      fault("count meetings").starts_with("E-VALUE: \"meetings\" is nothing that can be counted (one of: "));
  CHECK(fault("distinct city")
            .starts_with("E-FACET: \"city\" is not a facet of activities (one of: organizer, "));
  CHECK(fault("distinct section reports") ==
        "E-FACET: \"section\" is not a facet of reports (one of: state, region, year, first)");
  CHECK(fault("count --by colour").starts_with("E-FACET: "));
  CHECK(fault("count --where colour=red").starts_with("E-FACET: "));
  CHECK(fault("count --where kind=party").starts_with("E-VALUE: "));
  CHECK(fault("count --where organizer=欧安组只").starts_with("E-ORGANIZATION: "));
  CHECK(fault("count reports --where state=Atlantis").starts_with("E-STATE: "));
  CHECK(fault("count reports --where state") ==
        "E-VALUE: \"state\" is not a condition (write FACET=VALUE, e.g. region=AFR)");
  CHECK(fault("count --from 2016-02-30").starts_with("E-DATE --from: "));
  CHECK(fault("count --from 2022-06-02 --to 2016-04-25").starts_with("E-DATE --to: "));
  CHECK(fault("count --where \"kind=visit").starts_with("E-VALUE: a quotation mark in "));
}

TEST_CASE("an option that is unknown, lacks its value or has no sense there is told") {
  const std::string options = " (--by, --where, --from, --to, --roll-up, --grouped, --at-least, --at-most)";
  CHECK(fault("count --sort year") == "E-VALUE: \"--sort\" is no option of a question" + options);
  CHECK(fault("count --from") == "E-VALUE: \"--from\" is no option, or lacks its value" + options);
  CHECK(fault("count --from --to 2022-06-02") ==
        "E-VALUE: \"--from\" is no option, or lacks its value" + options);
  CHECK(fault("count reports activities") ==
        "E-VALUE: \"activities\" is no option, or lacks its value" + options);
  CHECK(fault("count --at-least 2") ==
        "E-VALUE: --at-least is for distinct, not for count (distinct FACET … counts the values that so many "
        "facts have)");
  CHECK(fault("distinct state --at-most many") ==
        "E-VALUE: \"many\" is not a number of facts (write 1, 2, 3 …)");
  CHECK(fault("distinct state --at-least 0").starts_with("E-VALUE: \"0\" is not a number of facts"));
  CHECK(fault("distinct state --at-least 3 --at-most 2") == "E-VALUE: --at-least is more than --at-most");
  CHECK(fault("count reports --roll-up") == "E-VALUE: --roll-up is for activities, not for reports");
  CHECK(fault("count reports --grouped") == "E-VALUE: --grouped is for activities, not for reports");
  CHECK(fault("count non-reporting-states --from 2016-01-01") ==
        "E-VALUE: non-reporting-states are those of one day, and take no --from (name the day with --to)");
}

}  // namespace daybook::figure_question_test
