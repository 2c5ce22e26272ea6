#include "daybook/event/canonical_skip.h"

#include <string>

#include <doctest/doctest.h>

#include "daybook/event/activity_parts.h"

namespace daybook::canonical_skip_test {

TEST_CASE("a flat value ends at its own bracket, not at one within a string") {
  const auto skipped = [](const std::string& value, const std::string& after, char close) {
    const std::string bytes = value + after;
    return json::skip_flat(bytes.data(), bytes.data() + bytes.size(), close) == bytes.data() + value.size();
  };
  for (const char* list : {R"([])", R"(["a"])", R"(["a]","b"])", R"(["],\"kind"])", R"(["]","],","kind"])",
                           R"([{"organization":"osce"},{"text":"x],"},{"mark":"c","text":"y]"}])"})
    for (const char* after : {R"(,"kind":"visit"})", "}", "", R"(,"z")"}) {
      CAPTURE(list);
      CAPTURE(after);
      CHECK(skipped(list, after, ']'));
    }
  CHECK(skipped(R"({"city":"vienna","text":"a},\"b"})", R"(,"role":1})", '}'));
  CHECK(skipped(R"({"states":["AUT"],"text":"}"})", R"(,"role":1})", '}'));
}

TEST_CASE("what is no flat value is skipped as any value is, or not at all") {
  const std::string open = R"(["a","b")";
  CHECK(json::skip_flat(open.data(), open.data() + open.size(), ']') == nullptr);
  const std::string text = R"("a],","kind":1)";
  CHECK(json::skip_flat(text.data(), text.data() + text.size(), ']') == text.data() + 5);
}

TEST_CASE("which types are flat is told by their members") {
  CHECK(json::is_flat_list<std::vector<std::string>>);
  CHECK(json::is_flat_list<std::vector<Party>>);
  CHECK(!json::is_flat_list<std::vector<DateRange>>);
  CHECK(!json::is_flat_list<std::vector<Place>>);
  CHECK(json::is_flat_object<Place>);
  CHECK(json::is_flat_object<json::StringMap>);
  CHECK(!json::is_flat_object<DateRange>);
}

}  // namespace daybook::canonical_skip_test
