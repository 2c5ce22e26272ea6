#include "src/log/sqlite_reader.h"

#include "tests/log/temp_log.h"

namespace daybook::sqlite_reader_test {

using namespace test;

TEST_CASE("a reader gives the events of a range in their order, and no more than there are") {
  const TempFolder folder;
  const std::string file = folder.file("log.db");
  EventLog log = take(EventLog::create(file, Clock()));
  for (int i = 0; i < 5; ++i) {
    const std::string stream = fmt::format("activity/{}", i);
    take(append(log, {none_yet(stream)}, {event(stream)}));
  }
  const auto reader = take(open_sqlite_reader(file));
  const auto positions_read = [&](std::uint64_t first, std::uint64_t end) {
    std::vector<std::uint64_t> numbers;
    take(reader->read({first}, {end}, [&](Position position, std::string_view) -> result<void> {
      numbers.push_back(position.value);
      return {};
    }));
    return numbers;
  };
  CHECK(positions_read(1, 3) == std::vector<std::uint64_t>{1, 2});
  CHECK(positions_read(3, 99) == std::vector<std::uint64_t>{3, 4});
  CHECK(positions_read(5, 99).empty());
  CHECK(positions_read(3, 3).empty());

  // What is appended later is there at the next reading; an error of the sink ends the reading and is handed
  // on.
  take(append(log, {none_yet("activity/5")}, {event("activity/5")}));
  CHECK(positions_read(4, 99) == std::vector<std::uint64_t>{4, 5});
  int seen = 0;
  const auto stopped = reader->read({0}, {99}, [&](Position, std::string_view) -> result<void> {
    return ++seen == 2 ? fail(ErrorCode::limit, "enough") : result<void>();
  });
  CHECK(code_of(stopped) == "E-LIMIT");
  CHECK(seen == 2);
  CHECK(positions_read(0, 1) == std::vector<std::uint64_t>{0});
}

TEST_CASE("there is no reader of a log that is not there") {
  const TempFolder folder;
  CHECK(code_of(open_sqlite_reader(folder.file("nowhere.db"))) != "no error");
}

}  // namespace daybook::sqlite_reader_test
