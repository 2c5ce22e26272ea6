#include "projections/assistance.h"

#include "tests/story.h"

namespace daybook::assistance_test {

using namespace story;

TEST_CASE("18 States asked in the period or were carried over, with 38 answers to 9 of them") {
  const auto states = assistance(published().reg.now(), {day("2016-04-25"), day("2022-06-02")});
  REQUIRE(states.size() == 18);
  std::size_t requests = 0;
  std::size_t answers = 0;
  std::size_t answered = 0;
  for (const AssistanceOfState& state : states) {
    requests += state.requests.size();
    answers += state.answers.size();
    answered += state.answers.empty() ? 0 : 1;
  }
  CHECK(requests == 20);
  CHECK(answers == 38);
  CHECK(answered == 9);
  CHECK(states[0].stream == "state/BLZ");
  CHECK(states[4].stream == "state/GRD");
  CHECK(states[4].carried_over);
}

TEST_CASE("requests whose day is not known are counted where all of their days lie in the period") {
  const View now = published().reg.now();
  CHECK(requests_by_state(now, {std::nullopt, day("2016-04-24")}).size() == 15);
  CHECK(requests_by_state(now, {std::nullopt, day("2016-04-24")}).at("state/MEX") == 2);
  CHECK(requests_by_state(now, {day("2016-04-25"), day("2022-06-02")}).size() == 16);
  CHECK(requests_by_state(now, {day("2012-01-01"), day("2016-04-24")}).size() == 2);
}

TEST_CASE("the first day of a request") {
  CHECK(first_request(published().reg.now()) == day("2011-01-01"));
  CHECK_FALSE(first_request(published().reg.at(0)));
}

}  // namespace daybook::assistance_test
