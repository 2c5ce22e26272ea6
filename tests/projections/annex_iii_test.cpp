#include "daybook/projections/annex.h"

#include "tests/projections/rebuilt.h"

namespace daybook::annex_iii_test {

using namespace story;

namespace {

const AnnexRule& rule() {
  return *find_annex("iii");
}

}  // namespace

TEST_CASE("annex III for the period of its title is this text") {
  check_rebuilt("annex-iii", {std::nullopt, day("2022-06-02")});
}

TEST_CASE("the plans of a period stand under their States") {
  const Table table =
      rule().rebuilt(published().reg.now(), {day("2022-01-01"), day("2022-12-31")}, Language::zh);
  CHECK(lines_of(table) == std::vector<std::string>{"1.|博茨瓦纳|2022年4月22日",
                                                    "2.|吉尔吉斯斯坦|2022年3月3日", "3.|蒙古|2022年4月25日"});
  CHECK_FALSE(prints_heads(table));
}

}  // namespace daybook::annex_iii_test
