// Standard output and input as a terminal, a file or a pipe.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace daybook {

// Standard output, for a text that comes in pieces.
class Output {
 public:
  // Writes all of it. False when it is of no use to go on: it could not be written, which is then told on
  // standard error, or the reader has gone away.
  bool write(std::string_view text);
  // A reader that has gone away is no error.
  bool good() const { return good_; }

 private:
  bool good_ = true;
};

// Writes all of it to standard output, and answers whether that is good.
bool print(std::string_view text);
void print_error(std::string_view line);

// Columns of the terminal that standard output is; else $COLUMNS, else 100.
int terminal_width();
bool stdin_is_terminal();

// Prints the question and reads one line; none at the end of input.
std::optional<std::string> ask(std::string_view question);

// How far a long task is, on one line of standard error that is written over; only at a terminal, and only
// after the first second.
class Progress {
 public:
  explicit Progress(std::string task);
  void show(std::size_t done, std::size_t of);
  void clear();

 private:
  std::string task_;
  bool terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace daybook
