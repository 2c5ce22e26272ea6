#include "daybook/event/canonical_json.h"

#include <limits>
#include <random>
#include <string>
#include <vector>

#include "tests/event/sample.h"

namespace daybook::canonical_json_test {

using namespace test;

TEST_CASE("A value of every kind is written in the one canonical way") {
  CHECK(
      encode(full_sample()) ==
      R"({"colour":"deep-blue","colours":["deep-blue",""],"count":-7,"counts":[0,1,-1],"day":"2016-05-04",)"
      R"("days":["2016-05-04","2016-05-06"],"inner":{"flag":1,"text":"x"},"inners":[{"flag":0},{"flag":2,"text":"y"}],)"
      R"("raw":{"any":["thing",1]},"spans":[["2016-05-04","2016-05-06"],["2020-02-29","2020-02-29"]],)"
      R"("text":"维也纳 \"quoted\" \\ /\n\tend","texts":["","é","\u0000\u001f\b\f\r"],"titles":{"en":"Visit","zh":"访问"}})");
}

TEST_CASE("A value that is all empty is written without the members that go without saying") {
  CHECK(encode(Sample{}) == least_sample);
}

TEST_CASE("Nothing at all is written with its brackets when it stands alone") {
  CHECK(encode(std::vector<std::string>{}) == "[]");
  CHECK(encode(json::StringMap{}) == "{}");
  CHECK(encode(std::vector<json::StringMap>{{}}) == "[{}]");
}

TEST_CASE("What was written is read again as it was") {
  CHECK(take(decode<Sample>(encode(full_sample()))) == full_sample());
  CHECK(take(decode<Sample>(encode(Sample{}))) == Sample{});
}

TEST_CASE("The integers that every reader takes exactly are written and read, and no others") {
  for (const std::int64_t number :
       {-json::integer_max, std::int64_t{-1}, std::int64_t{0}, std::int64_t{10}, json::integer_max}) {
    Sample sample;
    sample.count = number;
    CHECK(take(decode<Sample>(encode(sample))).count == number);
  }
  for (const std::int64_t number :
       {-json::integer_max - 1, json::integer_max + 1, std::numeric_limits<std::int64_t>::max()}) {
    Sample sample;
    sample.count = number;
    CHECK(fault(encode(sample)) == "E-JSON count");
  }
}

TEST_CASE("The keys of texts are of visible ASCII") {
  for (const std::string key : {"", " ", "a b", "\\u001f", "\\n", "\\\"", "\\\\", "\x7F", "é"}) {
    CAPTURE(key);
    CHECK(fault_of_member("\"titles\":{\"" + key + "\":\"x\"}") == "E-JSON titles");
  }
}

TEST_CASE("Integers have one spelling, and there are no other numbers, booleans or null") {
  for (const std::string value : {"01",
                                  "-0",
                                  "-01",
                                  "00",
                                  "+1",
                                  "1.0",
                                  "1.",
                                  ".5",
                                  "1e2",
                                  "1E2",
                                  "-",
                                  "--1",
                                  "1-2",
                                  "1 ",
                                  "0x1",
                                  "Infinity",
                                  "NaN",
                                  "true",
                                  "false",
                                  "null",
                                  "9223372036854775808",
                                  "-9223372036854775809",
                                  "\"1\"",
                                  "[1]",
                                  "{}",
                                  "\"\""}) {
    CAPTURE(value);
    const std::string said = fault_of_member("\"count\":" + value);
    CHECK((said == "E-JSON count" || said == "E-JSON "));  // `true` is not even the beginning of a value
  }
  for (const std::string value : {"01", "-0", "1-2", "9223372036854775808", "\"1\"", "[1]", "{}"}) {
    CAPTURE(value);
    CHECK(fault_of_member("\"count\":" + value) == "E-JSON count");
  }
}

