// Storage that fails on purpose.
#pragma once

#include "tests/log/test_disk.h"

namespace daybook::test {

class FailingDisk final : public TestDisk {
 public:
  enum Duration { once, for_good };
  enum Steps { writes_and_syncs, syncs };

  // The step after `steps` more ones fails; a write with `write_error`.
  void fail_after(int steps, Duration duration, Steps which = writes_and_syncs,
                  int write_error = SQLITE_IOERR_WRITE) {
    armed_ = true;
    failed_ = false;
    steps_left_ = steps;
    duration_ = duration;
    which_ = which;
    write_error_ = write_error;
  }
  void heal() { armed_ = false; }
  bool has_failed() const { return failed_; }
  int opened() const { return opened_; }  // files, so far

  void opening(const std::string&) override { ++opened_; }
  int writing(const std::string&, std::string_view, std::uint64_t) override {
    return fails_now(false) ? write_error_ : SQLITE_OK;
  }
  int syncing(const std::string&) override { return fails_now(true) ? SQLITE_IOERR_FSYNC : SQLITE_OK; }
  int truncating(const std::string&, std::uint64_t) override {
    return fails_now(false) ? SQLITE_IOERR_TRUNCATE : SQLITE_OK;
  }

 private:
  bool fails_now(bool is_sync) {
    if (!armed_ || (!is_sync && which_ == syncs)) return false;
    if (failed_) return duration_ == for_good;
    if (steps_left_-- > 0) return false;
    failed_ = true;
    return true;
  }

  bool armed_ = false;
  bool failed_ = false;
  int steps_left_ = 0;
  Duration duration_ = once;
  Steps which_ = writes_and_syncs;
  int write_error_ = SQLITE_IOERR_WRITE;
  int opened_ = 0;
};

}  // namespace daybook::test
