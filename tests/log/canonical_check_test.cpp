#include "src/log/canonical_check.h"

#include <string>

#include "tests/log/temp_log.h"

namespace daybook::canonical_check_test {

using namespace test;

TEST_CASE("Canonical JSON is taken") {
  for (const std::string json : {
           R"({})",
           R"({"a":1})",
           R"({"a":null})",
           R"({"a":"","b":[],"c":{}})",
           R"({"a":[1,"x",{"b":-7}],"b":0})",
           R"({"a":9007199254740991,"b":-9007199254740991})",
           R"({"text":"tab \t, line \n, quote \", slash \\ and / as it is"})",
           R"({"text":"在维也纳举行的会议 — Genève, a string of more than sixteen bytes"})",
           R"({"A":1,"B":1,"a":1})",
       }) {
    CAPTURE(json);
    CHECK(error_of(check_canonical(json)) == "no error");
  }
}

TEST_CASE("Every other spelling is E-JSON") {
  for (const std::string json : {
           R"()",
           R"([])",
           R"("text")",
           R"({} )",
           R"( {})",
           R"({}{})",
           R"({"a":1,})",
           R"({"a":1)",
           R"({"a"})",
           R"({"a":})",
           R"({a:1})",
           R"({"":1})",
           R"({"a" :1})",
           R"({"a": 1})",
           R"({"b":1,"a":1})",
           R"({"a":1,"a":1})",
           R"({"é":1})",
           R"({"a b":1})",
           R"({"a\n":1})",
           R"({"a":01})",
           R"({"a":-0})",
           R"({"a":+1})",
           R"({"a":-})",
           R"({"a":1.0})",
           R"({"a":1e2})",
           R"({"a":9007199254740992})",
           R"({"a":-9007199254740992})",
           R"({"a":99999999999999999999})",
           R"({"a":true})",
           R"({"a":nul})",
           R"({"a":nulls})",
           R"({"a":[1,]})",
           R"({"a":[1 ,2]})",
           R"({"a":[1})",
           R"({"a":1])",
           R"({"a":"x)",
           R"({"a":"x\)",
           R"({"a":"\/"})",
           R"({"a":"\x"})",
           "{\"a\":\"line\nend\"}",
           "{\"a\":\"a tab after sixteen bytes\tof text\"}",
       }) {
    CAPTURE(json);
    CHECK(code_of(check_canonical(json)) == "E-JSON");
  }
}

TEST_CASE("A control character that is written as an escape is E-TEXT") {
  for (const std::string json :
       {R"({"a":"\u0000"})", R"({"a":"\b"})", R"({"a":"\f"})", R"({"a":"\r"})", R"({"a":"\u001f"})"}) {
    CAPTURE(json);
    CHECK(code_of(check_canonical(json)) == "E-TEXT");
  }
}

TEST_CASE("An unneeded escape is refused too: one text has one spelling") {
  CHECK(code_of(check_canonical(R"({"a":"\u0041"})")) == "E-TEXT");
  CHECK(code_of(check_canonical(R"({"a":"\u000a"})")) == "E-TEXT");
}

TEST_CASE("Objects and lists inside each other have a bound") {
  const auto nested = [](int depth) {
    const auto lists = static_cast<std::size_t>(depth - 1);
    return "{\"a\":" + std::string(lists, '[') + std::string(lists, ']') + "}";
  };
  CHECK(error_of(check_canonical(nested(json_depth_max))) == "no error");
  CHECK(code_of(check_canonical(nested(json_depth_max + 1))) == "E-JSON");
  CHECK(code_of(check_canonical(nested(30'000))) == "E-JSON");
}

TEST_CASE("A key is of visible ASCII, however long it is and wherever something else stands in it") {
  const std::string key(40, 'k');
  CHECK(check_canonical("{\"" + key + "\":1}"));
  for (std::size_t at = 0; at < key.size(); ++at)
    for (const char other : {' ', '\x7F', '\x80', '\x1F', '"', '\\'}) {
      std::string changed = key;
      changed[at] = other;
      CHECK(error_of(check_canonical("{\"" + changed + "\":1}")) != "no error");
    }
}

TEST_CASE("Keys stand in the order of their bytes, those that begin alike too") {
  CHECK(check_canonical(R"({"aa":1,"ab":1,"abc":1,"b":1})"));
  CHECK(error_of(check_canonical(R"({"ab":1,"aa":1})")) != "no error");
  CHECK(error_of(check_canonical(R"({"abc":1,"ab":1})")) != "no error");
  CHECK(error_of(check_canonical(R"({"ab":1,"ab":1})")) != "no error");
}

}  // namespace daybook::canonical_check_test