TEST_CASE("Strings have one spelling") {
  for (const std::string value :
       {R"("\/")",     R"("\u0041")", R"("\u000A")", R"("\u000a")",       R"("\u0008")", R"("\u0022")",
        R"("\u005c")", R"("\u001F")", R"("\u00e9")", R"("\uD83D\uDE00")", R"("\u1")",    R"("\u")",
        R"("\x41")",   R"("\'")",     R"("\N")",     R"("\ ")",           "\"\n\"",      "\"\t\"",
        R"(7)",        R"([])",       R"({})",       "\"\x01\"",          R"("")"}) {
    CAPTURE(value);
    CHECK(fault_of_member("\"text\":" + value) == "E-JSON text");
  }
  CHECK(fault_of_member(R"("text":"a"b")").starts_with("E-JSON"));
  CHECK(fault_of_member(R"("text":"\")").starts_with("E-JSON"));
  CHECK(fault_of_member(R"("text":'a')").starts_with("E-JSON"));
}

TEST_CASE("Days and ranges of days are strings of the calendar's days") {
  struct Case {
    std::string member;
    std::string fault;
  };
  for (const auto& [member, expected] : {
           Case{R"("day":"2016-05-4")", "E-JSON day"},
           Case{R"("day":12016-05-041)", "E-JSON day"},
           Case{R"("day":-2016-05-04-)", "E-JSON day"},
           Case{R"("day":[2016-05-04])", "E-JSON day"},
           Case{R"("day":{2016-05-04})", "E-JSON day"},
           Case{R"("day":20160504)", "E-JSON day"},
           Case{R"("day":"2016/05/04")", "E-DATE day"},
           Case{R"("day":"2016-02-30")", "E-DATE day"},
           Case{R"("days":["2016-05-04"])", "E-JSON days"},
           Case{R"("days":["2016-05-04","2016-05-06","2016-05-07"])", "E-JSON days"},
           Case{R"("days":["2016-05-04", "2016-05-06"])", "E-JSON days"},
           Case{R"("days":"2016-05-04")", "E-JSON days"},
           Case{R"("days":["2015-02-29","2016-05-06"])", "E-DATE days"},
           Case{R"("days":["2016-05-04","2015-02-29"])", "E-DATE days"},
           Case{R"("spans":["2016-05-04","2016-05-06"])", "E-JSON spans"},
       }) {
    CAPTURE(member);
    CHECK(fault_of_member(member) == expected);
  }
}

TEST_CASE("A value of an enumeration is one of its names, and says which there are") {
  for (const std::string value :
       {R"("blue")", R"("DEEP-BLUE")", R"("deep-blue )", R"(1)", R"("red","x")", R"([])"}) {
    CAPTURE(value);
    CHECK(fault_of_member("\"colour\":" + value).starts_with("E-JSON"));
  }
  CHECK(error_of(decode<Sample>(with_member(R"("colour":"blue")"))).sentence ==
        "\"blue\" is not one of: , red, deep-blue");
  CHECK(code_of(decode<Colour>("\"redx")) == ErrorCode::json);
  CHECK(code_of(decode<Colour>("xred\"")) == ErrorCode::json);
  CHECK(code_of(decode<Colour>("")) == ErrorCode::json);
}

TEST_CASE("There is no white space, and nothing before or after the value") {
  const std::string json = encode(full_sample());
  for (const char space : {' ', '\n', '\r', '\t'}) {
    bool in_string = false;
    for (std::size_t at = 0; at <= json.size(); ++at) {
      if (!in_string) {
        const std::string spaced = json.substr(0, at) + space + json.substr(at);
        // What a RawJson holds is kept as it is; whoever stores it checks it.
        if (const auto value = decode<Sample>(spaced); value && value->raw == full_sample().raw)
          FAIL_CHECK(spaced);
      }
      if (at < json.size() && json[at] == '"' && json[at - 1] != '\\') in_string = !in_string;
    }
  }
  CHECK(fault(json + "{}").starts_with("E-JSON"));
  CHECK(fault(json + json).starts_with("E-JSON"));
  CHECK(fault("\xEF\xBB\xBF" + json).starts_with("E-JSON"));
}

TEST_CASE("Brackets that do not match are refused") {
  for (const std::string json :
       {"", "{", "}", "[", "[]", "{]", "[}", "\"", "\"\"", "1", "{\"", "{\"}", "{,}", "{{}}", "{}}"}) {
    CAPTURE(json);
    CHECK(fault(json).starts_with("E-JSON"));
  }
  for (const std::string member :
       {R"("counts":[1)",           R"("counts":[1}])",          R"("counts":1])",
        R"("counts":[1,])",         R"("counts":[,1])",          R"("counts":[1,,2])",
        R"("counts":[1 2])",        R"("counts":{1})",           R"("texts":["a"]])",
        R"("texts":["a")",          R"("texts":["a])",           R"("inners":[{"flag":1])",
        R"("inners":[{"flag":1]])", R"("inners":[{"flag":1}}])", R"("inners":[{"flag":1,}])",
        R"("titles":{"en"})",       R"("titles":{"en":})",       R"("titles":{"en":"a",})",
        R"("titles":{"en":"a")",    R"("titles":["en","a"])",    R"("titles":{"en":"a"]})",
        R"("titles":{en:"a"})"}) {
    CAPTURE(member);
    CHECK(fault_of_member(member).starts_with("E-JSON"));
  }
}

TEST_CASE("A hundred thousand brackets are refused and bring nothing down") {
  const std::size_t depth = 100'000;
  for (const std::string& bomb :
       {std::string(depth, '['), std::string(depth, '{'), std::string(depth, '[') + std::string(depth, ']'),
        std::string(depth, '{') + std::string(depth, '}')}) {
    CHECK(fault(bomb).starts_with("E-JSON"));
    for (const char* member : {"count", "texts", "inners", "titles", "spans", "text", "day"})
      CHECK(fault_of_member("\"" + std::string(member) + "\":" + bomb).starts_with("E-JSON"));
  }
}

TEST_CASE("Cut off at any byte, a value is refused") {
  const std::string json = encode(full_sample());
  for (std::size_t length = 0; length < json.size(); ++length)
    if (!fault(std::string_view(json).substr(0, length)).starts_with("E-JSON"))
      FAIL_CHECK(json.substr(0, length));
}

