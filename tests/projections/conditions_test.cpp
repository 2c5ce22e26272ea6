#include "projections/conditions.h"

#include <random>

#include "tests/register/fed.h"
#include "tests/story.h"

namespace daybook::conditions_test {

using namespace story;

namespace {

std::size_t selected(const View& view, const std::vector<std::string>& conditions, const Period& period = {},
                     bool roll_up = false) {
  std::vector<Condition> read;
  for (const auto& condition : conditions)
    read.push_back(take(read_condition(condition, vocabulary())));
  Facets facets(view.of());
  std::size_t n = 0;
  Selection(view, facets, read, period, roll_up).for_each([&](VersionIndex) { ++n; });
  return n;
}

}  // namespace

TEST_CASE("without a condition everything that the view holds in the period is let through") {
  const Register& reg = published().reg;
  CHECK(selected(reg.now(), {}) == 230);
  CHECK(selected(reg.at(1), {}) == 1);
  CHECK(selected(reg.at(0), {}) == 0);
  CHECK(selected(reg.now(), {}, {day("2019-01-01"), day("2019-12-31")}) ==
        selected(reg.now(), {"year=2019"}));
}

TEST_CASE("conditions narrow each other, values of one widen it") {
  const View now = published().reg.now();
  CHECK(selected(now, {"kind=visit"}) == 25);
  CHECK(selected(now, {"kind=visit,joint-visit"}) == 30);
  CHECK(selected(now, {"kind=visit", "kind=joint-visit"}) == 0);
  CHECK(selected(now, {"kind=visit", "region=AFR"}) < 25);
}

TEST_CASE("two conditions on annexes hold together, though their column is made anew for each") {
  const View now = published().reg.now();
  CHECK(selected(now, {"annex=xviii", "annex=xix"}) == 58);
  CHECK(selected(now, {"annex=xix", "kind=visit", "annex=xviii"}) == 23);
}

TEST_CASE("a grouped selection leaves out what is not the first of its group, in whatever block it stands") {
  const Register& reg = published().reg;
  Facets facets(reg);
  const auto selected_as = [&](bool grouped) {
    std::vector<VersionIndex> versions;
    Selection(reg.now(), facets, {}, {}, false, grouped).for_each([&](VersionIndex v) {
      versions.push_back(v);
    });
    return versions;
  };
  auto listed = selected_as(false);
  std::erase(listed, VersionIndex{110});  // row 111
  CHECK(selected_as(true) == listed);
}

TEST_CASE("a value that no activity has lets nothing through") {
  CHECK(selected(published().reg.now(), {"organizer=mtcr"}) == 0);
  CHECK(selected(published().reg.now(), {"year=1999"}) == 0);
}

TEST_CASE("a branch meets a condition on its parent only when it is rolled up") {
  const View now = published().reg.now();
  CHECK(selected(now, {"organizer=ec"}, {}, true) >= selected(now, {"organizer=ec"}));
  CHECK(selected(now, {"organization=un"}, {}, true) == selected(now, {"organization=un"}));
  CHECK(selected(now, {"organizer=gctcc"}, {}, true) == selected(now, {"organizer=gctcc,gctcc-etcip"}));
}

TEST_CASE("in a long history, blocks that lie apart from the question are passed over and no others") {
  const unsigned seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  Register reg(vocabulary());
  const auto on = [](std::int32_t from) {
    return DateRange{CivilDate::from_days(from), CivilDate::from_days(from + 1)};
  };
  const auto stream_of = [](unsigned i) { return "activity/2023-vienna-" + std::to_string(i); };
  constexpr unsigned activities = 9'000;
  for (unsigned i = 0; i < activities; ++i)
    feed(reg, stream_of(i),
         made_activity("论坛", on(static_cast<std::int32_t>(15'000 + i + random() % 500))));
  for (unsigned i = 0; i < 6'000; ++i)
    feed(reg, stream_of(i),
         ActivityAmended{
             {"{\"dates\":" + encode(std::vector{on(static_cast<std::int32_t>(15'000 + random() % 9'000))}) +
              "}"}});
  Facets facets(reg);
  for (int i = 0; i < 50; ++i) {
    const View view = reg.at(static_cast<EventCount>(random() % (reg.size() + 1)));
    const auto from = static_cast<std::int32_t>(15'000 + random() % 9'000);
    const Period period{CivilDate::from_days(from),
                        CivilDate::from_days(from + static_cast<std::int32_t>(random() % 3'000))};
    std::vector<VersionIndex> expected;
    for_each_version(view, period, [&](VersionIndex v) { expected.push_back(v); });
    std::vector<VersionIndex> selected;
    Selection(view, facets, {}, period, false).for_each([&](VersionIndex v) { selected.push_back(v); });
    REQUIRE(selected == expected);
  }
}

}  // namespace daybook::conditions_test
