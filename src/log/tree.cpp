#include "daybook/log/tree.h"

#include <bit>

#include <fmt/format.h>

#include "daybook/log/sha256.h"

#include "src/log/merkle.h"

namespace daybook {

namespace {

// The largest power of two smaller than n; n > 1.
std::uint64_t split(std::uint64_t n) {
  return std::bit_floor(n - 1);
}

// The root over hashes of full subtrees of one height, a power of two of them.
Hash fold_up(std::vector<Hash> hashes) {
  for (; hashes.size() > 1; hashes.resize(hashes.size() / 2))
    for (std::size_t i = 0; i < hashes.size() / 2; ++i)
      hashes[i] = node_hash(hashes[2 * i], hashes[2 * i + 1]);
  return hashes.front();
}

// Over the leaves first … end - 1. REQUIRES: first < end; first is a multiple of the smallest power of two
// that is not less than end - first, as it is of all ranges that proofs are made of.
result<Hash> range_root(TreeReader& tree, std::uint64_t first, std::uint64_t end) {
  const std::uint64_t size = end - first;
  if (std::has_single_bit(size)) {
    const auto height = static_cast<unsigned>(std::countr_zero(size));
    const unsigned level = height / tile_height;  // the highest whose subtrees are no larger
    auto hashes = tree.hashes(level, first >> (level * tile_height), end >> (level * tile_height));
    if (!hashes) return fail(hashes.error());
    return fold_up(std::move(*hashes));
  }
  const std::uint64_t middle = first + split(size);
  auto left = range_root(tree, first, middle);
  if (!left) return left;
  auto right = range_root(tree, middle, end);
  if (!right) return right;
  return node_hash(*left, *right);
}

// SUBPROOF of RFC 6962 section 2.1.2 with `whole` = b; the leaves first … end - 1 are its D[n].
result<void> add_consistency(TreeReader& tree, std::uint64_t m, std::uint64_t first, std::uint64_t end,
                             bool whole, std::vector<Hash>& proof) {
  const auto add = [&](std::uint64_t from, std::uint64_t to) -> result<void> {
    const auto root = range_root(tree, from, to);
    if (!root) return fail(root.error());
    proof.push_back(*root);
    return {};
  };
  if (m == end - first) return whole ? result<void>() : add(first, end);
  const std::uint64_t k = split(end - first);
  if (m <= k) {
    if (auto done = add_consistency(tree, m, first, first + k, whole, proof); !done) return done;
    return add(first + k, end);
  }
  if (auto done = add_consistency(tree, m - k, first + k, end, false, proof); !done) return done;
  return add(first, first + k);
}

}  // namespace

result<Hash> root_of(TreeReader& tree, std::uint64_t size) {
  if (size == 0) return MerkleTree().root();
  return range_root(tree, 0, size);
}

result<std::vector<Hash>> inclusion_proof(TreeReader& tree, std::uint64_t index, std::uint64_t size) {
  std::vector<Hash> proof;  // from the root down; turned round at the end
  std::uint64_t first = 0;
  std::uint64_t end = size;
  while (end - first > 1) {
    const std::uint64_t middle = first + split(end - first);
    const bool left = index < middle;
    const auto other = left ? range_root(tree, middle, end) : range_root(tree, first, middle);
    if (!other) return fail(other.error());
    proof.push_back(*other);
    (left ? end : first) = middle;
  }
  return std::vector<Hash>(proof.rbegin(), proof.rend());
}

result<std::vector<Hash>> consistency_proof(TreeReader& tree, std::uint64_t from, std::uint64_t to) {
  std::vector<Hash> proof;
  if (from == 0 || from == to) return proof;
  if (auto done = add_consistency(tree, from, 0, to, true, proof); !done) return fail(done.error());
  return proof;
}

bool proves_inclusion(std::span<const Hash> proof, const Hash& leaf, std::uint64_t index, std::uint64_t size,
                      const Hash& root) {
  if (index >= size) return false;
  std::uint64_t node = index;
  std::uint64_t last = size - 1;
  Hash hash = leaf;
  for (const Hash& other : proof) {
    if (last == 0) return false;
    if ((node & 1) != 0 || node == last) {
      hash = node_hash(other, hash);
      for (; (node & 1) == 0 && node != 0; node >>= 1)
        last >>= 1;
    } else {
      hash = node_hash(hash, other);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && hash == root;
}

bool proves_consistency(std::span<const Hash> proof, std::uint64_t from, const Hash& from_root,
                        std::uint64_t to, const Hash& to_root) {
  if (from > to) return false;
  if (from == 0) return proof.empty();
  if (from == to) return proof.empty() && from_root == to_root;
  std::vector<Hash> path(proof.begin(), proof.end());
  if (std::has_single_bit(from)) path.insert(path.begin(), from_root);
  if (path.empty()) return false;
  std::uint64_t node = from - 1;
  std::uint64_t last = to - 1;
  for (; (node & 1) != 0; node >>= 1)
    last >>= 1;
  Hash old_hash = path.front();
  Hash new_hash = path.front();
  for (std::size_t i = 1; i < path.size(); ++i) {
    if (last == 0) return false;
    if ((node & 1) != 0 || node == last) {
      old_hash = node_hash(path[i], old_hash);
      new_hash = node_hash(path[i], new_hash);
      for (; (node & 1) == 0 && node != 0; node >>= 1)
        last >>= 1;
    } else {
      new_hash = node_hash(new_hash, path[i]);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && old_hash == from_root && new_hash == to_root;
}

}  // namespace daybook
