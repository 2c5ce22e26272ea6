#include "daybook/event/merge_patch.h"

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "tests/base/outcome.h"

namespace daybook::merge_patch_test {

using namespace test;

TEST_CASE("merge_patch does what RFC 7396 appendix A shows, as far as canonical JSON goes") {
  struct Example {
    std::string target, patch, merged;
  };
  for (const Example& example : std::vector<Example>{
           {R"({"a":"b"})", R"({"a":"c"})", R"({"a":"c"})"},
           {R"({"a":"b"})", R"({"b":"c"})", R"({"a":"b","b":"c"})"},
           {R"({"a":"b"})", R"({"a":null})", R"({})"},
           {R"({"a":"b","b":"c"})", R"({"a":null})", R"({"b":"c"})"},
           {R"({"a":["b"]})", R"({"a":"c"})", R"({"a":"c"})"},
           {R"({"a":"c"})", R"({"a":["b"]})", R"({"a":["b"]})"},
           {R"({"a":{"b":"c"}})", R"({"a":{"b":"d","c":null}})", R"({"a":{"b":"d"}})"},
           {R"({"a":[{"b":"c"}]})", R"({"a":[1]})", R"({"a":[1]})"},
           {R"(["a","b"])", R"(["c","d"])", R"(["c","d"])"},
           {R"({"a":"b"})", R"(["c"])", R"(["c"])"},
           {R"({"a":"foo"})", "null", "null"},
           {R"([1,2])", R"({"a":"b","c":null})", R"({"a":"b"})"},
           {R"({})", R"({"a":{"bb":{"ccc":null}}})", R"({})"},
           {R"({"a":"}\"{","z":-1})", R"({"m":"\\"})", R"({"a":"}\"{","m":"\\","z":-1})"},
       }) {
    CAPTURE(example.target);
    CAPTURE(example.patch);
    CHECK(take(merge_patch(example.target, example.patch)) == example.merged);
  }
}

TEST_CASE("patch_between is the patch that makes one of the other") {
  for (const std::string before : {R"({})", R"({"a":"b"})", R"({"a":{"b":"c","d":"e"},"z":[1]})"})
    for (const std::string after : {R"({})", R"({"a":"b"})", R"({"a":{"b":"x","f":"g"},"y":2})"}) {
      CAPTURE(before);
      CAPTURE(after);
      const auto patch = take(patch_between(before, after));
      CHECK(take(merge_patch(before, patch)) == after);
      CHECK((patch == "{}") == (before == after));
    }
  CHECK(take(patch_between(R"({"a":{"b":"c","d":"e"}})", R"({"a":{"b":"c"}})")) == R"({"a":{"d":null}})");
}

TEST_CASE("broken bytes are refused") {
  for (const std::string broken : {"{", R"({"a"})", R"({"a":})", R"({"a":1,})", R"({"b":1,"a":2})",
                                   R"({"a":1,"a":2})", R"({"a":nul})", R"({"a":1}x)"}) {
    CAPTURE(broken);
    CHECK(code_of(merge_patch(broken, "{}")) == ErrorCode::json);
    CHECK(code_of(merge_patch("{}", broken)) == ErrorCode::json);
    CHECK(code_of(patch_between(broken, "{}")) == ErrorCode::json);
  }
}

}  // namespace daybook::merge_patch_test
