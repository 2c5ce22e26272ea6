#include "projections/figure_answer.h"

#include "tests/story.h"

namespace daybook::figure_answer_test {

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
  const Register empty(vocabulary());
  Facets facets(empty);
  for (const std::string question : {"count", "count experts", "count non-reporting-states --to 2022-06-02"})
    CHECK_FALSE(answer(empty.now(), facets, take(read_figure_question(question, vocabulary()))));
}

TEST_CASE("a question about requests is about those of annex IV, unless it asks for a review") {
  CHECK(answered("count assistance-requests") == 20);
  CHECK(answered("count assistance-requesting-states") == 18);
  CHECK(answered("count assistance-requesting-states --where period=previous") == 15);
  CHECK(answered("count assistance-requesting-states --where period=current") == 16);
}

TEST_CASE("facts that are no activities are counted by their facets and days") {
  CHECK(answered("count reports --where first=yes --from 2016-01-01 --to 2022-06-02") == 9);
  CHECK(answered("distinct state reports --to 2022-06-02 --at-least 6 --at-most 6") == 7);
  CHECK(answered("count non-reporting-states --to 2016-04-24") == 17);
  CHECK(answered("distinct working-group coordinators") == 4);
  CHECK(behind("count action-plans --where state=KGZ --from 2016-01-01").size() == 2);
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

}  // namespace daybook::figure_answer_test
