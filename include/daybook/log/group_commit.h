#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "daybook/log/event_log.h"

namespace daybook {

// A log that many threads append to at once: those who wait share a transaction, and with it a sync. Nobody
// is answered before the sync that holds their events. Any thread may call it; the first to come does the
// work of all who have come since. Where others appended a moment ago, it waits for them to come again, for
// as long as the commit before took at most: who writes alone never waits.
class GroupCommit {
 public:
  explicit GroupCommit(EventLog log) : log_(std::move(log)) {}
  GroupCommit(const GroupCommit&) = delete;
  GroupCommit& operator=(const GroupCommit&) = delete;

  // As EventLog::append().
  result<std::vector<Position>> append(std::span<const Expectation> expectations,
                                       std::span<const NewEvent> events);

 private:
  enum class Turn : int { waits, leads, answered };
  // Each waits for itself: to wake them all would only let most of them wait again.
  struct Waiting {
    Waiting(PreparedAppend prepared, std::string_view id) : what(std::move(prepared)), first_id(id) {}
    PreparedAppend what;
    std::string_view first_id;
    result<std::vector<Position>> answer;  // once it is answered
    std::atomic<Turn> turn = Turn::waits;
  };
  void lead();

  EventLog log_;  // used by one thread at a time, the one that leads
  std::mutex mutex_;
  std::vector<std::shared_ptr<Waiting>> waiting_;
  bool led_ = false;
  std::size_t writers_ = 1;  // those who were answered or waited when the last commit ended
  std::chrono::steady_clock::duration took_{};  // the last commit
  std::condition_variable gathered_;            // so many wait
};

}  // namespace daybook
