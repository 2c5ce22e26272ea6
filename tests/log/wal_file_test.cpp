#include "src/log/wal_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/log/temp_log.h"

namespace daybook::wal_file_test {

using namespace test;

namespace {

// A log with five transactions in its write-ahead log, which is then changed.
struct Given {
  TempFolder folder;
  std::string file = folder.file("log");
  std::string wal = file + "-wal";

  Given() {
    auto log = take(EventLog::create(file));
    for (int i = 0; i < 5; ++i)
      take(append(log, {any("a/1")}, {event("a/1")}));
  }
  std::string bytes() const {
    std::ifstream in(wal, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  void write(const std::string& bytes) const {
    std::ofstream(wal, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  }
  std::string said() const {
    std::vector<Finding> faults;
    std::vector<Finding> notes;
    take(check_wal_file(wal, faults, notes));
    std::string text;
    for (const Finding& fault : faults)
      text += "fault: " + fault.sentence + "\n";
    for (const Finding& note : notes)
      text += "note: " + note.sentence.substr(0, note.sentence.find(':')) + "\n";
    return text;
  }
};

}  // namespace

TEST_CASE("A write-ahead log that is whole, empty or not there is good") {
  const Given given;
  REQUIRE(given.bytes().size() > 16'384);
  CHECK(given.said().empty());
  given.write("");
  CHECK(given.said().empty());
  std::filesystem::remove(given.wal);
  CHECK(given.said().empty());
}

TEST_CASE("Every byte of a write-ahead log that is changed is told, save where it says nothing") {
  const Given given;
  const std::string whole = given.bytes();
  // Every byte of the header and of the head of each page, and every 61st of the rest.
  const std::size_t frame = 24 + 16'384;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    const std::size_t in_frame = at < 32 ? 0 : (at - 32) % frame;
    if (in_frame >= 24 && at % 61 != 0) continue;
    CAPTURE(at);
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    given.write(changed);
    CHECK(!given.said().empty());
  }
}

TEST_CASE("A damaged head is a fault, a salt too; a last transaction that is cut off is a note") {
  const Given given;
  const std::string whole = given.bytes();
  std::string changed = whole;
  changed[20] ^= 1;
  given.write(changed);
  CHECK(given.said() ==
        "fault: the head of the write-ahead log is damaged; SQLite takes all of it for none\n");
  changed = whole;
  changed[32 + 8] ^= 1;
  given.write(changed);
  CHECK(given.said() ==
        "fault: frame 0 of the write-ahead log has a changed salt; SQLite takes it and all behind it for "
        "none\n");
  given.write(whole.substr(0, whole.size() - 16'384 - 24));
  CHECK(given.said() == "note: behind its last whole transaction the write-ahead log has 2 pages\n");
  given.write(whole.substr(0, whole.size() - 1'000));
  CHECK(given.said().starts_with("note: the write-ahead log ends within a page\n"));
}

}  // namespace daybook::wal_file_test
