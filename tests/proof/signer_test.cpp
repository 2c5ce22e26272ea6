#include "daybook/proof/signer.h"

#include <filesystem>
#include <fstream>
#include <thread>

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "daybook/base/csv.h"

#include "tests/proof/logged.h"

namespace daybook::signer_test {

using namespace test;

TEST_CASE("given a new key, only its owner can read it, and no other is made over it") {
  TempFolder folder;
  const auto key = take(make_key(folder.file("key"), "daybook.example.org/1540"));
  struct stat status{};
  REQUIRE(::stat(folder.file("key").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0600);
  CHECK(take(read_key(folder.file("key"))).verifier().text() == key.text());
  CHECK(code_of(make_key(folder.file("key"), "daybook.example.org/1540")) == "E-FILE");
  CHECK(code_of(make_key(folder.file("other"), "a b")) == "E-KEY");
  CHECK(!std::filesystem::exists(folder.file("other")));
}

TEST_CASE("given a key that others may read, it does not sign") {
  Logged given(1);
  REQUIRE(::chmod(given.key_file.c_str(), 0640) == 0);
  CHECK(error_of(sign_checkpoint(given.log, given.key_file)).find("others than its owner may read the key") !=
        std::string::npos);
  REQUIRE(::chmod(given.key_file.c_str(), 0600) == 0);
  CHECK(sign_checkpoint(given.log, given.key_file).has_value());
}

TEST_CASE("given a file that is no key, or none, that is told with its place") {
  Logged given(1);
  std::ofstream(given.key_file, std::ios::trunc) << "hello\n";
  const std::string told = error_of(sign_checkpoint(given.log, given.key_file));
  CHECK(told.starts_with("E-KEY " + given.key_file + ": that is no private key"));
  CHECK(code_of(sign_checkpoint(given.log, given.folder.file("none"))) == "E-FILE");
}

TEST_CASE("given a log, its checkpoint says its size and root, and so does one of an earlier size") {
  Logged given(5);
  const auto of_three = open_checkpoint(take(sign_checkpoint(given.log, given.key_file, 3)), given.key);
  CHECK(take(of_three).size == 3);
  const auto now = take(open_checkpoint(take(sign_checkpoint(given.log, given.key_file)), given.key));
  CHECK(now.size == 5);
  CHECK(now.root == take(given.log.head()).root);
  CHECK(now.origin == "daybook.example.org/1540");
  CHECK(error_of(sign_checkpoint(given.log, given.key_file, 6)) == "E-LIMIT: the log has 5 events, not 6");
}

TEST_CASE("given a log that was signed, when it is empty, unchanged or longer, it is signed again") {
  Logged given(0);
  CHECK(sign_checkpoint(given.log, given.key_file).has_value());
  const std::string empty = take(sign_checkpoint(given.log, given.key_file));
  CHECK(take(open_checkpoint(empty, given.key)).size == 0);
  given.add(3);
  const std::string note = take(sign_checkpoint(given.log, given.key_file));
  CHECK(take(sign_checkpoint(given.log, given.key_file)) == note);
  CHECK(take(read_file(given.key_file + ".signed")) == note);
}

TEST_CASE("given an old copy of a log that was signed since, it is not signed, as it is or written to") {
  Logged given(3);
  EventLog old = given.copy("old.db");
  given.add(2);
  const std::string signed_note = take(sign_checkpoint(given.log, given.key_file));
  CHECK(
      error_of(sign_checkpoint(old, given.key_file)) ==
      "E-FORK: a log of 5 events was signed with this key already, and this one would have 3 (the log is an "
      "old copy: restore the newest backup)");
  Logged::add_to(old, 4, "Another");
  CHECK(error_of(sign_checkpoint(old, given.key_file))
            .starts_with("E-FORK: with 5 events the log has the root "));
  CHECK(error_of(sign_checkpoint(given.log, given.key_file, 4)) ==
        "E-FORK: a log of 5 events was signed with this key already, and this one would have 4 (sign the log "
        "as "
        "it is now)");
  CHECK(take(read_file(given.key_file + ".signed")) == signed_note);
}

TEST_CASE("given a note of what was signed last that was changed, nothing is signed") {
  Logged given(3);
  take(sign_checkpoint(given.log, given.key_file));
  std::string note = take(read_file(given.key_file + ".signed"));
  note[note.find("\n3\n") + 1] = '2';
  std::ofstream(given.key_file + ".signed", std::ios::trunc) << note;
  CHECK(error_of(sign_checkpoint(given.log, given.key_file))
            .starts_with("E-PROOF " + given.key_file + ".signed: the signature of"));
}

TEST_CASE("given several who sign while the log grows, each checkpoint holds, and the last is the largest") {
  Logged given(1);
  std::vector<std::vector<std::uint64_t>> sizes(4);
  {
    std::vector<std::jthread> signers;
    for (auto& signed_sizes : sizes)
      signers.emplace_back([&] {
        EventLog log = take(EventLog::open(given.file, Clock()));
        for (int i = 0; i < 10; ++i) {
          const auto checkpoint =
              take(open_checkpoint(take(sign_checkpoint(log, given.key_file)), given.key));
          take(check_holds(log, checkpoint));
          signed_sizes.push_back(checkpoint.size);
        }
      });
    for (int i = 0; i < 30; ++i)
      given.add(1);
  }
  std::uint64_t largest = 0;
  for (const auto& each : sizes) {
    CHECK(std::ranges::is_sorted(each));
    largest = std::max(largest, each.back());
  }
  const std::string last = take(read_file(given.key_file + ".signed"));
  CHECK(take(open_checkpoint(last, given.key)).size == largest);
}

TEST_CASE("given a checkpoint of more events than the log has, that is told") {
  Logged given(3);
  EventLog old = given.copy("old.db");
  given.add(2);
  const auto checkpoint = take(open_checkpoint(take(sign_checkpoint(given.log, given.key_file)), given.key));
  CHECK(
      error_of(check_holds(old, checkpoint)) ==
      "E-LIMIT: the checkpoint is of 5 events, and the log has 3 (the log is an older copy, or another log)");
}

}  // namespace daybook::signer_test
