#include "src/log/append_job.h"

#include <utility>

#include <fmt/format.h>

#include "daybook/base/limits.h"

namespace daybook {

result<void> AppendJob::check() {
  auto found_ids = ids_of(what.events);
  if (!found_ids) return fail(found_ids.error());
  auto matched = match_streams(what.expectations, what.events);
  if (!matched) return fail(matched.error());
  ids = std::move(*found_ids);
  streams = std::move(*matched);
  return {};
}

result<void> check_amount(std::span<const NewEvent> events) {
  if (events.size() > limits::batch_events_max)
    return fail(ErrorCode::limit, fmt::format("{} events are too many for one append; at most {} fit",
                                              events.size(), limits::batch_events_max));
  std::size_t bytes = 0;
  for (const NewEvent& event : events)
    bytes += event.data.size();
  if (bytes <= limits::batch_bytes_max) return {};
  return fail(ErrorCode::limit, fmt::format("{} bytes of data are too many for one append; at most {} fit",
                                            bytes, limits::batch_bytes_max));
}

result<PreparedAppend> PreparedAppend::make(const Append& what) {
  if (auto good = check_amount(what.events); !good) return fail(good.error());
  auto job = std::make_unique<AppendJob>(what);
  auto good = job->check();
  // A malformed event is told before all else.
  if (auto formed = job->preparation.check(); !formed) return fail(formed.error());
  if (!good) return fail(good.error());
  return PreparedAppend(std::move(job));
}

PreparedAppend::PreparedAppend(std::unique_ptr<AppendJob> job) : job_(std::move(job)) {}
PreparedAppend::PreparedAppend(PreparedAppend&&) noexcept = default;
PreparedAppend& PreparedAppend::operator=(PreparedAppend&&) noexcept = default;
PreparedAppend::~PreparedAppend() = default;

}  // namespace daybook
