// The Merkle tree over the log: RFC 6962 section 2.1.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "daybook/log/tree.h"

namespace daybook {

// The root of the full subtree over the leaves number * 256^level ... (number + 1) * 256^level - 1; level
// >= 1.
struct TileRoot {
  unsigned level = 0;
  std::uint64_t number = 0;
  Hash hash{};
};

// The right edge of a growing tree: the roots of its full subtrees, the largest first, at most 64 of them.
class MerkleTree {
 public:
  std::uint64_t size() const { return size_; }  // leaves
  // Appends a leaf, and to `finished` the root of each tile that it completes. Costs two hashes on average.
  void add_leaf(const Hash& leaf, std::vector<TileRoot>& finished);
  // Appends 2^height leaves at once by their root. REQUIRES: size() is a multiple of 2^height.
  void add_subtree(unsigned height, const Hash& root);
  Hash root() const;  // of the empty tree: SHA-256 of nothing

 private:
  struct Subtree {
    unsigned height = 0;
    Hash root{};
  };
  void push(unsigned height, Hash root, std::vector<TileRoot>* finished);

  std::uint64_t size_ = 0;
  std::vector<Subtree> edge_;
};

}  // namespace daybook
