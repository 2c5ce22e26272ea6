#include "daybook/log/check_log.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "src/log/merkle.h"
#include "tests/log/temp_log.h"

namespace daybook::check_log_test {

using namespace test;

namespace {

// A log of 600 events: two tiles are full. Event i is number i / 3 of stream a/0, a/1 or a/2.
struct Given {
  TempFolder folder{fast_folder()};
  std::string file = folder.file("log");

  Given() {
    Clock clock;
    auto log = take(EventLog::create(file, clock));
    for (int batch = 0; batch < 6; ++batch) {
      std::vector<NewEvent> events;
      for (int i = 0; i < 100; ++i)
        events.push_back(event(fmt::format("a/{}", (batch * 100 + i) % 3)));
      take(append(log, {any("a/0"), any("a/1"), any("a/2")}, events));
      clock.now->microseconds += 1'000'000;
    }
  }
  LogCheck check() const {
    auto log = take(EventLog::open(file));
    return take(check_log(log, {}));
  }
  std::string said() const {
    std::string text;
    const LogCheck checked = check();
    for (const Finding& finding : checked.findings)
      text +=
          (finding.position ? fmt::format("{}: ", finding.position->value) : "") + finding.sentence + "\n";
    return text;
  }
};

// Another text in the event at `position`, as long as before, with or without the hash of it.
std::string changed(int position, const std::string& from, const std::string& to) {
  return fmt::format(
      "UPDATE events SET bytes = CAST(replace(CAST(bytes AS TEXT), '{}', '{}') AS BLOB) "
      "WHERE position = {}",
      from, to, position);
}

}  // namespace

TEST_CASE("A whole log: no finding, and the head that the log itself has") {
  const Given given;
  const LogCheck check = given.check();
  CHECK(check.findings.empty());
  CHECK(check.notes.empty());
  auto log = take(EventLog::open(given.file));
  CHECK(check.head.size == 600);
  CHECK(check.head.root == take(log.head()).root);
  CHECK(check.head.recorded_at == take(log.head()).recorded_at);
}

TEST_CASE("An empty log is whole") {
  const TempFolder folder;
  auto log = take(EventLog::create(folder.file("log")));
  const auto check = take(check_log(log, {}));
  CHECK(check.findings.empty());
  CHECK(check.head.size == 0);
}

TEST_CASE("Bytes that were changed are told with their position") {
  const Given given;
  tamper(given.file, changed(17, "Workshop", "Workshoq"));
  CHECK(given.said().starts_with("17: its bytes are not those that were hashed\n"));
}

TEST_CASE("Bytes and hash that were both changed do not fit the tile over them") {
  const Given given;
  tamper(given.file, changed(17, "Workshop", "Workshoq"));
  // The leaf of the changed event, as somebody would compute it who knows the format.
  auto log = take(EventLog::open(given.file));
  const std::string bytes = read(log, 17, 18).front();
  tamper(given.file,
         fmt::format("UPDATE events SET leaf = x'{}' WHERE position = 17", to_hex(leaf_hash(bytes))));
  CHECK(given.said() ==
        "255: tile 0 of level 1, which it fills, is not the root of its events\n"
        "the head answers the root " +
            to_hex(take(log.head()).root) + ", and the events have " + to_hex(given.check().head.root) +
            "\n");
}

TEST_CASE("Columns that are not those of the event beside them are told") {
  const Given given;
  tamper(given.file,
         "UPDATE events SET id = x'0181f2d012347abc8def0123456789ab' WHERE position = 5;"
         "UPDATE events SET stream = 'b/1' WHERE position = 6;"
         "UPDATE events SET leaf = zeroblob(32) WHERE position = 8");
  CHECK(given.said() ==
        "5: the id beside it is not its own\n"
        "6: the stream beside it is not its own\n"
        "6: it has revision 2 in its stream, where 0 is the next\n"
        "8: its bytes are not those that were hashed\n"
        "9: it has revision 3 in its stream, where 2 is the next\n");
}

TEST_CASE("An event that is missing is told; so are several") {
  const Given given;
  SUBCASE("one") {
    tamper(given.file, "DELETE FROM events WHERE position = 40");
    CHECK(given.said() ==
          "40: the event is missing\n43: it has revision 14 in its stream, where 13 is the next\n");
  }
  SUBCASE("several") {
    tamper(given.file, "DELETE FROM events WHERE position IN (40, 41, 42)");
    CHECK(given.said().starts_with("40: 3 events are missing\n"));
  }
}

TEST_CASE("The last events removed: the tiles that remain say that there were more") {
  const Given given;
  tamper(given.file, "DELETE FROM events WHERE position >= 500");
  CHECK(given.said() == "tile 1 of level 1 is over events that are not there\n");
}

TEST_CASE("Tiles that are missing, wrong or too many are told") {
  const Given given;
  SUBCASE("missing") {
    tamper(given.file, "DELETE FROM tiles WHERE number = 1");
    CHECK(given.said() == "the log's file is damaged: a tile of its tree is missing\n");
  }
  SUBCASE("wrong") {
    tamper(given.file, "UPDATE tiles SET hash = zeroblob(32) WHERE number = 1");
    CHECK(
        given.said().starts_with("511: tile 1 of level 1, which it fills, is not the root of its events\n"));
  }
  SUBCASE("too many") {
    tamper(given.file, "INSERT INTO tiles VALUES (2, 0, zeroblob(32))");
    CHECK(given.said() == "tile 0 of level 2 is over events that are not there\n");
  }
}

TEST_CASE("An entry of an index that leads to another event is told, though all rows are good") {
  const Given given;
  change(given.file, index_entry("a/0", 100, "\x01\x2C"), index_entry("a/0", 100, "\x01\x2F"));
  CHECK(given.said() == "SQLite: row 301 missing from index sqlite_autoindex_events_2\n");
}

TEST_CASE("An event recorded before the one before it is told") {
  const Given given;
  tamper(given.file, changed(350, "2022-06-02T12:00:03", "2022-06-02T11:00:03"));
  const std::string said = given.said();
  CHECK(said.find("350: its bytes are not those that were hashed\n") != std::string::npos);
}

TEST_CASE("What the caller says of an event's data is told with its position") {
  const Given given;
  auto log = take(EventLog::open(given.file));
  const auto check = take(check_log(log, {[](const Envelope& envelope) -> result<Spelling> {
                                      if (envelope.revision == 10 && envelope.stream == "a/1")
                                        return fail(ErrorCode::event, "not of this world");
                                      return Spelling::canonical;
                                    }}));
  REQUIRE(check.findings.size() == 1);
  CHECK(check.findings[0].position == Position{31});
  CHECK(check.findings[0].sentence == "not of this world");
}

TEST_CASE("Progress comes to its end, and the check goes on while others write") {
  const Given given;
  auto log = take(EventLog::open(given.file));
  auto writer = take(EventLog::open(given.file));
  std::uint64_t last = 0;
  const auto progress = [&](std::uint64_t done, std::uint64_t of) {
    CHECK(done > last);
    CHECK(of == 600);
    if (last == 0) take(append(writer, {any("a/0")}, {event("a/0")}));
    last = done;
  };
  const auto check = take(check_log(log, {{}, progress}));
  CHECK(last == 600);
  CHECK(check.findings.empty());
  CHECK(check.head.size == 600);
}

TEST_CASE("Whoever follows the check gets every event in its order, good or not") {
  class Follower final : public EventFollower {
   public:
    explicit Follower(std::vector<std::string>& all) : all_(all) {}
    void prepare(Position first, std::span<const std::string_view> events) override {
      first_ = first;
      events_ = events;
    }
    void take_over() override {
      CHECK(first_.value == all_.size());
      all_.insert(all_.end(), events_.begin(), events_.end());
    }

   private:
    std::vector<std::string>& all_;
    Position first_;
    std::span<const std::string_view> events_;
  };
  const Given given;
  tamper(given.file, changed(350, "Workshop", "Werkshop"));
  auto log = take(EventLog::open(given.file));
  std::vector<std::string> followed;
  const auto check = take(check_log(log, {{}, {}, [&] { return std::make_unique<Follower>(followed); }}));
  CHECK(check.findings.front().position == Position{350});
  std::vector<std::string> read;
  REQUIRE(take(log.reader())->read(Position{0}, Position{600}, [&](Position, std::string_view bytes) {
    read.emplace_back(bytes);
    return result<void>();
  }));
  CHECK(followed == read);
}

}  // namespace daybook::check_log_test
