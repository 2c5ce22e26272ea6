#include "daybook/service/proofs.h"

#include <algorithm>
#include <filesystem>

#include <doctest/doctest.h>

#include "tests/story.h"

namespace daybook::proofs_test {

using namespace story;

namespace {

struct Signed {
  Story story;
  std::string key_file = story.folder().file("1540.key");
  std::string key = take(new_key(key_file, "daybook.example.org/1540"));
  std::string out = story.folder().file("proofs");

  Signed() {
    const auto dates = days("2016-05-04", "2016-05-04");
    story.record("2016-vienna-1", made_activity("甲", dates));
    story.add("activity/2016-vienna-1", made_listing(symbol, "xviii", 1));
    story.record("2016-vienna-2", made_activity("乙", dates));
    story.add("activity/2016-vienna-2", made_listing(symbol, "xviii", 2));
    story.record("2016-vienna-21", made_activity("丙", dates));
  }
  result<std::string> prove_id(const std::string& id) {
    return prove(story.file(), {id, {}, {}, {}}, {key_file, {}}, out);
  }
  result<std::string> prove_rows(std::optional<std::int64_t> row = {}) {
    return prove(story.file(), {{}, "xviii", symbol, row}, {key_file, {}}, out);
  }
  std::string write_checkpoint(const std::string& name) {
    return story.folder().write(name, take(checkpoint(story.file(), key_file, {})));
  }
  // The names of the proofs, each of which is checked.
  std::string checked(const result<std::string>& proofs) {
    std::istringstream lines(take(proofs));
    std::string names;
    for (std::string file; std::getline(lines, file);) {
      take(check_proof(file, {}, key.substr(0, key.size() - 1)));
      names += std::filesystem::path(file).stem().string() + " ";
    }
    return names;
  }
};

}  // namespace

TEST_CASE("given an activity, each of its events is proved, and none of another whose id begins alike") {
  Signed given;
  CHECK(given.checked(given.prove_id("2016-vienna-2")) == "position-2 position-3 ");
  CHECK(given.checked(given.prove_id("4")) == "position-4 ");
  CHECK(code_of(given.prove_id("2016-vienna-3")) == "E-NOT-FOUND");
}

TEST_CASE("given an annex of a document, each of its rows is proved, or the one that is asked for") {
  Signed given;
  CHECK(given.checked(given.prove_rows()) == "annex-xviii-row-001 annex-xviii-row-002 ");
  CHECK(given.checked(given.prove_rows(2)) == "annex-xviii-row-002 ");
  CHECK(told(given.prove_rows(3)) == "E-NOT-FOUND: annex xviii of S/2022/899 has no row 3; its last is 2");
  CHECK(code_of(prove(given.story.file(), {{}, "xix", symbol, {}}, {given.key_file, {}}, given.out)) ==
        "E-EDITION");
}

TEST_CASE("A proof says in a sentence what it proves; so do two checkpoints, and one alone") {
  Signed given;
  take(given.prove_rows(2));
  CHECK(take(check_proof(given.out + "/annex-xviii-row-002.tlog-proof", {},
                         given.key.substr(0, given.key.size() - 1)))
            .starts_with(
                "Proved: position 3 of the log daybook.example.org/1540, as it was at 5 events, is this "
                "event: activity-listed of activity/2016-vienna-2, recorded "));
  const std::string key_file = given.story.folder().write("verifier", given.key);
  const std::string before = given.write_checkpoint("before");
  CHECK(take(check_proof(before, {}, key_file))
            .starts_with("Signed: the log daybook.example.org/1540 has the root "));
  given.story.record("2017-rome-1", made_activity("丁", days("2017-05-05", "2017-05-05")));
  const std::string after = given.write_checkpoint("after");
  const std::string growth =
      given.story.folder().write("growth", take(prove_consistency(given.story.file(), before, after)));
  CHECK(take(check_proof(growth, {}, key_file)) ==
        "Proved: the log daybook.example.org/1540 of 5 events is the beginning of that of 6.\n");
  CHECK(code_of(prove_consistency(given.story.file(), after, before)) == "E-USAGE");
}

TEST_CASE("given a checkpoint that was signed before, it proves what it covers, and not what came later") {
  Signed given;
  const std::string before = given.write_checkpoint("before");
  given.story.record("2017-rome-1", made_activity("丁", days("2017-05-05", "2017-05-05")));
  const auto with = [&](const std::string& id) {
    return prove(given.story.file(), {id, {}, {}, {}}, {{}, before}, given.out);
  };
  CHECK(given.checked(with("2016-vienna-1")) == "position-0 position-1 ");
  CHECK(
      told(with("2017-rome-1")) ==
      "E-LIMIT: the checkpoint is of 5 events, and position 5 came later (sign a new one: daybook checkpoint "
      "--key FILE)");
  CHECK(code_of(with("2018-rome-1")) == "E-NOT-FOUND");
}

TEST_CASE("given a checkpoint of another log, nothing is proved with it") {
  Signed given;
  Signed other;
  other.story.record("2017-rome-1", made_activity("丁", days("2017-05-05", "2017-05-05")));
  const std::string longer = other.write_checkpoint("theirs");
  CHECK(told(prove(given.story.file(), {"0", {}, {}, {}}, {{}, longer}, given.out)) ==
        "E-LIMIT " + longer +
            ": the checkpoint is of 6 events, and the log has 5 (the log is an older copy, or another log)");
  given.story.record("2017-rome-1", made_activity("丁", days("2017-05-05", "2017-05-05")));
  CHECK(code_of(prove(given.story.file(), {"0", {}, {}, {}}, {{}, longer}, given.out)) == "E-FORK");
  const std::string none = given.story.folder().write("none", "hello\n");
  CHECK(told(prove(given.story.file(), {"0", {}, {}, {}}, {{}, none}, given.out))
            .starts_with("E-PROOF " + none + ": that is no signed note"));
}

TEST_CASE("given a proof and another event, or another key, it does not hold") {
  Signed given;
  take(given.prove_rows());
  const std::string proof = given.out + "/annex-xviii-row-001.tlog-proof";
  const std::string key = given.key.substr(0, given.key.size() - 1);
  CHECK(code_of(check_proof(proof, given.out + "/annex-xviii-row-002.json", key)) == "E-PROOF");
  CHECK(code_of(check_proof(proof, given.out + "/nothing.json", key)) == "E-FILE");
  CHECK(code_of(check_proof(given.out + "/nothing", {}, key)) == "E-FILE");
  CHECK(told(check_proof(proof, {}, "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"))
            .starts_with("E-PROOF " + proof + ": example.com/foo has not signed it with the key 530d903a"));
  CHECK(code_of(check_proof(proof, {}, "hello")) == "E-KEY");
}

TEST_CASE("given a log, its tiles are exported, and progress is told") {
  Signed given;
  std::vector<std::uint64_t> told_events;
  const std::string folder = given.story.folder().file("tiles");
  const std::string sentence =
      take(export_tiles(given.story.file(), {given.key_file, {}}, folder,
                        [&](std::uint64_t done, std::uint64_t) { told_events.push_back(done); }));
  CHECK(sentence == folder + " holds 5 events now: 2 files written, 0 kept.\n");
  CHECK(told_events == std::vector<std::uint64_t>{5});
}

TEST_CASE("given a key file, its verifier key is shown") {
  Signed given;
  CHECK(take(show_key(given.key_file)) == given.key);
  CHECK(code_of(new_key(given.key_file, "daybook.example.org/1540")) == "E-FILE");
}

}  // namespace daybook::proofs_test
