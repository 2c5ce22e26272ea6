#include "src/service/citation.h"

#include <doctest/doctest.h>

#include "daybook/log/tree.h"
#include "daybook/service/proofs.h"

#include "tests/story.h"

namespace daybook::citation_test {

using namespace story;

namespace {

struct Cited {
  Story story;
  std::string key_file = story.folder().file("1540.key");
  std::string checkpoint_file;
  Register reg{vocabulary()};

  Cited() {
    take(new_key(key_file, "daybook.example.org/1540"));
    record("2016-vienna-1");
    record("2016-vienna-2");
    checkpoint_file = story.folder().write("before", take(checkpoint(story.file(), key_file, {})));
    record("2016-vienna-3");
    reg = story.fold();
  }
  void record(const std::string& id) {
    story.record(id, made_activity("甲", days("2016-05-04", "2016-05-04")));
  }
  result<std::optional<Citation>> cite(const Known& known, Format format = Format::text) {
    return citation_of(story.log(), reg.at(static_cast<EventCount>(known.at.value_or(reg.size()))), known,
                       {format, Language::en, 0});
  }
};

Known cited_at(std::uint64_t events) {
  Known known;
  known.at = events;
  known.cite = true;
  return known;
}

}  // namespace

TEST_CASE("given an answer, it says where it comes from when it is asked to, and only then") {
  Cited given;
  CHECK(!take(given.cite({})));
  const auto now = take(given.cite(cited_at(3)));
  REQUIRE(now);
  CHECK(now->events == 3);
  CHECK(now->root == take(given.story.log().head()).root);
  const auto before = take(given.cite(cited_at(1)));
  CHECK(before->events == 1);
  CHECK(before->root == take(root_of(*take(given.story.log().tree()), 1)));
  CHECK(before->checkpoint.empty());
}

TEST_CASE("given a signed checkpoint, the answer carries it; given one of another log, there is no answer") {
  Cited given;
  Known known;
  known.checkpoint_file = given.checkpoint_file;
  const auto citation = take(given.cite(known));
  REQUIRE(citation);
  CHECK(citation->events == 2);
  CHECK(citation->checkpoint == bytes_of(given.checkpoint_file));
  Cited other;
  CHECK(code_of(other.cite(known)) == "E-FORK");
  known.checkpoint_file = given.key_file;
  CHECK(code_of(given.cite(known)) == "E-PROOF");
}

TEST_CASE("A table gets notes, an object a member; rows alone have no place for it") {
  Cited given;
  const auto citation = take(given.cite(cited_at(0)));
  const std::string root = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  Table table;
  add_citation(table, citation, Language::en);
  add_citation(table, citation, Language::zh);
  CHECK(table.notes == std::vector<std::string>{"The log: its first 0 events, root " + root + ".",
                                                "日志：前 0 个事件，根 " + root + "。"});
  add_citation(table, std::nullopt, Language::zh);
  CHECK(table.notes.size() == 2);
  Value object{Value::Object{}};
  take(add_citation(object, citation));
  CHECK(std::get<Value::Object>(object.data).at(0).name == "log");
  Value list{Value::List{}};
  CHECK(code_of(add_citation(list, citation)) == "E-USAGE");
  take(add_citation(list, std::nullopt));
  CHECK(code_of(given.cite(cited_at(0), Format::csv)) == "E-USAGE");
}

}  // namespace daybook::citation_test
