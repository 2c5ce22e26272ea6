#include "daybook/proof/proof_file.h"

#include <doctest/doctest.h>

#include "daybook/log/tree.h"

#include "tests/proof/logged.h"

namespace daybook::proof_file_test {

using namespace test;

namespace {

InclusionProof proof_of(Logged& given, std::uint64_t index) {
  const std::string note = take(sign_checkpoint(given.log, given.key_file));
  const auto checkpoint = take(open_checkpoint(note, given.key));
  const auto tree = take(given.log.tree());
  return {index, take(inclusion_proof(*tree, index, checkpoint.size)), note};
}

// Of the log as it was signed now, and with five more events.
ConsistencyProof growth_of(Logged& given) {
  const std::string before = take(sign_checkpoint(given.log, given.key_file));
  const std::uint64_t size = take(given.log.head()).size;
  given.add(5);
  const auto tree = take(given.log.tree());
  return {take(consistency_proof(*tree, size, size + 5)), before,
          take(sign_checkpoint(given.log, given.key_file))};
}

template <class Check>
void no_changed_bit_holds(const std::string& text, const Check& holds) {
  REQUIRE(holds(text));
  for (std::size_t bit = 0; bit < 8 * text.size(); ++bit) {
    std::string changed = text;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
    CAPTURE(bit);
    CHECK(!holds(changed));
  }
  for (std::size_t size = 0; size < text.size(); ++size)
    CHECK(!holds(text.substr(0, size)));
}

}  // namespace

TEST_CASE("given an event of a signed log, its proof travels as text, and holds for no other event") {
  Logged given(9);
  const auto events = read(given.log);
  const std::string text = proof_of(given, 6).text();
  CHECK(text.starts_with("c2sp.org/tlog-proof@v1\nindex 6\n"));
  CHECK(proof_kind(text) == ProofKind::inclusion);
  const auto proof = take(InclusionProof::parse(text));
  CHECK(proof.text() == text);
  CHECK(take(proof.check(events[6], given.key)).size == 9);
  for (std::size_t i = 0; i < events.size(); ++i)
    if (i != 6) CHECK(code_of(proof.check(events[i], given.key)) == "E-PROOF");
  CHECK(
      error_of(proof.check(events[6] + " ", given.key)) ==
      "E-PROOF: the event is not the one at position 6 of the log of 9 events that daybook.example.org/1540 "
      "signed (the event, the proof or the checkpoint was changed, or they do not belong together)");
}

TEST_CASE("given a proof, when any bit of it is changed or it is cut short, it does not hold") {
  Logged given(9);
  const auto events = read(given.log);
  no_changed_bit_holds(proof_of(given, 6).text(), [&](const std::string& text) {
    const auto proof = InclusionProof::parse(text);
    return proof && proof->check(events[6], given.key);
  });
  no_changed_bit_holds(growth_of(given).text(), [&](const std::string& text) {
    const auto proof = ConsistencyProof::parse(text);
    return proof && proof->check(given.key);
  });
}

TEST_CASE("given two checkpoints of a log, the proof shows that the older is the beginning of the newer") {
  Logged given(9);
  const std::string text = growth_of(given).text();
  CHECK(text.starts_with("daybook/consistency-proof@v1\n"));
  CHECK(proof_kind(text) == ProofKind::consistency);
  const auto proof = take(ConsistencyProof::parse(text));
  CHECK(proof.text() == text);
  const auto both = take(proof.check(given.key));
  CHECK(both.first.size == 9);
  CHECK(both.second.size == 14);
}

TEST_CASE("given checkpoints of two logs that have parted, no proof joins them") {
  Logged given(9);
  EventLog other = given.copy("other.db");
  ConsistencyProof proof = growth_of(given);
  Logged::add_to(other, 7, "Another");
  const auto fork_head = take(other.head());
  const auto key = take(read_key(given.key_file));  // whoever has the key can sign whatever he likes
  proof.from = proof.to;
  proof.to = sign_note(Checkpoint{key.name, fork_head.size, fork_head.root}.text(), key);
  proof.hashes = take(consistency_proof(*take(other.tree()), 14, fork_head.size));
  CHECK(error_of(proof.check(given.key)) ==
        "E-PROOF: it is not proved that the log of 14 events is the beginning of that of 16 (the proof was "
        "changed, or the log was rewritten between the two checkpoints)");
}

TEST_CASE("given what is no proof, the reason is told") {
  const auto inclusion = [](const std::string& text) { return error_of(InclusionProof::parse(text)); };
  const std::string head = "c2sp.org/tlog-proof@v1\n";
  const std::string hash(43, 'A');
  CHECK(inclusion("") == "E-PROOF: that is no proof: it does not begin with c2sp.org/tlog-proof@v1");
  CHECK(inclusion(head) == "E-PROOF: that is no proof: it does not say the index");
  CHECK(inclusion(head + "index 07\n\n") == "E-PROOF: that is no proof: its index is no number");
  CHECK(inclusion(head + "index x\n\n") == "E-PROOF: that is no proof: its index is no number");
  CHECK(inclusion(head + "index 7\n" + hash + "=\n") ==
        "E-PROOF: that is no proof: it ends before its checkpoint");
  CHECK(inclusion(head + "index 7\nhash\n\n") == "E-PROOF: \"hash\" is no hash of 32 bytes in base64");
  std::string long_proof = head + "index 7\n";
  for (int i = 0; i < 100; ++i)
    long_proof += hash + "=\n";
  CHECK(inclusion(long_proof + "\n") == "E-PROOF: that is no proof: it has too many hashes");
  CHECK(error_of(ConsistencyProof::parse(head)) ==
        "E-PROOF: that is no proof: it does not begin with daybook/consistency-proof@v1");
  CHECK(error_of(ConsistencyProof::parse("daybook/consistency-proof@v1\n\n")) ==
        "E-PROOF: that is no proof: it does not have two checkpoints");
  CHECK(proof_kind("anything") == ProofKind::checkpoint);
}

}  // namespace daybook::proof_file_test
