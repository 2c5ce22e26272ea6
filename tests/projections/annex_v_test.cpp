#include "daybook/projections/annex.h"

#include "tests/projections/rebuilt.h"

namespace daybook::annex_v_test {

using namespace story;

namespace {

const AnnexRule& rule() {
  return *find_annex("v");
}

}  // namespace

TEST_CASE("annex V for the period of its title is this text") {
  check_rebuilt("annex-v", {std::nullopt, day("2022-06-02")});
}

TEST_CASE("a contact point that is dated stands from its day on, one without a day always, and none twice") {
  Story story;
  story.add("state/FRA", ContactPointNominated{{day("2020-05-01")}});
  story.add("state/FRA", ContactPointNominated{{day("2021-05-01")}});
  story.add("organization/imo", ContactPointNominated{});
  const Register reg = story.fold();
  const auto lines = [&](std::string_view to) {
    return lines_of(rule().rebuilt(reg.now(), {std::nullopt, day(to)}, Language::en));
  };
  CHECK(lines("2020-04-30").empty());
  CHECK(lines("2022-01-01") == std::vector<std::string>{"1.|France"});
}

}  // namespace daybook::annex_v_test
