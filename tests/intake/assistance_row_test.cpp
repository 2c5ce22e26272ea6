#include "src/intake/assistance_row.h"

#include "events/assistance_answered.h"

#include "tests/story.h"

namespace daybook::assistance_row_test {

using namespace story;

namespace {

struct Read {
  std::vector<AssistanceRequested> requests;
  std::vector<AssistanceAnswered> answers;
  std::string faults;
};

Read read(RecordFile& file, std::size_t row) {
  std::vector<Error> errors;
  Read answer;
  const auto listed =
      read_list_row("iv", RowFields(file.table(), file.table().rows.at(row - 1)), vocabulary(), errors);
  for (const Error& error : errors)
    answer.faults += code_of(error.code) + " " + error.place.field + "\n";
  if (!listed) return answer;
  for (const StatedFact& fact : listed->facts) {
    if (fact.type == AssistanceRequested::type)
      answer.requests.push_back(take(decode<AssistanceRequested>(fact.data)));
    else
      answer.answers.push_back(take(decode<AssistanceAnswered>(fact.data)));
  }
  return answer;
}

}  // namespace

TEST_CASE("a row of one day is one request, with its paragraphs and the judgement") {
  RecordFile file("annex-iv.csv");
  const Read row = read(file, 2);
  REQUIRE(row.requests.size() == 1);
  CHECK(row.requests[0].dates == days("2021-02-22", "2021-02-22"));
  CHECK(row.requests[0].requests.size() == 4);
  CHECK(row.requests[0].paragraphs ==
        std::vector{RequestParagraph::two, RequestParagraph::three_c_d, RequestParagraph::whole});
  CHECK(row.requests[0].types == std::vector{RequestType::training});
  CHECK(row.answers.size() == 7);
  CHECK(row.answers[0] == AssistanceAnswered{AnswerKind::offer, "", "JPN"});
  CHECK(row.answers[2].organization == "bwc-isu");
}

TEST_CASE(
    "a row of two days is two requests, each with what stands under its day and its line of the judgement") {
  RecordFile file("annex-iv.csv");
  const Read row = read(file, 13);
  REQUIRE(row.requests.size() == 2);
  CHECK(row.requests[0].requests == std::vector<std::string>{"在起草两用物品清单和监测方面提供技术援助"});
  CHECK(row.requests[0].types == std::vector{RequestType::legislation});
  CHECK(row.requests[1].paragraphs == std::vector{RequestParagraph::three_a_b});
  CHECK(read(file, 16).requests[1].paragraphs.empty());
}

TEST_CASE("a mark says what was answered, or that an older request was confirmed") {
  RecordFile file("annex-iv.csv");
  CHECK(read(file, 12).answers[0] == AssistanceAnswered{AnswerKind::past_training, "imo", ""});
  CHECK(read(file, 17).answers[0] == AssistanceAnswered{AnswerKind::discussion, "imo", ""});
  CHECK(read(file, 5).requests[0].confirmed == std::vector<CivilDate>{day("2019-03-12")});
  CHECK(read(file, 6).requests[0].confirmed.empty());
}

TEST_CASE("what is wrong in a row is told with its field") {
  struct Row {
    std::string column;
    std::string text;
    std::string told;
  };
  for (const Row& row : {Row{"日期", "2020年5月6日和2020年8月32日", "E-DATE 日期\n"},
                         Row{"请求援助的国家", "蒙右国", "E-STATE 请求援助的国家\n"},
                         Row{"援助请求", "(2020年5月6日)\n甲", "E-VALUE 援助请求\n"},
                         Row{"应请求提供的援助", "荷栏", "E-ORGANIZATION 应请求提供的援助\n"},
                         Row{"paragraphs", "4", "E-VALUE paragraphs\n"},
                         Row{"types", "training\nfunding\nequipment", "E-VALUE types\n"},
                         Row{"confirmed", "2019", "E-DATE confirmed\n"}}) {
    CAPTURE(row.column);
    RecordFile file("annex-iv.csv");
    file.at(13, row.column) = row.text;
    CHECK(read(file, 13).faults.find(row.told) != std::string::npos);
  }
}

}  // namespace daybook::assistance_row_test
