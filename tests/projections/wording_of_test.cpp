#include "projections/wording_of.h"

#include "tests/story.h"

namespace daybook::wording_of_test {

using namespace story;

TEST_CASE("dates, place and parties stand in the language that is asked for") {
  const ActivityRecorded activity = made_activity("论坛", days("2023-03-01", "2023-03-02"));
  const CivilDate on = activity.dates.front().first;
  CHECK(dates_in(activity.dates, Language::zh) == "2023年3月1-2日");
  CHECK(dates_in(activity.dates, Language::en) == "1 and 2 March 2023");
  CHECK(place_in(activity.place, vocabulary(), on, Language::zh) == "维也纳");
  CHECK(place_in(activity.place, vocabulary(), on, Language::en) == "Vienna");
  CHECK(parties_in(activity.organizers, vocabulary(), on, Language::zh) == "欧安组织");
  CHECK(parties_in(activity.organizers, vocabulary(), on, Language::en) == "OSCE");
}

TEST_CASE("a title stands in its language, else in Chinese, else in English, else in any") {
  using Title = std::map<std::string, std::string>;
  CHECK(title_in({{"en", "Forum"}, {"zh", "论坛"}}, Language::en) == "Forum");
  CHECK(title_in({{"en", "Forum"}, {"zh", "论坛"}}, Language::zh) == "论坛");
  CHECK(title_in({{"zh", "论坛"}}, Language::en) == "论坛");
  CHECK(title_in({{"en", "Forum"}, {"fr", "Forum fr"}}, Language::zh) == "Forum");
  CHECK(title_in({{"fr", "Forum fr"}}, Language::en) == "Forum fr");
  CHECK(title_in(Title{}, Language::en) == "");
}

}  // namespace daybook::wording_of_test
