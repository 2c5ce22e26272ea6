#include "projections/conditions.h"

#include "tests/story.h"

namespace daybook {

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

}  // namespace daybook