TEST_CASE("With any byte changed to any other, a value is refused or is read as what those bytes say") {
  const std::string json = encode(full_sample());
  for (std::size_t at = 0; at < json.size(); ++at)
    for (int byte = 0; byte < 256; ++byte) {
      std::string changed = json;
      changed[at] = static_cast<char>(byte);
      const auto value = decode<Sample>(changed);
      if (value && encode(*value) != changed) FAIL_CHECK(at << ": " << changed);
    }
}

TEST_CASE("Whatever the bytes, what is read is written as it was") {
  const auto seed = std::random_device()();
  CAPTURE(seed);
  std::mt19937 chance(seed);
  const std::vector<std::string> pieces{"{",
                                        "}",
                                        "[",
                                        "]",
                                        ",",
                                        ":",
                                        "\"",
                                        "\\",
                                        "0",
                                        "1",
                                        "-",
                                        "x",
                                        "\"flag\"",
                                        "\"text\"",
                                        "\"en\"",
                                        " ",
                                        "\n",
                                        "\\u000a",
                                        "{\"flag\":1}",
                                        "\"2016-05-04\"",
                                        "维"};
  const auto agrees = [](const auto& value, const std::string& bytes) {
    return !value || encode(*value) == bytes;
  };
  for (int round = 0; round < 50'000; ++round) {
    std::string bytes;
    for (std::size_t count = chance() % 10; count > 0; --count)
      bytes += pieces[chance() % pieces.size()];
    if (!agrees(decode<Inner>(bytes), bytes) || !agrees(decode<std::vector<Inner>>(bytes), bytes) ||
        !agrees(decode<json::StringMap>(bytes), bytes) || !agrees(decode<std::string>(bytes), bytes) ||
        !agrees(decode<std::vector<std::int64_t>>(bytes), bytes) ||
        !agrees(decode<CivilDate>(bytes), bytes) || !agrees(decode<std::vector<std::string>>(bytes), bytes) ||
        !agrees(decode<Colour>(bytes), bytes))
      FAIL_CHECK(bytes);
  }
}

TEST_CASE("Random values are read again as they were, and equal values have equal bytes") {
  const auto seed = std::random_device()();
  CAPTURE(seed);
  std::mt19937 chance(seed);
  for (int round = 0; round < 5'000; ++round) {
    const Sample sample = random_sample(chance);
    const std::string json = encode(sample);
    const auto again = decode<Sample>(json);
    if (!again || *again != sample || encode(*again) != json) FAIL_CHECK(json);
  }
}

TEST_CASE("A value ends where its string or its brackets do, or its digits") {
  const auto length = [](std::string_view bytes) {
    const char* past = json::skip_value(bytes.data(), bytes.data() + bytes.size());
    return past == nullptr ? -1 : static_cast<int>(past - bytes.data());
  };
  CHECK(length("12,") == 2);
  CHECK(length(R"("a","b")") == 3);
  CHECK(length(R"("a\"b\\",1)") == 8);
  CHECK(length(R"(["]",{"}":1}],2)") == 13);
  CHECK(length(R"("a string of more than sixteen bytes \" with a quotation mark",1)") == 62);
  for (const char* none : {"", ",", "}", "\"", "\"a\\", "\"a\\\"", "[", "[\"]", "{\"a\":[}", "true",
                           "\"more than sixteen bytes without an end \\"}) {
    CAPTURE(none);
    CHECK(length(none) == -1);
  }
}

TEST_CASE("A value is read over another as if it were new") {
  const auto seed = std::random_device()();
  CAPTURE(seed);
  std::mt19937 chance(seed);
  Sample used;
  for (int round = 0; round < 5'000; ++round) {
    const Sample sample = random_sample(chance);
    if (!decode_over(used, encode(sample)) || used != sample) FAIL_CHECK(encode(sample));
  }
}

TEST_CASE(
    "Whichever byte is changed: what is still taken is what is written for its value, and what is refused is "
    "so "
    "for the reason that the slow way has") {
  const Sample full = full_sample();
  Sample plain = full;  // without escapes
  plain.text = "维也纳, a string of more than sixteen bytes";
  plain.texts = {"", "é"};
  Sample used;
  for (const std::string& json : {encode(full), encode(plain)})
    for (std::size_t at = 0; at < json.size(); ++at)
      for (const char byte : {'"', '\\', ',', ':', '[', ']', '{', '}', '0', '-', 'a', '\0', '\x1F', '\x80'}) {
        std::string changed = json;
        changed[at] = byte;
        CAPTURE(changed);
        const auto quick = decode_over(used, changed);
        const auto slow = json::read<Sample>(changed);
        REQUIRE(said(quick) == said(slow));
        if (quick && (used != *slow || encode(used) != changed)) FAIL("another value");
      }
}

TEST_CASE("Wherever the bytes end, what is left of them is refused") {
  const std::string json = encode(full_sample());
  for (std::size_t size = 0; size < json.size(); ++size)
    CHECK(code_of(decode<Sample>(std::string(json, 0, size))) == ErrorCode::json);
  CHECK(code_of(decode<Sample>({})) == ErrorCode::json);
}

}  // namespace daybook::canonical_json_test
