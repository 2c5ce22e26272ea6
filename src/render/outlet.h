// A text on its way to whoever takes it: it never stands in memory as a whole.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "daybook/base/in_turns.h"
#include "daybook/base/side_by_side.h"
#include "daybook/base/take_text.h"
#include "daybook/table/table.h"

namespace daybook {

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
  bool finish() {
    if (wanted_ && !text_.empty()) wanted_ = take_(text_);
    text_.clear();
    return wanted_;
  }

 private:
  static constexpr std::size_t piece_bytes = 1 << 16;

  const TakeText& take_;
  std::string text_;
  bool wanted_ = true;
};

// Prints rows 0, 1 … of so many, on every processor where they are many. `make_printer()` is called once a
// thread, on it, and answers what appends a row: void(std::size_t row, std::string& out).
template <class MakePrinter>
void print_rows(std::size_t rows, Outlet& out, const MakePrinter& make_printer) {
  const std::size_t threads = pieces_of(rows, rows_worth_a_thread);
  if (threads == 1) {
    auto print = make_printer();
    for (std::size_t row = 0; row < rows && out.hand_on(); ++row)
      print(row, out.text());
    return;
  }
  static constexpr std::size_t together = 128;
  struct Worker {
    using Piece = std::string;
    std::size_t rows;
    Outlet& out;
    decltype(make_printer()) print;

    result<void> prepare(std::uint64_t number, Piece& piece) {
      piece.clear();
      const std::size_t first = number * together;
      for (std::size_t row = first; row < std::min(first + together, rows); ++row)
        print(row, piece);
      return {};
    }
    result<void> take_over(Piece& piece) {
      // An error is how a worker ends the task; it is not told.
      return out.hand_on(piece) ? result<void>() : fail(ErrorCode::file, "no more is wanted");
    }
  };
  static_cast<void>(in_turns((rows + together - 1) / together, static_cast<unsigned>(threads),
                             [&]() -> result<Worker> { return Worker{rows, out, make_printer()}; }));
}

}  // namespace daybook
