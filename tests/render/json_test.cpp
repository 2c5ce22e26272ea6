#include <doctest/doctest.h>
#include <fmt/format.h>

#include "daybook/render/render.h"

#include "tests/golden.h"
#include "tests/render/sample.h"

namespace daybook::json_test {

namespace {

std::string written(const std::string& text) {
  return render_json(Value{text});
}

}  // namespace

TEST_CASE("annexes and a count as JSON") {
  check_golden("tests/render/golden/annex-xviii.json", render_json(sample::annex_xviii()));
  check_golden("tests/render/golden/annex-xix.json", render_json(sample::annex_xix()));
  check_golden("tests/render/golden/count.json", render_json(sample::count_by_year()));
  check_golden("tests/render/golden/empty.json", render_json(Table{}));
}

TEST_CASE("only what must be escaped is") {
  CHECK(written("裁军事务厅/é") == "\"裁军事务厅/é\"\n");
  CHECK(written("a\"b\\c") == "\"a\\\"b\\\\c\"\n");
  CHECK(written("a\tb\nc") == "\"a\\tb\\nc\"\n");
  CHECK(written(std::string("\0\x1b", 2)) == "\"\\u0000\\u001b\"\n");
  CHECK(written("\xFF") == "\"\xEF\xBF\xBD\"\n");
}

TEST_CASE("what a terminal would obey is escaped, which a parser undoes") {
  CHECK(written("\xC2\x9B") == "\"\\u009b\"\n");
  CHECK(written("\xE2\x80\xAE") == "\"\\u202e\"\n");
}

TEST_CASE("a tree: members a line each, objects of a list a line each, the rest inline") {
  using Object = Value::Object;
  using List = Value::List;
  const Value first{Object{{"id", Value{"a1"}}, {"places", Value{List{Value{"维也纳"}, Value{"纽约"}}}}}};
  const Value second{Object{{"id", Value{"a2"}}, {"revision", Value{std::int64_t{-3}}}, {"more", first}}};
  const Value answer{Object{{"total", Value{std::int64_t{2}}},
                            {"years", Value{List{Value{"2016"}, Value{"2017"}}}},
                            {"activities", Value{List{first, second}}},
                            {"none", Value{List{}}}}};
  check_golden("tests/render/golden/tree.json", render_json(answer));
  CHECK(render_json(Value{List{first, first}}) ==
        "[\n  {\"id\": \"a1\", \"places\": [\"维也纳\", \"纽约\"]},\n"
        "  {\"id\": \"a1\", \"places\": [\"维也纳\", \"纽约\"]}\n]\n");
  CHECK(render_json(Value{List{}}) == "[]\n");
  CHECK(render_json(Value{Object{}}) == "{}\n");
  CHECK(render_json(Value{std::int64_t{227}}) == "227\n");
}

TEST_CASE("a list whose objects are made when they are printed reads as one that holds them, however long") {
  const auto object = [](std::size_t i) {
    return Value{Value::Object{{"id", Value{fmt::format("2016-vienna-{}", i)}}, {"none", Value{}}}};
  };
  for (const std::size_t size : {0U, 1U, 3U, 4'000U, 9'999U}) {
    CAPTURE(size);
    Value::List held;
    for (std::size_t i = 0; i < size; ++i)
      held.push_back(object(i));
    const Value made{MadeList{size, object}};
    CHECK(render_json(made) == render_json(Value{held}));
    const auto nested = [](Value list) { return Value{Value::Object{{"a", std::move(list)}}}; };
    CHECK(render_json(nested(made)) == render_json(nested(Value{held})));
    CHECK(render_json(Value{Value::List{nested(made)}}) ==
          render_json(Value{Value::List{nested(Value{held})}}));
  }
}

}  // namespace daybook::json_test
