#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "daybook/base/take_text.h"

namespace daybook {

// A text on its way to whoever takes it: it never stands in memory as a whole. One thread at a time.
class Outlet {
 public:
  explicit Outlet(const TakeText& take) : take_(take) {}
  Outlet(const Outlet&) = delete;
  Outlet& operator=(const Outlet&) = delete;

  // What was printed and not handed on yet.
  std::string& text() { return text_; }
  // Hands it on once it is long. False when no more is wanted.
  bool hand_on() { return text_.size() < piece_bytes ? wanted_ : finish(); }
  // Hands it on, and `piece` after it.
  bool hand_on(std::string_view piece) { return finish() && (wanted_ = take_(piece)); }
  // Hands on the rest.
  bool finish() {
    if (wanted_ && !text_.empty()) wanted_ = take_(text_);
    text_.clear();
    return wanted_;
  }

  bool wanted() const { return wanted_; }

 private:
  static constexpr std::size_t piece_bytes = 1 << 16;

  const TakeText& take_;
  std::string text_;
  bool wanted_ = true;
};

}  // namespace daybook
