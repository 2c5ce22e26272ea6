// What an EventLog is made of, whatever the backend.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "daybook/log/event_log.h"

#include "src/log/log_store.h"
#include "src/log/merkle.h"

namespace daybook {

class EventLog::Implementation {
 public:
  Implementation(std::unique_ptr<LogStore> store, Clock clock)
      : store_(std::move(store)), clock_(std::move(clock)) {}

  result<std::vector<Position>> append(const Append& what);
  std::vector<result<std::vector<Position>>> append_all(std::span<const Append> appends);
  result<TakenOver> take_over(const EventSource& source);
  result<Head> head();
  LogStore& store() { return *store_; }

 private:
  struct Job;
  class Overtaking;
  // The end of the log as this object last saw it. The log only grows, so it is right as long as the size is.
  struct End {
    MerkleTree tree;
    Instant recorded_at;
  };
  result<std::vector<Position>> append_alone(Job& job);
  bool add_together(std::span<const Append> appends, std::vector<result<std::vector<Position>>>& answers);
  result<void> begin();
  result<void> finish(bool commit, End end, const result<std::vector<Position>>& so_far);
  result<std::vector<Position>> add(Job& job, End& end);
  result<std::vector<Position>> write(Job& job, End& end);
  result<void> refresh();

  std::unique_ptr<LogStore> store_;
  Clock clock_;
  std::optional<End> end_;
};

}  // namespace daybook
