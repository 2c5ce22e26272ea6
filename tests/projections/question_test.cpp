#include "daybook/projections/question.h"

#include "tests/story.h"

namespace daybook::question_test {

using namespace story;

namespace {

std::string held(const View& view, const Period& period) {
  std::vector<VersionIndex> versions;
  for_each_version(view, period, [&](VersionIndex v) { versions.push_back(v); });
  sort_by_date(view.of(), versions);
  std::string ids;
  for (const VersionIndex v : versions)
    ids += std::string(view.of().activity_id(view.of().versions().activity[v])) + " ";
  return ids;
}

}  // namespace

TEST_CASE("a period holds both its ends, and has none where none is given") {
  const Period may{day("2016-05-01"), day("2016-05-31")};
  CHECK_FALSE(may.holds(day("2016-04-30")));
  CHECK(may.holds(day("2016-05-01")));
  CHECK(may.holds(day("2016-05-31")));
  CHECK_FALSE(may.holds(day("2016-06-01")));
  CHECK(Period{}.holds(day("1900-01-01")));
  CHECK(Period{day("2016-05-01"), {}}.holds(day("2199-12-31")));
  CHECK_FALSE(Period{{}, day("2016-05-01")}.holds(day("2016-05-02")));
}

TEST_CASE("activities stand by first day, then last day, then the order of recording") {
  Story story;
  story.record("late", made_activity("甲", days("2023-03-02", "2023-03-02")));
  story.record("long", made_activity("乙", days("2023-03-01", "2023-03-09")));
  story.record("short-2", made_activity("丙", days("2023-03-01", "2023-03-01")));
  story.record("short-1", made_activity("丁", days("2023-03-01", "2023-03-01")));
  story.record("early", made_activity("戊", days("2022-12-31", "2023-03-31")));
  const Register reg = story.fold();
  CHECK(held(reg.now(), {}) == "early short-2 short-1 long late ");
  CHECK(held(reg.at(3), {}) == "short-2 long late ");
  CHECK(held(reg.now(), {day("2023-03-01"), day("2023-03-01")}) == "short-2 short-1 long ");
  CHECK(held(reg.now(), {day("2023-01-01"), {}}) == "short-2 short-1 long late ");
  CHECK(held(reg.now(), {{}, day("2022-12-31")}) == "early ");
}

TEST_CASE("an activity that was corrected keeps its place among those of its day") {
  Story story;
  story.record("first", made_activity("甲", days("2023-03-01", "2023-03-01")));
  story.record("second", made_activity("乙", days("2023-03-01", "2023-03-01")));
  story.record("third", made_activity("丙", days("2023-03-02", "2023-03-02")));
  story.add("activity/first", ActivityAmended{{R"({"title":{"zh":"甲甲"}})"}});
  story.add("activity/third", ActivityAmended{{R"({"dates":[["2023-03-01","2023-03-01"]]})"}});
  CHECK(held(story.fold().now(), {}) == "first second third ");
}

TEST_CASE("a language has its tag") {
  CHECK(tag(Language::zh) == "zh");
  CHECK(tag(Language::en) == "en");
}

}  // namespace daybook::question_test
