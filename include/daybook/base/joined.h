#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace daybook {

// Texts one behind the other in one piece of memory, which is kept from one lot of them to the next.
class Joined {
 public:
  void clear() {
    bytes_.clear();
    sizes_.clear();
  }
  void add(std::string_view text) {
    bytes_ += text;
    sizes_.push_back(text.size());
  }
  std::size_t size() const { return sizes_.size(); }
  // They live until texts are added or cleared.
  std::span<const std::string_view> texts() {
    texts_.clear();
    std::string_view rest = bytes_;
    for (const std::size_t size : sizes_) {
      texts_.push_back(rest.substr(0, size));
      rest.remove_prefix(size);
    }
    return texts_;
  }

 private:
  std::string bytes_;
  std::vector<std::size_t> sizes_;
  std::vector<std::string_view> texts_;
};

}  // namespace daybook
