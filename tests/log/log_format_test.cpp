// docs/formats/log.md: the worked example and the script on that page, run as they stand there.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "src/log/merkle.h"
#include "tests/log/temp_log.h"
#include "tests/page.h"

namespace daybook::log_format_test {

using namespace test;

namespace {

std::string log_page() {
  return page("formats/log.md");
}

// The hashes of the table in the worked example, in its order.
std::vector<std::string> hashes(const std::string& text) {
  std::vector<std::string> found;
  for (auto at = text.find("| `"); at != std::string::npos; at = text.find("| `", at + 1))
    if (text.find('`', at + 3) == at + 3 + 64) found.push_back(text.substr(at + 3, 64));
  return found;
}

NewEvent given_as(const std::string& bytes) {
  const auto e = take(decode_envelope(bytes));
  return {e.id,     e.stream, e.type,  e.type_version, e.actor,
          e.reason, e.source, e.batch, e.supersedes,   e.data.bytes};
}

struct Example {
  TempFolder folder;
  std::string file = folder.file("log");
  Clock clock;
  EventLog log = take(EventLog::create(file, clock));
  std::vector<std::string> events = blocks(log_page(), "json");
  std::vector<Head> heads;

  void add(const std::string& time, std::vector<Expectation> expectations,
           const std::vector<NewEvent>& added) {
    *clock.now = take(Instant::parse(time));
    take(append(log, std::move(expectations), added));
    heads.push_back(take(log.head()));
  }
  Example() {
    REQUIRE(events.size() == 3);
    add("2022-06-02T09:30:00.000000Z", {none_yet("activity/2016-vienna-1")}, {given_as(events[0])});
    add("2022-06-02T09:45:00.000000Z", {exactly("activity/2016-vienna-1", 0), none_yet("group/1")},
        {given_as(events[1]), given_as(events[2])});
  }
};

std::string output_of(const std::string& command) {
  std::string output;
  FILE* const pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 256> buffer{};
  while (std::fgets(buffer.data(), static_cast<int>(buffer.size()), pipe) != nullptr)
    output += buffer.data();
  ::pclose(pipe);
  return output;
}

}  // namespace

TEST_CASE("The worked example: the log stores exactly the bytes on the page") {
  Example example;
  CHECK(read(example.log) == example.events);
}

TEST_CASE("The worked example: its hashes are those on the page") {
  Example example;
  const auto leaf = [&](std::size_t i) { return leaf_hash(example.events[i]); };
  const Hash h01 = node_hash(leaf(0), leaf(1));
  CHECK(hashes(log_page()) == std::vector<std::string>{to_hex(leaf(0)), to_hex(leaf(1)), to_hex(leaf(2)),
                                                       to_hex(h01), to_hex(leaf(0)), to_hex(h01),
                                                       to_hex(node_hash(h01, leaf(2)))});
  CHECK(to_hex(example.heads[0].root) == hashes(log_page())[4]);
  CHECK(to_hex(example.heads[1].root) == hashes(log_page())[6]);
}

TEST_CASE("The tables hold what the page says of their columns") {
  Example example;
  RawDatabase raw(example.file);
  CHECK(
      raw.value(
          "SELECT group_concat(position || ' ' || lower(hex(id)) || ' ' || stream || ' ' || revision, '; ') "
          "FROM events") ==
      "0 0181239c2e8070008000000000000001 activity/2016-vienna-1 0; "
      "1 018123a9e8c070008000000000000002 activity/2016-vienna-1 1; "
      "2 018123a9e8c070008000000000000003 group/1 0");
  CHECK(raw.value("SELECT lower(hex(leaf)) FROM events WHERE position = 2") == hashes(log_page())[2]);
}

TEST_CASE("The script on the page computes the root from the file alone") {
  if (std::system("python3 -c 'import sqlite3' 2>/dev/null") != 0) {
    MESSAGE("python3 is not here; the script was not run");
    return;
  }
  Example example;
  const auto scripts = blocks(log_page(), "python");
  REQUIRE(scripts.size() == 1);
  std::ofstream(example.folder.file("root.py")) << scripts[0] << '\n';
  const std::string run = "python3 " + example.folder.file("root.py") + " " + example.file;
  CHECK(output_of(run) == "3 " + hashes(log_page())[6] + "\n");

  std::vector<NewEvent> more;
  for (int i = 0; i < 600; ++i)
    more.push_back(event("a/1"));
  take(append(example.log, {any("a/1")}, more));
  CHECK(output_of(run) == "603 " + to_hex(take(example.log.head()).root) + "\n");
}

}  // namespace daybook::log_format_test
