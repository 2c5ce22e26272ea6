#include "daybook/base/error.h"

#include <set>
#include <string>

#include "tests/base/outcome.h"

namespace daybook::error_test {

TEST_CASE("An error says its code, its place, what is wrong and what to do") {
  const std::string file = "records/annex_xviii.csv";
  struct Case {
    Error error;
    std::string text;
  };
  for (const auto& [error, text] : {
           Case{{ErrorCode::usage, "no command", {}, {}}, "E-USAGE: no command"},
           Case{{ErrorCode::usage, "no command", {}, "try daybook help"},
                "E-USAGE: no command (try daybook help)"},
           Case{{ErrorCode::csv, "the file is empty", {file, 0, {}}, {}},
                "E-CSV records/annex_xviii.csv: the file is empty"},
           Case{{ErrorCode::csv, "too few cells", {file, 7, {}}, {}},
                "E-CSV records/annex_xviii.csv:7: too few cells"},
           Case{{ErrorCode::date, "\"x\" is not a date", {file, 7, "日期"}, "write 2016年5月4日"},
                "E-DATE records/annex_xviii.csv:7:日期: \"x\" is not a date (write 2016年5月4日)"},
           Case{{ErrorCode::column, "is unknown", {file, 0, "日期"}, {}},
                "E-COLUMN records/annex_xviii.csv:日期: is unknown"},
           Case{{ErrorCode::required, "is empty", {{}, 0, "title"}, {}}, "E-REQUIRED title: is empty"},
           Case{{ErrorCode::required, "is empty", {{}, 7, {}}, {}}, "E-REQUIRED row 7: is empty"},
           Case{{ErrorCode::required, "is empty", {{}, 7, "title"}, {}}, "E-REQUIRED row 7:title: is empty"},
       })
    CHECK(to_string(error) == text);
}

TEST_CASE("An error stays on one line, whatever text it quotes") {
  const Error error{
      ErrorCode::party, "\"欧安组织\n裁军厅\" is not a known body", {"a\nb.csv", 2, "x\r\n"}, "try\tthis"};
  CHECK(to_string(error) ==
        R"(E-PARTY a\nb.csv:2:x\r\n: "欧安组织\n裁军厅" is not a known body (try\tthis))");
}

TEST_CASE("A quoted escape sequence cannot reach the terminal") {
  const Error error{ErrorCode::value, "\"\x1B[2J\x7F\" is no value", {}, {}};
  CHECK(to_string(error) == R"(E-VALUE: "\x1b[2J\x7f" is no value)");
}

TEST_CASE("Every error has a name of its own of the form E-SOMETHING, and one sentence") {
  std::set<std::string_view> names;
  std::set<std::string_view> meanings;
  for (const ErrorKind& kind : error_kinds) {
    CAPTURE(kind.name);
    CHECK(error_name(kind.code) == kind.name);
    CHECK(names.insert(kind.name).second);
    CHECK(meanings.insert(kind.meaning).second);
    CHECK(kind.name.starts_with("E-"));
    CHECK(kind.name.size() > 3);
    CHECK(kind.name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ-") == std::string_view::npos);
    CHECK(kind.name.find("--") == std::string_view::npos);
    CHECK(kind.name.back() != '-');
    CHECK(kind.meaning.front() >= 'A');
    CHECK(kind.meaning.front() <= 'Z');
    CHECK(kind.meaning.back() == '.');
    CHECK(kind.meaning.find('\n') == std::string_view::npos);
  }
}

TEST_CASE("The names of errors are stable for ever: scripts match them") {
  std::string names;
  for (const ErrorKind& kind : error_kinds)
    names += std::string(kind.name) + " ";
  CHECK(
      names ==
      "E-USAGE E-FILE E-LIMIT E-TEXT E-CSV E-COLUMN E-REQUIRED E-VALUE E-DATE E-PLACE E-STATE E-ORGANIZATION "
      "E-PARTY E-LINK E-DUPLICATE E-CHANGED E-JSON E-EVENT-TYPE E-EVENT E-REVISION E-CONFLICT E-ID-REUSED "
      "E-LOG-BUSY "
      "E-LOG-IO E-LOG-FORMAT E-LOG-MISSING E-LOG-EXISTS E-FORK E-KEY E-PROOF E-NOT-FOUND E-EDITION E-FACET "
      "E-VOCABULARY ");
}

TEST_CASE("given a text that a terminal would obey, an error that quotes it is still one harmless line") {
  const Error error{ErrorCode::date, "\"\x1b[31m\xE2\x80\xAE\n\xC2\x9B\" is no date", {}, {}};
  CHECK(to_string(error) == "E-DATE: \"\\x1b[31m\\u202e\\n\\x9b\" is no date");
}

TEST_CASE("A failure is held by a pointer, and a copy has an error of its own") {
  static_assert(sizeof(result<void>) <= 2 * sizeof(void*));
  result<int> failed = fail(ErrorCode::place, "\"X\" is not a known place");
  const result<int> copy = failed;
  Error error = failed.error();
  error.sentence = "of the error";
  failed.error()->sentence = "of the failure";
  CHECK(copy.error()->sentence == "\"X\" is not a known place");
  CHECK(failed.error()->sentence == "of the failure");
  failed = copy;
  CHECK(failed.error()->sentence == copy.error()->sentence);
  const result<std::string> handed_on = fail(std::move(failed.error()));
  CHECK(handed_on.error()->code == ErrorCode::place);
}

TEST_CASE("A failure carries its code, sentence and hint, and no place until one is known") {
  const result<int> failed = fail(ErrorCode::place, "\"X\" is not a known place", "did you mean Y?");
  REQUIRE_FALSE(failed);
  CHECK(failed.error()->code == ErrorCode::place);
  CHECK(failed.error()->sentence == "\"X\" is not a known place");
  CHECK(failed.error()->hint == "did you mean Y?");
  CHECK(failed.error()->place.file.empty());
  CHECK(failed.error()->place.row == 0);
  CHECK(failed.error()->place.field.empty());
}

}  // namespace daybook::error_test
