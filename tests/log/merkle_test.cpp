#include "src/log/merkle.h"

#include <array>
#include <random>
#include <span>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "daybook/log/sha256.h"

namespace daybook::merkle_test {

namespace {

// RFC 6962 section 2.1, word for word.
Hash naive_root(std::span<const Hash> leaves) {
  if (leaves.empty()) return sha256("");
  if (leaves.size() == 1) return leaves[0];
  std::size_t split = 1;
  while (split * 2 < leaves.size())
    split *= 2;
  return node_hash(naive_root(leaves.first(split)), naive_root(leaves.subspan(split)));
}

std::vector<Hash> numbered_leaves(std::size_t count) {
  std::vector<Hash> leaves;
  for (std::size_t i = 0; i < count; ++i)
    leaves.push_back(leaf_hash(std::to_string(i)));
  return leaves;
}

// The tree as a fresh process finds it: the roots of the largest full tiles, then of smaller ones, then
// leaves.
MerkleTree from_tiles(std::span<const Hash> leaves) {
  MerkleTree tree;
  for (unsigned level = 3; level-- > 0;) {
    const unsigned height = level * tile_height;
    while (leaves.size() - tree.size() >= 1ULL << height)
      tree.add_subtree(height, naive_root(leaves.subspan(tree.size(), 1ULL << height)));
  }
  return tree;
}

const std::array<std::string, 8> vectors{
    std::string(), std::string("\x00", 1), "\x10", "\x20\x21", "\x30\x31", "@ABC",
    "PQRSTUVW",    "`abcdefghijklmno"};

}  // namespace

TEST_CASE("The known trees of one and of eight leaves") {
  MerkleTree tree;
  std::vector<TileRoot> tiles;
  CHECK(to_hex(tree.root()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  tree.add_leaf(leaf_hash(vectors[0]), tiles);
  CHECK(to_hex(tree.root()) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  for (std::size_t i = 1; i < vectors.size(); ++i)
    tree.add_leaf(leaf_hash(vectors[i]), tiles);
  CHECK(to_hex(tree.root()) == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
  CHECK(tree.size() == 8);
  CHECK(tiles.empty());
}

TEST_CASE("Every tree of 0 to 600 leaves has the root that RFC 6962 defines") {
  const auto leaves = numbered_leaves(600);
  MerkleTree grown;
  std::vector<TileRoot> tiles;
  for (std::size_t size = 0; size <= leaves.size(); ++size) {
    const auto expected = naive_root(std::span(leaves).first(size));
    REQUIRE(grown.root() == expected);
    REQUIRE(from_tiles(std::span(leaves).first(size)).root() == expected);
    if (size < leaves.size()) grown.add_leaf(leaves[size], tiles);
  }
  REQUIRE(tiles.size() == 2);
}

TEST_CASE("Larger trees, chosen at random, have the root that RFC 6962 defines") {
  const auto seed = std::random_device()();
  CAPTURE(seed);
  std::mt19937 chance(seed);
  const auto leaves = numbered_leaves(140'000);
  for (int round = 0; round < 12; ++round) {
    const std::size_t size = 601 + chance() % (leaves.size() - 601);
    CAPTURE(size);
    REQUIRE(from_tiles(std::span(leaves).first(size)).root() == naive_root(std::span(leaves).first(size)));
  }
}

TEST_CASE("Each full tile is reported once, in order, with the root of its leaves") {
  const auto leaves = numbered_leaves(65'536 + 300);
  MerkleTree tree;
  std::vector<TileRoot> tiles;
  for (const auto& leaf : leaves)
    tree.add_leaf(leaf, tiles);
  REQUIRE(tiles.size() == 257 + 1);
  CHECK(tiles[256].level == 2);
  CHECK(tiles[256].number == 0);
  CHECK(tiles[256].hash == naive_root(std::span(leaves).first(65'536)));
  CHECK(tiles[257].level == 1);
  CHECK(tiles[257].number == 256);
  for (std::size_t i = 0; i < 256; ++i) {
    REQUIRE(tiles[i].level == 1);
    REQUIRE(tiles[i].number == i);
    REQUIRE(tiles[i].hash == naive_root(std::span(leaves).subspan(i * 256, 256)));
  }
}

}  // namespace daybook::merkle_test
