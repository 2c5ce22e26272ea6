// What an EventLog is made of, whatever the backend.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "daybook/log/event_log.h"

#include "src/log/append_job.h"
#include "src/log/log_store.h"
#include "src/log/merkle.h"

namespace daybook {

class EventLog::Implementation {
 public:
  Implementation(std::unique_ptr<LogStore> store, Clock clock)
      : store_(std::move(store)), clock_(std::move(clock)) {}

  result<std::vector<Position>> append(const Append& what);
  std::vector<result<std::vector<Position>>> append_all(std::span<AppendJob* const> jobs);
  result<TakenOver> take_over(const EventSource& source);
  result<Head> head();
  LogStore& store() { return *store_; }

 private:
  class Overtaking;
  // Whether a stream that is written to is taken for what the append expects of it, since the store refuses
  // what is not the next revision: most appends are right, and a look at the stream costs a tenth of what
  // writing an event does.
  enum class Trust { expectations, nothing };
  // The end of the log as this object last saw it. The log only grows, so it is right as long as the size is.
  struct End {
    MerkleTree tree;
    Instant recorded_at;
  };
  result<std::vector<Position>> append_alone(AppendJob& job, Trust trust);
  bool add_together(std::span<AppendJob* const> jobs, Trust trust,
                    std::vector<result<std::vector<Position>>>& answers);
  result<void> begin();
  result<void> finish(bool commit, End end, const result<std::vector<Position>>& so_far);
  result<std::vector<Position>> add(AppendJob& job, Trust trust, End& end);
  result<std::vector<Position>> write(AppendJob& job, End& end);
  result<void> refresh();

  std::unique_ptr<LogStore> store_;
  Clock clock_;
  std::optional<End> end_;
};

}  // namespace daybook
