#include "src/log/preparation.h"

#include <cassert>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace daybook {

namespace {

// Telling of each event would make two cores fight for one line of memory.
constexpr std::size_t events_told_at_once = 64;

// Drafts that an append no longer needs, for the next of the same thread: new memory for each event costs
// more than what is written into it.
std::vector<EventDraft>& spare_drafts() {
  static thread_local std::vector<EventDraft> spare;
  return spare;
}

void spare(std::vector<EventDraft> drafts) {
  constexpr std::size_t worth_keeping = std::size_t{16} << 20;
  std::size_t bytes = 0;
  for (const EventDraft& draft : drafts)
    bytes += draft.bytes().capacity();
  if (bytes <= worth_keeping) spare_drafts() = std::move(drafts);
}

// Which event of the append an error is about, where there is more than one.
Error at_event(Error error, std::span<const NewEvent> events, std::size_t at) {
  if (events.size() > 1 && error.hint.empty())
    error.hint = fmt::format("event {} of {}, id {}", at + 1, events.size(), events[at].id);
  return error;
}

}  // namespace

Preparation::Preparation(std::span<const NewEvent> events)
    : events_(events), drafts_(std::exchange(spare_drafts(), {})) {
  constexpr std::size_t worth_a_thread = 512;
  if (drafts_.size() < events.size()) drafts_.resize(events.size());
  leaves_.reserve(events.size());
  if (events.size() < worth_a_thread) {
    make_all();
    return;
  }
  // Memory is the caller's to give: that of a new thread is given by the system 4 KiB after 4 KiB.
  for (std::size_t i = 0; i < events.size(); ++i)
    drafts_[i].make_room(events[i]);
  try {
    thread_ = std::thread([this] { prepare(); });
  } catch (const std::system_error&) {
    make_all();  // no thread is to be had: this one does it all
  }
}

Preparation::~Preparation() {
  if (thread_.joinable()) {
    auto making = Stage::making;
    if (stage_.compare_exchange_strong(making, Stage::given_up)) stage_.notify_one();
    thread_.join();
  }
  spare(std::move(drafts_));
}

void Preparation::prepare() {
  make_all();
  stage_.wait(Stage::making, std::memory_order_acquire);
  if (stage_.load(std::memory_order_acquire) == Stage::sealing && !failed_) seal_up_to(events_.size());
}

void Preparation::make_all() {
  for (std::size_t i = 0; i < events_.size() && !failed_; ++i) {
    const auto made = drafts_[i].remake(events_[i]);
    if (made) {
      if (stage_.load(std::memory_order_acquire) == Stage::sealing) seal_up_to(i + 1);
      continue;
    }
    error_ = at_event(made.error(), events_, i);
    failed_.store(true, std::memory_order_release);
    sealed_.store(events_.size(), std::memory_order_release);
    sealed_.notify_one();
  }
  made_.store(true, std::memory_order_release);
  made_.notify_one();
}

void Preparation::seal_up_to(std::size_t end) {
  for (std::size_t i = leaves_.size(); i < end; ++i) {
    drafts_[i].seal(recorded_at_, revisions_[i]);
    leaves_.push_back(leaf_hash(drafts_[i].bytes()));
    tree_.add_leaf(leaves_[i], tiles_);
    if ((i + 1) % events_told_at_once != 0 && i + 1 != events_.size()) continue;
    sealed_.store(i + 1, std::memory_order_release);
    sealed_.notify_one();
  }
}

result<void> Preparation::so_far() const {
  if (failed_.load(std::memory_order_acquire)) return fail(error_);
  return {};
}

result<void> Preparation::check() {
  made_.wait(false, std::memory_order_acquire);
  return so_far();
}

void Preparation::seal(std::vector<Revision> revisions, std::string_view recorded_at, MerkleTree tree) {
  assert(revisions.size() == events_.size());
  revisions_ = std::move(revisions);
  recorded_at_ = recorded_at;
  tree_ = std::move(tree);
  stage_.store(Stage::sealing, std::memory_order_release);
  stage_.notify_one();
  if (!thread_.joinable() && !failed_) seal_up_to(events_.size());
}

result<void> Preparation::wait_for(std::size_t i) {
  for (auto sealed = sealed_.load(std::memory_order_acquire); sealed <= i;
       sealed = sealed_.load(std::memory_order_acquire))
    sealed_.wait(sealed, std::memory_order_acquire);
  return so_far();
}

}  // namespace daybook
