#include "daybook/log/tree.h"

#include <random>
#include <span>

#include <doctest/doctest.h>

#include "daybook/log/sha256.h"

#include "tests/log/temp_log.h"

namespace daybook::tree_test {

using namespace test;

namespace {

using Leaves = std::span<const Hash>;

std::size_t split(std::size_t size) {
  std::size_t half = 1;
  while (half * 2 < size)
    half *= 2;
  return half;
}

// RFC 6962 section 2.1, word for word: MTH, PATH and SUBPROOF.
Hash naive_root(Leaves leaves) {
  if (leaves.empty()) return sha256("");
  if (leaves.size() == 1) return leaves[0];
  const std::size_t k = split(leaves.size());
  return node_hash(naive_root(leaves.first(k)), naive_root(leaves.subspan(k)));
}

std::vector<Hash> naive_path(std::size_t m, Leaves leaves) {
  if (leaves.size() == 1) return {};
  const std::size_t k = split(leaves.size());
  auto path = m < k ? naive_path(m, leaves.first(k)) : naive_path(m - k, leaves.subspan(k));
  path.push_back(m < k ? naive_root(leaves.subspan(k)) : naive_root(leaves.first(k)));
  return path;
}

std::vector<Hash> naive_subproof(std::size_t m, Leaves leaves, bool whole) {
  if (m == leaves.size()) return whole ? std::vector<Hash>() : std::vector<Hash>{naive_root(leaves)};
  const std::size_t k = split(leaves.size());
  auto proof =
      m <= k ? naive_subproof(m, leaves.first(k), whole) : naive_subproof(m - k, leaves.subspan(k), false);
  proof.push_back(m <= k ? naive_root(leaves.subspan(k)) : naive_root(leaves.first(k)));
  return proof;
}

// A real log of so many events, and the hashes of their stored bytes.
struct Grown {
  TempFolder folder{fast_folder()};
  EventLog log = take(EventLog::create(folder.file("log.db"), Clock()));
  std::vector<Hash> leaves;
  std::unique_ptr<TreeReader> tree;

  explicit Grown(std::size_t size) {
    for (std::size_t done = 0; done < size;) {
      std::vector<NewEvent> events;
      std::vector<Expectation> expectations;
      for (; events.size() < 1'000 && done < size; ++done) {
        events.push_back(event(fmt::format("activity/2016-vienna-{}", done)));
        expectations.push_back(none_yet(events.back().stream));
      }
      take(append(log, expectations, events));
    }
    for (const std::string& bytes : read(log))
      leaves.push_back(leaf_hash(bytes));
    tree = take(log.tree());
  }
};

void check_inclusion(Grown& grown, std::size_t index, std::size_t size) {
  const Leaves leaves = Leaves(grown.leaves).first(size);
  const auto proof = take(inclusion_proof(*grown.tree, index, size));
  REQUIRE(proof == naive_path(index, leaves));
  const Hash root = take(root_of(*grown.tree, size));
  REQUIRE(root == naive_root(leaves));
  REQUIRE(proves_inclusion(proof, leaves[index], index, size, root));
}

void check_consistency(Grown& grown, std::size_t from, std::size_t to) {
  const Leaves leaves = Leaves(grown.leaves);
  const auto proof = take(consistency_proof(*grown.tree, from, to));
  if (from > 0) REQUIRE(proof == naive_subproof(from, leaves.first(to), true));
  REQUIRE(proves_consistency(proof, from, naive_root(leaves.first(from)), to, naive_root(leaves.first(to))));
}

}  // namespace

TEST_CASE("Every proof over every log of up to 90 events is the one that RFC 6962 defines, and holds") {
  Grown grown(90);
  CHECK(take(root_of(*grown.tree, 0)) == sha256(""));
  for (std::size_t size = 1; size <= grown.leaves.size(); ++size)
    for (std::size_t index = 0; index < size; ++index) {
      CAPTURE(size);
      CAPTURE(index);
      check_inclusion(grown, index, size);
      check_consistency(grown, index, size);
      check_consistency(grown, size, size);
    }
}

TEST_CASE("So is any over a log with full tiles of two levels, of any size that it once had") {
  const auto seed = std::random_device()();
  CAPTURE(seed);
  std::mt19937 random(seed);
  Grown grown(66'100);
  for (int round = 0; round < 40; ++round) {
    const std::size_t size = 1 + random() % grown.leaves.size();
    const std::size_t index = random() % size;
    CAPTURE(size);
    CAPTURE(index);
    check_inclusion(grown, index, size);
    check_consistency(grown, index, size);
  }
  for (const std::size_t size : {255U, 256U, 257U, 65'535U, 65'536U, 65'537U}) {
    check_inclusion(grown, size - 1, size);
    check_consistency(grown, 255, size);
  }
}

TEST_CASE("given a proof, when anything about it is changed, it does not hold") {
  Grown grown(20);
  for (std::size_t size = 1; size <= 20; ++size)
    for (std::size_t index = 0; index < size; ++index) {
      const auto proof = take(inclusion_proof(*grown.tree, index, size));
      const Hash root = take(root_of(*grown.tree, size));
      const Hash& leaf = grown.leaves[index];
      CHECK(!proves_inclusion(proof, grown.leaves[(index + 1) % 20], index, size, root));
      for (std::size_t other = 0; other < 24; ++other)
        if (other != index) CHECK(!proves_inclusion(proof, leaf, other, size, root));
      auto longer = proof;
      longer.push_back(root);
      CHECK(!proves_inclusion(longer, leaf, index, size, root));
      for (std::size_t i = 0; i < proof.size(); ++i) {
        auto changed = proof;
        changed[i][31] ^= 1;
        CHECK(!proves_inclusion(changed, leaf, index, size, root));
        CHECK(!proves_inclusion(std::span(proof).first(i), leaf, index, size, root));
      }
    }
}

TEST_CASE("given a consistency proof, when anything about it is changed, it does not hold") {
  Grown grown(20);
  for (std::size_t to = 1; to <= 20; ++to)
    for (std::size_t from = 1; from <= to; ++from) {
      const auto proof = take(consistency_proof(*grown.tree, from, to));
      const Hash old_root = take(root_of(*grown.tree, from));
      const Hash new_root = take(root_of(*grown.tree, to));
      Hash other = old_root;
      other[0] ^= 0x80;
      CHECK(!proves_consistency(proof, from, other, to, new_root));
      other = new_root;
      other[0] ^= 0x80;
      CHECK(!proves_consistency(proof, from, old_root, to, other));
      CHECK(!proves_consistency(proof, to + 1, old_root, to, new_root));
      auto longer = proof;
      longer.push_back(new_root);
      CHECK(!proves_consistency(longer, from, old_root, to, new_root));
      for (std::size_t i = 0; i < proof.size(); ++i) {
        auto changed = proof;
        changed[i][0] ^= 1;
        CHECK(!proves_consistency(changed, from, old_root, to, new_root));
        CHECK(!proves_consistency(std::span(proof).first(i), from, old_root, to, new_root));
      }
    }
}

TEST_CASE("given a log, when a proof is asked of more events than it has, that is told") {
  Grown grown(10);
  CHECK(code_of(root_of(*grown.tree, 11)) == "E-LIMIT");
  CHECK(code_of(inclusion_proof(*grown.tree, 3, 300)) == "E-LIMIT");
  CHECK(code_of(consistency_proof(*grown.tree, 3, 300)) == "E-LIMIT");
}

}  // namespace daybook::tree_test
