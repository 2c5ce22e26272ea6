#include "src/log/merkle.h"

#include <cassert>

#include "daybook/log/sha256.h"

namespace daybook {

namespace {

std::string_view bytes_of(const Hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

}  // namespace

Hash leaf_hash(std::string_view event_bytes) {
  return sha256(std::string_view("\x00", 1), event_bytes);
}

Hash node_hash(const Hash& left, const Hash& right) {
  return sha256(std::string_view("\x01", 1), bytes_of(left), bytes_of(right));
}

void MerkleTree::add_leaf(const Hash& leaf, std::vector<TileRoot>& finished) {
  push(0, leaf, &finished);
}

void MerkleTree::add_subtree(unsigned height, const Hash& root) {
  push(height, root, nullptr);
}

void MerkleTree::push(unsigned height, Hash root, std::vector<TileRoot>* finished) {
  assert(size_ % (1ULL << height) == 0);
  size_ += 1ULL << height;
  while (!edge_.empty() && edge_.back().height == height) {
    root = node_hash(edge_.back().root, root);
    edge_.pop_back();
    ++height;
    if (finished != nullptr && height % tile_height == 0)
      finished->push_back({height / tile_height, (size_ >> height) - 1, root});
  }
  edge_.push_back({height, root});
}

Hash MerkleTree::root() const {
  if (edge_.empty()) return sha256({});
  Hash root = edge_.back().root;
  for (std::size_t i = edge_.size() - 1; i-- > 0;)
    root = node_hash(edge_[i].root, root);
  return root;
}

}  // namespace daybook
