#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

namespace daybook {

// The next revision of each of very many streams.
class StreamRevisions {
 public:
  // Makes room for so many streams at once; more may come.
  void reserve(std::size_t streams) { next_.reserve(streams); }
  // 0 for a stream that was not asked for before. The answer holds until the next call.
  std::uint64_t& next(std::string_view stream);

 private:
  std::string_view kept(std::string_view stream);

  std::vector<std::string> names_;  // one after the other, in blocks that never move
  boost::unordered_flat_map<std::string_view, std::uint64_t, std::hash<std::string_view>> next_;
};

}  // namespace daybook
