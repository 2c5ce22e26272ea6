#include "daybook/register/fold.h"

#include <random>

#include "tests/story.h"

namespace daybook::fold_test {

using namespace story;

namespace {

// 1,500 activities, each with a listing after it at some distance: 3,000 events and more, in six chunks of
// the fold.
struct Made {
  Story story;
  unsigned seed = std::random_device{}();

  Made() {
    std::mt19937 random(seed);
    std::vector<NewEvent> events;
    const std::vector<std::string> states{"MNG", "AUT", "CHE", "PER", "KEN", "KGZ"};
    const std::vector<std::string> bodies{"osce", "oda", "committee", "unlirec", "iaea"};
    const auto number = [](std::size_t i) { return std::to_string(i); };
    for (std::size_t i = 0; i < 1'500; ++i) {
      const auto first = CivilDate::from_days(static_cast<std::int32_t>(16'000 + random() % 3'000));
      ActivityRecorded activity = made_activity("第" + number(i) + "次论坛", {first, first});
      activity.states = {states[random() % states.size()]};
      activity.organizers[0].organization = bodies[random() % bodies.size()];
      activity.kind = static_cast<Kind>(random() % 6);
      events.push_back(made_event("activity/2023-vienna-" + number(i), activity));
      if (i >= 700)
        events.push_back(made_event("activity/2023-vienna-" + number(i - 700),
                                    made_listing("S/2023/1", "xviii", static_cast<std::int64_t>(i))));
      if (i >= 700)
        events.push_back(made_event("activity/2023-vienna-" + number(i - 700),
                                    made_listing("S/2024/1", "xix", static_cast<std::int64_t>(i))));
    }
    story.append(events);
  }
};

void check_equal(const Register& a, const Register& b) {
  REQUIRE(a.size() == b.size());
  const VersionColumns& left = a.versions();
  const VersionColumns& right = b.versions();
  CHECK(left.activity == right.activity);
  CHECK(left.from == right.from);
  CHECK(left.to == right.to);
  CHECK(left.first_day == right.first_day);
  CHECK(left.last_day == right.last_day);
  CHECK(left.content == right.content);
  REQUIRE(a.listings().size() == b.listings().size());
  for (std::size_t i = 0; i < a.listings().size(); ++i) {
    REQUIRE(a.listings()[i].activity == b.listings()[i].activity);
    REQUIRE(a.listings()[i].position == b.listings()[i].position);
    REQUIRE(a.listings()[i].data == b.listings()[i].data);
  }
  for (ActivityIndex index = 0; index < left.activity.size(); ++index) {
    REQUIRE(a.activity_id(index) == b.activity_id(index));
    REQUIRE(a.revision_of(index) == b.revision_of(index));
  }
}

}  // namespace

TEST_CASE("the fold on 1, 2, 4 or 8 threads, or as many as there are, gives one register") {
  Made made;
  MESSAGE("seed " << made.seed);
  const Register one = made.story.fold(1);
  REQUIRE(one.size() == 3'100);
  REQUIRE(one.versions().activity.size() == 1'500);
  for (const unsigned threads : {1U, 2U, 4U, 8U, 0U}) {
    CAPTURE(threads);
    check_equal(one, made.story.fold(threads));
  }
}

TEST_CASE("an empty log folds into an empty register") {
  Story story;
  for (const unsigned threads : {0U, 1U, 8U}) {
    const Register reg = story.fold(threads);
    CHECK(reg.size() == 0);
    CHECK(reg.versions().activity.empty());
  }
}

TEST_CASE("a fold is of the log as it is now, and again after more was written") {
  Story story;
  story.record("2023-vienna-1", made_activity("论坛", days("2023-03-01", "2023-03-02")));
  const Register before = story.fold();
  story.record("2023-vienna-2", made_activity("论坛", days("2023-03-01", "2023-03-02")));
  CHECK(before.size() == 1);
  CHECK(story.fold().size() == 2);
}

TEST_CASE("an event that is not known stops the fold with its position, on any number of threads") {
  Made made;
  NewEvent strange = made_event("activity/strange", made_activity("论坛", days("2023-03-01", "2023-03-02")));
  strange.type = "activity-imagined";
  made.story.append({strange});
  std::vector<NewEvent> more;
  for (int i = 0; i < 1'000; ++i)
    more.push_back(made_event("activity/2024-vienna-" + std::to_string(i),
                              made_activity("论坛", days("2024-03-01", "2024-03-02"))));
  more.push_back(strange);
  more.back().id = make_uuid_v7(Instant::now());
  made.story.append(more);
  for (const unsigned threads : {1U, 2U, 4U, 8U}) {
    CAPTURE(threads);
    const auto refused = fold(made.story.log(), vocabulary(), threads);
    CHECK(code_of(refused) == code_of(ErrorCode::event_type));
    if (!refused) CHECK(refused.error()->place.file == "position 3100");
  }
}

}  // namespace daybook::fold_test
