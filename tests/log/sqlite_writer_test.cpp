#include "src/log/sqlite_writer.h"

#include "tests/log/temp_log.h"

namespace daybook::sqlite_writer_test {

using namespace test;

TEST_CASE("a writer opens a log that was made, and nothing else") {
  const TempFolder folder;
  const std::chrono::milliseconds no_wait{0};
  CHECK(code_of(open_sqlite_writer(folder.file("nowhere.db"), no_wait)) != "no error");
  const std::string file = folder.file("log.db");
  {
    const EventLog log = take(EventLog::create(file, Clock()));
  }
  CHECK(take(open_sqlite_writer(file, no_wait)) != nullptr);
}

}  // namespace daybook::sqlite_writer_test
