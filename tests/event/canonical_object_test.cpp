#include "daybook/event/canonical_object.h"

#include <string>

#include "tests/event/sample.h"

namespace daybook::canonical_object_test {

using namespace test;

TEST_CASE("An empty member is left out, never written") {
  for (const std::string member : {R"("colour":"")", R"("colours":[])", R"("counts":[])", R"("inners":[])",
                                   R"("spans":[])", R"("text":"")", R"("texts":[])", R"("titles":{})"}) {
    CAPTURE(member);
    const Error error = error_of(decode<Sample>(with_member(member)));
    CHECK(error.code == ErrorCode::json);
    CHECK(error.sentence == "an empty member must be left out");
    CHECK(error.place.field == member.substr(1, member.find('"', 1) - 1));
  }
}

TEST_CASE("A member that cannot be empty cannot be left out") {
  CHECK(fault("{}") == "E-JSON count");
  CHECK(fault(R"({"count":1})") == "E-JSON day");
  CHECK(fault(R"({"count":1,"day":"2016-05-04","days":["2016-05-04","2016-05-04"]})") == "E-JSON inner");
  CHECK(fault(R"({"count":1,"day":"2016-05-04","days":["2016-05-04","2016-05-04"],"inner":{}})") ==
        "E-JSON inner.flag");
  CHECK(error_of(decode<Sample>("{}")).sentence == "a member is missing");
}

TEST_CASE("The member at fault is named from the outermost in") {
  CHECK(fault_of_member(R"("inners":[{"flag":1},{"flag":01}])") == "E-JSON inners.flag");
  CHECK(fault_of_member(R"("titles":{"en":1})") == "E-JSON titles");
}

TEST_CASE("Members that are unknown, out of order or stand twice are refused, and quoted") {
  const auto sentence = [](const char* json) { return error_of(decode<Inner>(json)).sentence; };
  for (const char* json :
       {R"({"flag":1,"text":"x","text":"x"})", R"({"text":"x","flag":1})", R"({"flag":1,"flag":1})",
        R"({"Flag":1})", R"({"flag":1,"zzz":1})", R"({"a":1,"flag":1})", R"({"fla\u0067":1})", R"({"":1})",
        R"({flag:1})", R"({"flag" :1})", R"({"flag": 1})", R"({"flag"1})"}) {
    CAPTURE(json);
    CHECK(code_of(decode<Inner>(json)) == ErrorCode::json);
  }
  CHECK(sentence(R"({"flag":1,"zzz":1})").find("zzz") != std::string::npos);
  CHECK(sentence(R"({"text":"x","flag":1})").find("flag") != std::string::npos);
  CHECK(sentence(R"({"flag":1,"flag":1})").find("flag") != std::string::npos);
  CHECK(fault_of_member(R"("titles":{"zh":"a","en":"b"})") == "E-JSON titles");
  CHECK(fault_of_member(R"("titles":{"en":"a","en":"b"})") == "E-JSON titles");
}

TEST_CASE("An object is split into the bytes of its members, those left out empty") {
  const std::string json = R"({"flag":-0,"text":"\/"})";  // split() looks at structure only
  const auto slices = take(split<Inner>(json));
  CHECK(slices[member_index<Inner>("flag")] == "-0");
  CHECK(slices[member_index<Inner>("text")] == R"("\/")");
  CHECK(take(split<Inner>("{}"))[0].empty());
  CHECK(take(split<Inner>(R"({"text":"x"})"))[member_index<Inner>("flag")].empty());
  CHECK(code_of(split<Inner>(R"({"text":"x","flag":1})")) == ErrorCode::json);
  CHECK(code_of(split<Inner>(R"({"other":1})")) == ErrorCode::json);
  CHECK(code_of(split<Inner>("[]")) == ErrorCode::json);
}

}  // namespace daybook::canonical_object_test
