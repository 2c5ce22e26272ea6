#include "projections/groups.h"

#include "tests/story.h"

namespace daybook::groups_test {

using namespace story;

namespace {

std::string stream_of(int n) {
  return "activity/2023-vienna-" + std::to_string(n);
}

// Four meetings in Vienna, 2023-vienna-1 to 2023-vienna-4.
struct Meetings {
  Story story;

  Meetings() {
    for (int n = 1; n <= 4; ++n)
      story.add(stream_of(n), made_activity("会议", days("2023-03-01", "2023-03-02")));
  }
  void group(const std::vector<int>& meetings) {
    ActivitiesGrouped grouped;
    for (const int n : meetings)
      grouped.activities.push_back(stream_of(n).substr(9));
    story.add(stream_of(meetings.front()), grouped);
  }
  std::vector<VersionIndex> left_out() {
    const Register reg = story.fold();
    return left_out_by_groups(reg.now());
  }
};

using Versions = std::vector<VersionIndex>;

}  // namespace

TEST_CASE("without a group nothing is left out") {
  CHECK(Meetings().left_out().empty());
}

TEST_CASE("of a group all but the first are left out, from its position on") {
  Meetings meetings;
  meetings.group({3, 1, 4});
  CHECK(meetings.left_out() == Versions{0, 3});
  const Register reg = meetings.story.fold();
  CHECK(left_out_by_groups(reg.at(4)).empty());
}

TEST_CASE("groups that share an activity are one, in whatever order they come") {
  Meetings meetings;
  meetings.group({1, 2});
  meetings.group({3, 4});
  CHECK(meetings.left_out() == Versions{1, 3});
  meetings.group({4, 2});
  CHECK(meetings.left_out() == Versions{1, 2, 3});
  meetings.group({2, 1});
  CHECK(meetings.left_out() == Versions{1, 2, 3});
}

TEST_CASE("the first that is current stands for a group; those withdrawn and merged are not there") {
  Meetings meetings;
  meetings.group({1, 2, 3});
  meetings.story.add(stream_of(1), ActivityWithdrawn());
  CHECK(meetings.left_out() == Versions{2});
  meetings.story.add(stream_of(3), ActivitiesMerged{"2023-vienna-2"});
  CHECK(meetings.left_out().empty());
}

TEST_CASE("a group that is taken back leaves nothing out, and one of unknown activities neither") {
  Meetings meetings;
  meetings.group({1, 2});
  meetings.story.add(stream_of(1), FactWithdrawn{4});
  meetings.group({3, 8, 9});
  CHECK(meetings.left_out().empty());
}

}  // namespace daybook::groups_test
