#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace daybook {

// Whom a long text goes to: takes its next piece, and answers false when no more is wanted.
using TakeText = std::function<bool(std::string_view)>;

// The whole of what `print` hands on to the TakeText that it is given.
template <class Print>
std::string whole_text(const Print& print) {
  std::string text;
  print([&](std::string_view piece) {
    text += piece;
    return true;
  });
  return text;
}

}  // namespace daybook
