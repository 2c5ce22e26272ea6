#pragma once

#include <chrono>
#include <string>

#include "daybook/base/error.h"

namespace daybook {

// The right to write to one log: an advisory lock of the operating system (flock) on the file `<log>.lock`,
// which is never removed and holds nothing. It ends with the process that held it, however that ends.
class WriterLock {
 public:
  explicit WriterLock(const std::string& log_file) : file_(log_file + ".lock") {}
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

  // Tries until it is free; with no time to wait, once. Errors: E-LOG-BUSY, E-LOG-IO.
  result<void> acquire(std::chrono::milliseconds wait);
  void release();

 private:
  result<bool> try_once();

  std::string file_;
  int descriptor_ = -1;
};

}  // namespace daybook
