// All the names under which things are known, each leading to one id.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "daybook/base/error.h"

namespace daybook {

class Names {
 public:
  // Errors: E-DUPLICATE when the name already leads to another id. Upper and lower case, and white space, are
  // one.
  result<void> add(std::string_view name, std::string_view id);

  // nullptr when no such name is known.
  const std::string* find(std::string_view name) const;

  // At most `count` known names that look most like this one, the nearest first; none that is quite unlike
  // it.
  std::vector<std::string> nearest(std::string_view name, std::size_t count = 3) const;

 private:
  struct Known {
    std::string id;
    std::string spelling;  // as it was added
  };
  std::unordered_map<std::string, Known> by_key_;
};

}  // namespace daybook
