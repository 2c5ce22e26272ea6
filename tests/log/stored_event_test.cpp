#include "src/log/stored_event.h"

#include "tests/log/temp_log.h"

namespace daybook::stored_event_test {

using namespace test;

namespace {

// The bytes of an event as a log stored it.
std::string stored() {
  const TempFolder folder(fast_folder());
  auto log = take(EventLog::create(folder.file("log")));
  take(append(log, {any("a/1")}, {event("a/1")}));
  return read(log).front();
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  REQUIRE(text.find(from) != std::string::npos);
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("An event that a log stored is read back") {
  const auto envelope = take(read_stored(stored()));
  CHECK(envelope.stream == "a/1");
  CHECK(envelope.revision == 0);
}

TEST_CASE("An event that no log would have stored is refused, whatever is wrong with its bytes") {
  const std::string good = stored();
  CHECK(code_of(read_stored("")) == "E-JSON");
  CHECK(code_of(read_stored(good + "\n")) == "E-JSON");
  CHECK(code_of(read_stored(replaced(good, ":0,", ": 0,"))) == "E-JSON");
  CHECK(code_of(read_stored(replaced(good, R"("Workshop")", "Workshop"))) == "E-JSON");
  CHECK(code_of(read_stored(replaced(good, R"("Workshop"})", R"("Workshop"}})"))) == "E-JSON");
  CHECK(code_of(read_stored(replaced(good, R"("actor":"import",)", ""))) == "E-EVENT");
  CHECK(code_of(read_stored(replaced(good, R"("a/1")", R"("a 1")"))) == "E-EVENT");
  CHECK(code_of(read_stored(replaced(good, "Workshop", "Work\\u0073hop"))) == "E-TEXT");
  CHECK(code_of(read_stored(replaced(good, "Workshop", std::string(70'000, 'x')))) == "E-LIMIT");
}

}  // namespace daybook::stored_event_test
