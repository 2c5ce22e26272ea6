#include "daybook/service/copies.h"

#include <filesystem>
#include <fstream>
#include <thread>

#include <doctest/doctest.h>

#include "daybook/service/service.h"

#include "tests/story.h"

namespace daybook::copies_test {

using namespace story;

namespace {

const std::string vocabulary_folder = project_file("config/vocab");

void record_two_activities(Story& story) {
  story.record("2016-vienna-1", made_activity("甲", days("2016-05-04", "2016-05-04")));
  story.record("2016-vienna-2", made_activity("乙", days("2016-05-05", "2016-05-05")));
}

// As `export --events` prints them.
std::string events_of(const std::string& log_file) {
  std::string text;
  take(print_events(log_file, 0, true, [&](std::string_view piece) {
    text += piece;
    return true;
  }));
  return text;
}

}  // namespace

TEST_CASE("a backup of a log that is written to all the while is whole") {
  Story story;
  record_two_activities(story);
  const std::string copy = story.file() + ".copy";
  std::jthread writer([&](const std::stop_token& stop) {
    auto log = take(EventLog::open(story.file()));
    for (int i = 0; !stop.stop_requested(); ++i) {
      const NewEvent event = made_event(fmt::format("activity/2017-rome-{}", i),
                                        made_activity("丙", days("2017-05-05", "2017-05-05")));
      const Expectation none{event.stream, Expectation::Kind::none_yet, {}};
      take(log.append({&none, 1}, {&event, 1}));
    }
  });
  for (int i = 0; i < 5; ++i) {
    const std::string file = fmt::format("{}{}", copy, i);
    const Head head = take(back_up(story.file(), file, vocabulary_folder));
    CHECK(head.size >= 2);
    auto copied = take(EventLog::open(file));
    CHECK(take(copied.head()).root == head.root);
  }
}

TEST_CASE("a damaged log is not backed up, and no copy stays behind") {
  Story story;
  record_two_activities(story);
  NewEvent strange = made_event("moon/1", made_activity("甲", days("2016-05-04", "2016-05-04")));
  strange.type = "moon-landed";
  story.append({strange});
  const std::string copy = story.file() + ".copy";
  CHECK(code_of(back_up(story.file(), copy, vocabulary_folder)) == code_of(ErrorCode::log_format));
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(copy).parent_path()))
    CHECK(entry.path().string().find(".copy") == std::string::npos);
}

TEST_CASE("restoring is whole or not at all: an event out of order in the copy leaves the log as it was") {
  Story story;
  record_two_activities(story);
  const std::string lines = story.file() + ".jsonl";
  const std::string text = events_of(story.file());
  const std::string other = story.file() + ".other";
  take(Service::create_log(other));
  // The second event twice: its position is free, its id is not.
  std::ofstream(lines, std::ios::binary) << text << text.substr(text.find('\n') + 1);
  const auto imported = import_events(other, lines);
  CHECK(code_of(imported) == code_of(ErrorCode::id_reused));
  CHECK(imported.error()->place.row == 3);
  CHECK(take(take(EventLog::open(other)).head()).size == 0);
  std::ofstream(lines, std::ios::binary) << text;
  CHECK(take(import_events(other, lines)).added == 2);
  CHECK(take(import_events(other, lines)).known == 2);
}

TEST_CASE("given lines of events without a last line feed, or with a line that is too long or empty") {
  Story story;
  record_two_activities(story);
  const std::string other = story.file() + ".other";
  take(EventLog::create(other));
  std::string text = events_of(story.file());
  text.pop_back();
  const std::string lines = story.folder().write("events.jsonl", text);
  CHECK(take(import_events(other, lines)).added == 2);
  story.folder().write("events.jsonl", text + "\n" + std::string(65'536, 'x') + "\n");
  CHECK(told(import_events(other, lines)) == "E-LIMIT " + lines + ":3: the line is longer than 65535 bytes");
  story.folder().write("events.jsonl", text + "\n\n");
  CHECK(told(import_events(other, lines)).starts_with("E-JSON " + lines + ":3: "));
  story.folder().write("events.jsonl", "");
  CHECK(take(import_events(other, lines)).known == 0);
}

}  // namespace daybook::copies_test
