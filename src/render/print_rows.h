// Rows on their way to whoever takes them.
#pragma once

#include <cstddef>
#include <string>

#include "daybook/base/in_turns.h"
#include "daybook/base/outlet.h"
#include "daybook/base/side_by_side.h"
#include "daybook/table/table.h"

namespace daybook {

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
