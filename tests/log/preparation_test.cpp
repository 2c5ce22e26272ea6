#include "src/log/preparation.h"

#include "tests/log/temp_log.h"

namespace daybook::preparation_test {

using namespace test;

namespace {

// A tree of three leaves: what is prepared is appended to something.
MerkleTree grown() {
  MerkleTree tree;
  std::vector<TileRoot> finished;
  for (const std::string_view leaf : {"a", "b", "c"})
    tree.add_leaf(leaf_hash(leaf), finished);
  return tree;
}

std::vector<Revision> revisions(std::size_t n) {
  std::vector<Revision> numbers;
  for (std::size_t i = 0; i < n; ++i)
    numbers.push_back({95 + i});
  return numbers;
}

}  // namespace

TEST_CASE("Few events or many are sealed in order, hashed as stored, and complete the tree's tiles") {
  for (const std::size_t n : {0U, 1U, 511U, 512U, 5000U}) {
    CAPTURE(n);
    const std::vector<NewEvent> events(n, event("activity/1"));
    Preparation preparation(events);
    preparation.seal(revisions(n), noon.text(), grown());

    MerkleTree expected = grown();
    std::vector<TileRoot> tiles;
    for (std::size_t i = 0; i < n; ++i) {
      take(preparation.wait_for(i));
      auto alone = take(EventDraft::make(events[i]));
      alone.seal(noon.text(), {95 + i});
      REQUIRE(preparation.revision(i) == Revision{95 + i});
      REQUIRE(preparation.bytes(i) == alone.bytes());
      REQUIRE(preparation.leaf(i) == leaf_hash(alone.bytes()));
      expected.add_leaf(preparation.leaf(i), tiles);
    }
    REQUIRE(preparation.tiles().size() == tiles.size());
    for (std::size_t i = 0; i < tiles.size(); ++i)
      CHECK(preparation.tiles()[i].hash == tiles[i].hash);
    CHECK(preparation.tree().root() == expected.root());
    CHECK(error_of(preparation.check()) == "no error");
  }
}

TEST_CASE("The first malformed event is told, whoever asks, and nobody waits for those after it") {
  for (const std::size_t n : {3U, 5000U}) {
    CAPTURE(n);
    std::vector<NewEvent> events(n, event("activity/1"));
    events[n - 2].actor.clear();
    events[n - 1].data = "{";
    Preparation preparation(events);
    CHECK(error_of(preparation.check()).find("actor") != std::string::npos);
    CHECK(error_of(preparation.check()).find(fmt::format("event {} of {}", n - 1, n)) != std::string::npos);
    CHECK(code_of(preparation.so_far()) == "E-EVENT");
    preparation.seal(revisions(n), noon.text(), grown());
    CHECK(code_of(preparation.wait_for(n - 1)) == "E-EVENT");
  }
}

TEST_CASE("What an append before left in memory is seen in none of the next, longer, shorter or malformed") {
  for (const std::size_t length : {10U, 9'000U, 1U, 300U}) {
    CAPTURE(length);
    std::vector<NewEvent> events(length == 300 ? 700 : 3, event("activity/1"));
    for (std::size_t i = 0; i < events.size(); ++i)
      events[i].reason = std::string(length + i, 'r');
    {
      auto malformed = events;
      malformed[1].actor.clear();
      CHECK(code_of(Preparation(malformed).check()) == "E-EVENT");
    }
    Preparation preparation(events);
    preparation.seal(revisions(events.size()), noon.text(), grown());
    for (std::size_t i = 0; i < events.size(); ++i) {
      take(preparation.wait_for(i));
      auto alone = take(EventDraft::make(events[i]));
      alone.seal(noon.text(), {95 + i});
      REQUIRE(preparation.bytes(i) == alone.bytes());
    }
  }
}

TEST_CASE("Of few events it is known at once whether one is malformed") {
  std::vector<NewEvent> events(2, event("activity/1"));
  CHECK(code_of(Preparation(events).so_far()) == "no error");
  events[1].actor.clear();
  CHECK(code_of(Preparation(events).so_far()) == "E-EVENT");
}

TEST_CASE("Whoever gives up in the middle is not kept waiting for ever") {
  const std::vector<NewEvent> events(5000, event("activity/1"));
  SUBCASE("before the events may be sealed") {
    const Preparation preparation(events);
  }
  SUBCASE("after all were made") {
    Preparation preparation(events);
    take(preparation.check());
  }
  SUBCASE("while they are sealed") {
    Preparation preparation(events);
    preparation.seal(revisions(events.size()), noon.text(), grown());
    take(preparation.wait_for(0));
  }
}

}  // namespace daybook::preparation_test
