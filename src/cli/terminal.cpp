#include "terminal.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include <sys/ioctl.h>
#include <unistd.h>

namespace daybook {

bool Output::write(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) return false;
    if (written < 0) {
      print_error(std::string("E-FILE: standard output cannot be written: ") + std::strerror(errno));
      return good_ = false;
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool print(std::string_view text) {
  Output output;
  output.write(text);
  return output.good();
}

void print_error(std::string_view line) {
  std::cerr << line << '\n';
}

int terminal_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) != 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const int width = columns == nullptr ? 0 : static_cast<int>(std::strtol(columns, nullptr, 10));
  return width > 0 ? width : 100;
}

bool stdin_is_terminal() {
  return isatty(STDIN_FILENO) != 0;
}

std::optional<std::string> ask(std::string_view question) {
  std::cerr << question << std::flush;
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  return line;
}

Progress::Progress(std::string task)
    : task_(std::move(task)),
      terminal_(isatty(STDERR_FILENO) != 0),
      next_(std::chrono::steady_clock::now() + std::chrono::seconds(1)) {}

void Progress::show(std::size_t done, std::size_t of) {
  const auto now = std::chrono::steady_clock::now();
  if (!terminal_ || now < next_) return;
  next_ = now + std::chrono::milliseconds(200);
  shown_ = true;
  std::cerr << "\r" << task_ << ": " << done << " of " << of << std::flush;
}

void Progress::clear() {
  if (shown_) std::cerr << "\r\033[K" << std::flush;
}

}  // namespace daybook
