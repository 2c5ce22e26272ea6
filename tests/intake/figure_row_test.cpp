#include "src/intake/figure_row.h"

#include "tests/story.h"

namespace daybook::figure_row_test {

using namespace story;

namespace {

// One row of figures, read; the faults, a line each.
struct Read {
  std::optional<FigurePublished> figure;
  std::string faults;

  explicit Read(const std::string& row, const QuestionCheck& check_question = {}) {
    CsvTable table{"figures.csv", {"document", "paragraph", "words", "value", "question", "note"}, {}};
    table.rows.push_back({2, {}});
    std::size_t begin = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const auto end = std::min(row.find('|', begin), row.size());
      table.rows[0].cells.push_back(row.substr(begin, end - begin));
      begin = std::min(end + 1, row.size());
    }
    std::vector<Error> errors;
    figure = read_figure(RowFields(table, table.rows[0]), check_question, errors);
    faults = all_told(errors);
  }
};

}  // namespace

TEST_CASE("a row of figures is read as it stands, white space around its cells apart") {
  const Read read(" S/2022/899 |26 note 4|100份报告| 100 |count reports| since 2016 ");
  REQUIRE(read.figure);
  CHECK(*read.figure ==
        FigurePublished{"S/2022/899", "since 2016", "26 note 4", "count reports", 100, "100份报告"});
  CHECK(Read("S/2022/899|79|没有举办|0||").figure->value == 0);
}

TEST_CASE("a figure without its document, paragraph, words or value is told with the column") {
  CHECK(Read("|||||").faults ==
        "E-REQUIRED figures.csv:2:document: the field is empty\n"
        "E-REQUIRED figures.csv:2:paragraph: the field is empty\n"
        "E-REQUIRED figures.csv:2:words: the field is empty\n"
        "E-REQUIRED figures.csv:2:value: the field is empty\n");
  CHECK(Read("S 2022|1|一个|1||").faults.starts_with("E-EVENT figures.csv:2:document: "));
}

TEST_CASE("a value is a number of things") {
  for (const std::string value : {"-1", "1,600", "1.5", "about 5", "99999999999999999999"}) {
    CAPTURE(value);
    CHECK(Read("S/2022/899|1|一个|" + value + "||").faults.starts_with("E-VALUE figures.csv:2:value: "));
  }
}

TEST_CASE("a question that the check refuses is told in its column, and an empty one is not asked about") {
  const QuestionCheck none = [](std::string_view) { return fail(ErrorCode::value, "no such question"); };
  CHECK(Read("S/2022/899|1|一个|1|how many?|", none).faults ==
        "E-VALUE figures.csv:2:question: no such question\n");
  CHECK(Read("S/2022/899|1|一个|1||", none).figure);
}

}  // namespace daybook::figure_row_test
