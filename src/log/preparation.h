#pragma once

#include <atomic>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "src/log/event_draft.h"
#include "src/log/merkle.h"

namespace daybook {

// What can be done with the events of one append without the backend: drafts are made and checked from the
// first moment on; once it is known what they are sealed with, they are sealed and hashed into the tree. Many
// events are prepared in their order on a thread of their own, while the caller asks the backend and stores
// the first. One thread may call it.
class Preparation {
 public:
  // The events must live as long as it does.
  explicit Preparation(std::span<const NewEvent> events);
  ~Preparation();
  Preparation(const Preparation&) = delete;
  Preparation& operator=(const Preparation&) = delete;

  // Whether a malformed event has been found by now; of few events, whether there is one. Errors: those of
  // EventDraft::make(), of the first event that has one.
  result<void> so_far() const;
  // The same of all the events. Waits for them.
  result<void> check();

  // Lets the events be sealed and added to the tree. At most once. REQUIRES: a revision for each event;
  // recorded_at is Instant::text().
  void seal(std::vector<Revision> revisions, std::string_view recorded_at, MerkleTree tree);
  // Waits until event i is sealed. REQUIRES: seal(). Errors: as so_far().
  result<void> wait_for(std::size_t i);
  // REQUIRES: wait_for(i) was good; for the tree and its new tiles, wait_for() the last event.
  const std::string& bytes(std::size_t i) const { return drafts_[i].bytes(); }
  const Hash& leaf(std::size_t i) const { return leaves_[i]; }
  Revision revision(std::size_t i) const { return revisions_[i]; }
  const MerkleTree& tree() const { return tree_; }
  const std::vector<TileRoot>& tiles() const { return tiles_; }

 private:
  enum class Stage { making, sealing, given_up };
  void make_all();
  void seal_up_to(std::size_t end);
  void prepare();

  std::span<const NewEvent> events_;
  std::vector<EventDraft> drafts_;
  std::vector<Hash> leaves_;
  std::vector<Revision> revisions_;
  std::string recorded_at_;
  MerkleTree tree_;
  std::vector<TileRoot> tiles_;
  Error error_;  // told by failed_

  std::atomic<Stage> stage_ = Stage::making;
  std::atomic<bool> failed_ = false;
  std::atomic<bool> made_ = false;  // all drafts, or those before the malformed one
  std::atomic<std::size_t> sealed_ =
      0;  // all of them, too, when there is a malformed one: nobody waits longer
  std::thread thread_;
};

}  // namespace daybook
