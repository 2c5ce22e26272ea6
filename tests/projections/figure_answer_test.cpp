#include "projections/figure_answer.h"

#include "tests/story.h"

namespace daybook {

using namespace story;

namespace {

std::optional<std::uint64_t> answered(const std::string& question) {
  Facets facets(published().reg);
  return answer(published().reg.now(), facets, take(read_figure_question(question, vocabulary())));
}

std::vector<Item> behind(const std::string& question) {
  Facets facets(published().reg);
  return rows_behind(published().reg.now(), facets, take(read_figure_question(question, vocabulary())),
                     Language::en);
}

}  // namespace

TEST_CASE("a question about activities is answered as a count is") {
  CHECK(answered("count") == 230);
  CHECK(answered("count --where annex=xviii") == 227);
  CHECK(answered("count --where annex=xviii --grouped") == 226);
  CHECK(answered("count --where kind=visit --from 2016-04-25 --to 2022-06-02") == 24);
  CHECK(answered("count --where year=1999") == 0);
}

TEST_CASE("distinct counts the values, those alone that so many activities have") {
  CHECK(answered("distinct year") == 7);
  CHECK(answered("distinct kind --at-least 22") == 3);  // outreach, visits, other activities
  CHECK(answered("distinct kind --at-least 5 --at-most 9") == 2);
  CHECK(answered("distinct state --where kind=visit --from 2016-01-01 --to 2017-12-31 --at-least 2") == 2);
}

TEST_CASE("by a facet, only what has a value in it is counted") {
  const auto with_states = answered("count --by state").value();
  CHECK(with_states > 0);
  CHECK(with_states < 230);
  CHECK(with_states == behind("count --by state").size());
}

TEST_CASE("what the log holds nothing of is not answered") {
  CHECK_FALSE(answered("count experts"));
  const Register empty(vocabulary());
  Facets facets(empty);
  CHECK_FALSE(answer(empty.now(), facets, take(read_figure_question("count", vocabulary()))));
}

TEST_CASE("the rows behind an answer are those counted, in the order of dates") {
  const auto rows = behind("count --where kind=joint-visit");
  REQUIRE(rows.size() == 5);
  CHECK(answered("count --where kind=joint-visit") == 5);
  for (std::size_t i = 1; i < rows.size(); ++i)
    CHECK(rows[i - 1].date <= rows[i].date);
  CHECK_FALSE(rows[0].id.empty());
  CHECK_FALSE(rows[0].words.empty());
}

}  // namespace daybook
