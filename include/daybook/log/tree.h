// Proofs over the Merkle tree of a log: RFC 6962 sections 2.1.1 and 2.1.2, checked as RFC 9162
// sections 2.1.3.2 and 2.1.4.2 say.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "daybook/log/event_log.h"

namespace daybook {

// Full subtrees of 256, 256^2, ... leaves are kept, so that the root of any log is had from a few hundred
// hashes.
inline constexpr unsigned tile_height = 8;

Hash leaf_hash(std::string_view event_bytes);         // SHA-256(0x00 ‖ bytes)
Hash node_hash(const Hash& left, const Hash& right);  // SHA-256(0x01 ‖ left ‖ right)

// The tree as it was with the first `size` events, for any size up to the log's own. Each costs a few hundred
// hashes for every level of 256, whatever the size. Errors of all: E-LIMIT when the log is not that large;
// E-LOG-IO.
result<Hash> root_of(TreeReader& tree, std::uint64_t size);
// REQUIRES: index < size.
result<std::vector<Hash>> inclusion_proof(TreeReader& tree, std::uint64_t index, std::uint64_t size);
// REQUIRES: from <= to. Empty when from is 0 or both are the same.
result<std::vector<Hash>> consistency_proof(TreeReader& tree, std::uint64_t from, std::uint64_t to);

// Whether the leaf stands at that index in the tree of that size and root.
bool proves_inclusion(std::span<const Hash> proof, const Hash& leaf, std::uint64_t index, std::uint64_t size,
                      const Hash& root);
// Whether the tree of `from` leaves is the beginning of that of `to` leaves.
bool proves_consistency(std::span<const Hash> proof, std::uint64_t from, const Hash& from_root,
                        std::uint64_t to, const Hash& to_root);

}  // namespace daybook
