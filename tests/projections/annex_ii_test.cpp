#include "daybook/projections/annex.h"

#include "tests/projections/rebuilt.h"

namespace daybook::annex_ii_test {

using namespace story;

namespace {

const AnnexRule& rule() {
  return *find_annex("ii");
}

}  // namespace

TEST_CASE("annex II for the period of its title is this text") {
  check_rebuilt("annex-ii", {std::nullopt, day("2022-06-02")});
}

TEST_CASE("whoever has reported by the end of the period is not in it, and who joined later is not either") {
  const auto size = [](std::string_view to) {
    return lines_of(rule().rebuilt(published().reg.now(), {std::nullopt, day(to)}, Language::zh)).size();
  };
  CHECK(size("2022-06-02") == 8);
  CHECK(size("2016-04-24") == 17);
  CHECK(
      lines_of(rule().rebuilt(Register(vocabulary()).now(), {std::nullopt, day("2022-06-02")}, Language::zh))
          .size() == 193);
  CHECK(
      lines_of(rule().rebuilt(Register(vocabulary()).now(), {std::nullopt, day("2004-04-28")}, Language::zh))
          .size() == 191);  // before Montenegro and South Sudan
}

TEST_CASE("when the period begins does not matter") {
  const View now = published().reg.now();
  CHECK(lines_of(rule().rebuilt(now, {day("2022-01-01"), day("2022-06-02")}, Language::zh)) ==
        lines_of(rule().rebuilt(now, {std::nullopt, day("2022-06-02")}, Language::zh)));
}

}  // namespace daybook::annex_ii_test
