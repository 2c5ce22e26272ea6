// Pages of documentation whose examples the tests recompute.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace daybook::test {

// docs/<name>.
inline std::string page(const std::string& name) {
  std::ifstream file(std::string(DAYBOOK_PROJECT_DIR) + "/docs/" + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The blocks of code of one language, without their last line feed.
inline std::vector<std::string> blocks(const std::string& text, const std::string& language) {
  std::vector<std::string> found;
  const std::string fence = "\n```" + language + "\n";
  for (auto at = text.find(fence); at != std::string::npos; at = text.find(fence, at + 1)) {
    const auto first = at + fence.size();
    found.push_back(text.substr(first, text.find("\n```", first) - first));
  }
  return found;
}

}  // namespace daybook::test
