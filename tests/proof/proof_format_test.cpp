// docs/formats/proof.md: the worked example, over the events of that of docs/formats/log.md.
#include <doctest/doctest.h>

#include "daybook/log/tree.h"
#include "daybook/proof/proof_file.h"

#include "tests/log/temp_log.h"
#include "tests/page.h"

namespace daybook::proof_format_test {

using namespace test;

namespace {

// RFC 8032, section 7.1, test 1.
SigningKey known_key() {
  const auto seed = take(hash_from_base64("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A="));
  return {"daybook.example.org/example", seed};
}

struct Example {
  std::vector<std::string> events = blocks(page("formats/log.md"), "json");
  std::vector<Hash> leaves;
  Example() {
    for (const std::string& bytes : events)
      leaves.push_back(leaf_hash(bytes));
  }
  std::string checkpoint(std::uint64_t size, const Hash& root) const {
    return sign_note(Checkpoint{known_key().name, size, root}.text(), known_key());
  }
};

}  // namespace

TEST_CASE("The worked example: its key, its checkpoint and its proofs are those on the page") {
  const Example example;
  const auto printed = blocks(page("formats/proof.md"), "text");
  REQUIRE(printed.size() == 4);
  const Hash root = node_hash(node_hash(example.leaves[0], example.leaves[1]), example.leaves[2]);
  const std::string first = example.checkpoint(1, example.leaves[0]);
  const std::string third = example.checkpoint(3, root);
  CHECK(known_key().verifier().text() == printed[0]);
  CHECK(first == printed[1] + "\n");
  CHECK(InclusionProof{1, {example.leaves[0], example.leaves[2]}, third}.text() == printed[2] + "\n");
  const ConsistencyProof growth{{example.leaves[1], example.leaves[2]}, first, third};
  CHECK(growth.text() == printed[3] + "\n");
}

TEST_CASE("The worked example: whoever reads the page can check it") {
  const Example example;
  const auto printed = blocks(page("formats/proof.md"), "text");
  REQUIRE(printed.size() == 4);
  const auto key = take(VerifierKey::parse(printed[0]));
  CHECK(take(open_checkpoint(printed[1] + "\n", key)).size == 1);
  CHECK(take(take(InclusionProof::parse(printed[2] + "\n")).check(example.events[1], key)).size == 3);
  CHECK(take(take(ConsistencyProof::parse(printed[3] + "\n")).check(key)).second.size == 3);
}

}  // namespace daybook::proof_format_test
