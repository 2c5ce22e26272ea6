#include "src/log/stream_revisions.h"

#include <algorithm>

namespace daybook {

namespace {
constexpr std::size_t block_bytes = 1 << 16;
}

std::uint64_t& StreamRevisions::next(std::string_view stream) {
  if (const auto known = next_.find(stream); known != next_.end()) return known->second;
  return next_.emplace(kept(stream), 0).first->second;
}

std::string_view StreamRevisions::kept(std::string_view stream) {
  if (names_.empty() || names_.back().capacity() - names_.back().size() < stream.size())
    names_.emplace_back().reserve(std::max(block_bytes, stream.size()));
  std::string& block = names_.back();
  block += stream;
  return std::string_view(block).substr(block.size() - stream.size());
}

}  // namespace daybook
