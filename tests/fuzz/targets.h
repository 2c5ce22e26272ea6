// Everything that reads bytes from outside, each as a function of arbitrary bytes. Whatever comes in, it is
// either refused with an error or read; and what was read must come out, and in again, as the same.
#pragma once

#include <span>
#include <string_view>

namespace daybook::fuzz {

struct Target {
  std::string_view name;
  void (*run)(std::string_view bytes);
};

std::span<const Target> targets();
// None when there is no target of that name.
const Target* find_target(std::string_view name);

}  // namespace daybook::fuzz
