#include "daybook/log/group_commit.h"

#include <algorithm>
#include <utility>

namespace daybook {

namespace {

constexpr std::size_t appends_max = 256;  // in one transaction: nobody waits long for others

}  // namespace

result<std::vector<Position>> GroupCommit::append(std::span<const Expectation> expectations,
                                                  std::span<const NewEvent> events) {
  Waiting own;
  own.what = {expectations, events};
  std::unique_lock lock(mutex_);
  waiting_.push_back(&own);
  if (led_) own.turn.wait(lock, [&] { return own.answer || own.leads; });
  if (!own.answer) lead(lock);
  return std::move(*own.answer);
}

void GroupCommit::lead(std::unique_lock<std::mutex>& lock) {
  const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(waiting_.size(), appends_max));
  const std::vector<Waiting*> group(waiting_.begin(), end);
  waiting_.erase(waiting_.begin(), end);
  led_ = true;
  lock.unlock();
  std::vector<Append> appends;
  appends.reserve(group.size());
  for (const Waiting* each : group)
    appends.push_back(each->what);
  auto answers = log_.append_all(appends);
  lock.lock();
  for (std::size_t i = 0; i < group.size(); ++i) {
    group[i]->answer = std::move(answers[i]);
    group[i]->turn.notify_one();
  }
  // The first of those who have come meanwhile leads next.
  led_ = !waiting_.empty();
  if (!led_) return;
  waiting_.front()->leads = true;
  waiting_.front()->turn.notify_one();
}

}  // namespace daybook
