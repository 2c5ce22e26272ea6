#include "daybook/log/group_commit.h"

#include <algorithm>
#include <utility>

namespace daybook {

namespace {

constexpr std::size_t appends_max = 256;  // in one transaction: nobody waits long for others

}  // namespace

result<std::vector<Position>> GroupCommit::append(std::span<const Expectation> expectations,
                                                  std::span<const NewEvent> events) {
  // Each makes its own drafts, while others do or the one that leads is at work.
  auto prepared = PreparedAppend::make({expectations, events});
  if (!prepared) return fail(prepared.error());
  if (events.empty()) return std::vector<Position>{};
  const auto own = std::make_shared<Waiting>(std::move(*prepared), events.front().id);
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(own);
    if (waiting_.size() == writers_) gathered_.notify_one();
    if (!led_) own->turn = Turn::leads;
    led_ = true;
  }
  own->turn.wait(Turn::waits);
  if (own->turn == Turn::leads) lead();
  return std::move(own->answer);
}

void GroupCommit::lead() {
  std::unique_lock lock(mutex_);
  // Those who were answered just now come again one by one; a commit for the first of them alone would keep
  // all the others waiting.
  gathered_.wait_for(lock, took_, [&] { return waiting_.size() >= writers_; });
  const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(waiting_.size(), appends_max));
  std::vector<std::shared_ptr<Waiting>> group(waiting_.begin(), end);
  waiting_.erase(waiting_.begin(), end);
  lock.unlock();
  const auto begin = std::chrono::steady_clock::now();
  // In the order in which their events were made: what has the greatest id so far need not be looked for.
  std::ranges::sort(group, {}, [](const auto& each) { return each->first_id; });
  std::vector<PreparedAppend*> appends;
  appends.reserve(group.size());
  for (const auto& each : group)
    appends.push_back(&each->what);
  auto answers = log_.append_all(appends);
  const auto took = std::chrono::steady_clock::now() - begin;
  lock.lock();
  took_ = took;
  writers_ = std::min(group.size() + waiting_.size(), appends_max);
  // The first of those who have come meanwhile leads next.
  led_ = !waiting_.empty();
  const auto next = led_ ? waiting_.front() : nullptr;
  lock.unlock();
  const auto wake = [](Waiting& waiting, Turn turn) {
    waiting.turn = turn;
    waiting.turn.notify_one();
  };
  if (next) wake(*next, Turn::leads);
  for (std::size_t i = 0; i < group.size(); ++i) {
    group[i]->answer = std::move(answers[i]);
    wake(*group[i], Turn::answered);
  }
}

}  // namespace daybook
