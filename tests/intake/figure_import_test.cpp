// Figures and groupings, imported with the rest of the record or by themselves.
#include "daybook/intake/import.h"

#include "tests/story.h"

namespace daybook::figure_import_test {

using namespace story;

TEST_CASE("a figure whose question was edited is stated anew, and an import of the same changes nothing") {
  Story story;
  story.import({records()});
  RecordFile figures("figures.csv");
  figures.at(1, "question") = "count reports";
  figures.at(2, "note") = "another note";
  const std::string file = story.folder().write("figures.csv", figures.text());
  const ImportReport report = story.import({file});
  CHECK(all_told(report.errors) == "");
  REQUIRE(report.files.size() == 1);
  CHECK(report.files[0].unchanged == 119);
  CHECK(report.files[0].changed == 2);
  CHECK(report.files[0].added + report.files[0].errors == 0);
  CHECK(report.events == 4);
  const Register reg = story.fold();
  CHECK(reg.now().facts<FigurePublished>().size() == 121);
  CHECK(reg.now().facts<FigurePublished>()[119]->data.question == "count reports");
  CHECK(reg.at(published_events).facts<FigurePublished>()[0]->data.question != "count reports");
  CHECK(story.import({file}).events == 0);
}

TEST_CASE("a figure in error is told with file, row and field, goes into the rejects, and nothing lands") {
  Story story;
  RecordFile figures("figures.csv");
  figures.keep_rows(1, 4);
  figures.at(2, "value") = "eight";
  figures.at(3, "question") = "how many?";
  figures.repeat_row(4);
  const std::string file = story.folder().write("figures.csv", figures.text());
  ImportOptions options = by_officer(false, story.folder().file("rejects.csv"));
  options.check_question = [](std::string_view question) -> result<void> {
    return question == "how many?" ? fail(ErrorCode::value, "no question") : result<void>();
  };
  const ImportReport report = story.import({file}, options);
  std::string told = all_told(report.errors);
  CHECK(told.find("E-VALUE " + file + ":3:value: \"eight\" is not a number of things") != std::string::npos);
  CHECK(told.find("E-VALUE " + file + ":4:question: no question") != std::string::npos);
  CHECK(told.find("E-DUPLICATE " + file + ":6:words: the figure ") != std::string::npos);
  CHECK(report.rejects.size() == 1);
  CHECK(story.size() == 0);
}

TEST_CASE("a grouping of rows that are not there is told, and one of the log's rows lands") {
  Story story;
  const std::string file = records() + "/groupings.csv";
  CHECK(all_told(story.import({file}).errors)
            .starts_with("E-LINK " + file + ":2:rows: row 110 of annex xviii"));
  story.import({records() + "/annex-xviii.csv"});
  CHECK(story.import({file}).events == 1);
  const Register reg = story.fold();
  REQUIRE(reg.now().facts<ActivitiesGrouped>().size() == 1);
  CHECK(reg.now().facts<ActivitiesGrouped>()[0]->stream == "activity/2018-colombo-1");
}

}  // namespace daybook::figure_import_test
