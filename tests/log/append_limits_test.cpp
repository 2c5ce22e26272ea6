#include <string>
#include <vector>

#include "daybook/base/limits.h"
#include "daybook/log/event_log.h"

#include "tests/log/temp_log.h"

namespace daybook::append_limits_test {

using namespace test;

namespace {

struct Given {
  TempFolder folder;
  EventLog log = take(EventLog::create(folder.file("log"), Clock{}));
  std::uint64_t size() { return take(log.head()).size; }
};

}  // namespace

TEST_CASE("An event of exactly the largest size is taken, one byte more is not") {
  Given given;
  auto large = event("a/1", "");
  take(append(given.log, {any("b/1")}, {[&] {
                auto same_length = large;
                same_length.stream = "b/1";
                same_length.id = make_uuid_v7(noon);
                return same_length;
              }()}));
  const std::size_t without_text = read(given.log)[0].size();
  const auto with_text = [&](std::size_t length) {
    large.data = R"({"title":{"en":")" + std::string(length, 'x') + R"("}})";
    return large;
  };
  CHECK(code_of(append(given.log, {any("a/1")}, {with_text(limits::event_bytes_max - without_text + 1)})) ==
        "E-LIMIT");
  CHECK(positions(append(given.log, {any("a/1")}, {with_text(limits::event_bytes_max - without_text)})) ==
        std::vector<std::uint64_t>{1});
  CHECK(read(given.log)[1].size() == limits::event_bytes_max);
}

TEST_CASE("The digits of the revision count as well") {
  Given given;
  std::vector<NewEvent> events;
  for (int i = 0; i < 10; ++i)
    events.push_back(event("a/1", ""));
  take(append(given.log, {any("a/1")}, events));
  const std::size_t without_text = read(given.log)[0].size();
  auto large = event("a/1", std::string(limits::event_bytes_max - without_text, 'x'));
  CHECK(code_of(append(given.log, {any("a/1")}, {large})) == "E-LIMIT");
  CHECK(given.size() == 10);
  large.stream = "b/1";
  CHECK(positions(append(given.log, {any("b/1")}, {large})) == std::vector<std::uint64_t>{10});
}

TEST_CASE("More events than one append takes are refused before anything else") {
  Given given;
  const std::vector<NewEvent> too_many(limits::batch_events_max + 1);
  CHECK(code_of(append(given.log, {}, too_many)) == "E-LIMIT");
}

TEST_CASE("More bytes than one append takes are refused before anything else") {
  Given given;
  auto large = event("a/1");
  large.data = std::string(limits::event_bytes_max, ' ');
  const std::vector<NewEvent> too_many(limits::batch_bytes_max / limits::event_bytes_max + 1, large);
  CHECK(code_of(append(given.log, {any("a/1")}, too_many)) == "E-LIMIT");
  CHECK(given.size() == 0);
}

}  // namespace daybook::append_limits_test
