#include "daybook/log/group_commit.h"

#include <algorithm>
#include <utility>

namespace daybook {

namespace {

constexpr std::size_t appends_max = 256;  // in one transaction: nobody waits long for others

}  // namespace

result<std::vector<Position>> GroupCommit::append(std::span<const Expectation> expectations,
                                                  std::span<const NewEvent> events) {
  const auto own = std::make_shared<Waiting>();
  own->what = {expectations, events};
  std::unique_lock lock(mutex_);
  waiting_.push_back(own);
  if (waiting_.size() == writers_) gathered_.notify_one();
  if (led_) own->turn.wait(lock, [&] { return own->answer || own->leads; });
  if (!own->answer) lead(lock);
  return std::move(*own->answer);
}

void GroupCommit::lead(std::unique_lock<std::mutex>& lock) {
  led_ = true;
  // Those who were answered just now come again one by one; a commit for the first of them alone would keep
  // all the others waiting.
  gathered_.wait_for(lock, took_, [&] { return waiting_.size() >= writers_; });
  const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(waiting_.size(), appends_max));
  const std::vector<std::shared_ptr<Waiting>> group(waiting_.begin(), end);
  waiting_.erase(waiting_.begin(), end);
  lock.unlock();
  const auto begin = std::chrono::steady_clock::now();
  std::vector<Append> appends;
  appends.reserve(group.size());
  for (const auto& each : group)
    appends.push_back(each->what);
  auto answers = log_.append_all(appends);
  const auto took = std::chrono::steady_clock::now() - begin;
  lock.lock();
  took_ = took;
  writers_ = std::min(group.size() + waiting_.size(), appends_max);
  for (std::size_t i = 0; i < group.size(); ++i)
    group[i]->answer = std::move(answers[i]);
  // The first of those who have come meanwhile leads next.
  led_ = !waiting_.empty();
  const auto next = led_ ? waiting_.front() : nullptr;
  if (next) next->leads = true;
  // They are woken when they need not wait for this thread as well.
  lock.unlock();
  if (next) next->turn.notify_one();
  for (const auto& each : group)
    each->turn.notify_one();
}

}  // namespace daybook
