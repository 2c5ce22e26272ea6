#include "daybook/service/fsck.h"

#include <fstream>
#include <string>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "daybook/events/decode_event.h"

#include "src/log/canonical_check.h"
#include "tests/story.h"

namespace daybook::fsck_test {

using namespace story;

namespace {

FsckReport check(const Story& story) {
  return take(fsck(story.file(), project_file("config/vocab")));
}

}  // namespace

TEST_CASE("a log of known events is whole, and says how many activities they make") {
  Story story;
  story.record("2016-vienna-1", made_activity("甲", days("2016-05-04", "2016-05-04")));
  story.record("2016-vienna-2", made_activity("乙", days("2016-05-05", "2016-05-05")));
  const FsckReport report = check(story);
  CHECK(report.good());
  CHECK(report.activities == 2);
  const Head head = take(story.log().head());
  CHECK(describe(report, "x.db", false) ==
        "x.db is whole: 2 events of 2 activities, root " + to_hex(head.root) + ".\n");
  CHECK(describe(report, "x.db", true).find(R"("good": 1)") != std::string::npos);
}

TEST_CASE("an event of an unknown type is told with its position") {
  Story story;
  story.record("2016-vienna-1", made_activity("甲", days("2016-05-04", "2016-05-04")));
  NewEvent strange = made_event("moon/1", made_activity("甲", days("2016-05-04", "2016-05-04")));
  strange.type = "moon-landed";
  story.append({strange});
  const FsckReport report = check(story);
  CHECK(!report.good());
  const std::string text = describe(report, "x.db", false);
  CHECK(text.starts_with("position 1: "));
  CHECK(text.find("moon-landed") != std::string::npos);
  CHECK(text.find("x.db is damaged: 1 fault.") != std::string::npos);
  CHECK(describe(report, "x.db", true).find(R"("position": 1)") != std::string::npos);
}

TEST_CASE("events that each are good, but cannot be folded, are told") {
  Story story;
  ActivityWithdrawn withdrawn;
  NewEvent event = made_event("activity/2016-vienna-1", withdrawn);
  event.reason = "it never took place";
  story.append({event});
  const FsckReport report = check(story);
  CHECK(!report.good());
  CHECK(describe(report, "x.db", false).starts_with("the log: it cannot be folded: E-EVENT"));
}

TEST_CASE("a log that is appended to while it is checked and folded is whole") {
  Story story;
  story.record("2016-vienna-1", made_activity("甲", days("2016-05-04", "2016-05-04")));
  for (int more = 2; more < 12; ++more) {
    const auto append_one = [&](std::uint64_t, std::uint64_t) {
      story.record(fmt::format("2016-vienna-{}", more),
                   made_activity("乙", days("2016-05-05", "2016-05-05")));
    };
    const FsckReport report = take(fsck(story.file(), project_file("config/vocab"), append_one));
    CHECK(report.good());
    CHECK(report.log.head.size == static_cast<std::uint64_t>(more) - 1);
  }
}

TEST_CASE(
    "what is said to be spelled canonically once it is decoded is so, whichever byte of it was changed") {
  std::size_t said_to_be = 0;
  for_each_event_type([&]<class T>(std::type_identity<T>) {
    std::ifstream in(project_file("tests/events/golden/" + std::string(T::type) + ".v1.json"));
    for (std::string golden; std::getline(in, golden);)
      for (std::size_t at = 0; at < golden.size(); ++at)
        for (const char byte : {'"', ',', ']', '}', '0', 'x', ' ', '9', '\\', '\x01', '\x7F', '{'}) {
          std::string changed = golden;
          changed[at] = byte;
          const auto spelling = check_event(T::type, 1, changed);
          if (!spelling || *spelling != Spelling::canonical || changed.find('\\') != std::string::npos)
            continue;
          ++said_to_be;
          CAPTURE(changed);
          REQUIRE(check_canonical(changed));
        }
  });
  CHECK(said_to_be > 4'000);
  const std::string amended = R"({"patch":{"kind":"visit"}})";
  CHECK(take(check_event("activity-amended", 1, amended)) == Spelling::not_known);
}

}  // namespace daybook::fsck_test
