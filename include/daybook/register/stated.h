// What single events state, and others may take back and let hold again.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include <boost/unordered/unordered_flat_map.hpp>

namespace daybook {

using EventCount = std::uint32_t;  // a position, or a number of events; 4,294,967,295 = no end

inline constexpr EventCount no_end = 0xFFFF'FFFF;

// It holds for every n with from < n <= to, n = the number of events that are known.
struct Stretch {
  EventCount position = 0;  // of the event that stated it
  EventCount from = 0;      // that position, or a later one at which it was let hold again
  EventCount to = no_end;

  bool holds(EventCount n) const { return from < n && n <= to; }
};

// Entries are Stretches with something in them, in the order of `from`; one that holds again is a second
// entry with the same position. Nothing is ever removed.
template <class Entry>
class Stated {
 public:
  const std::vector<Entry>& all() const { return entries_; }

  // REQUIRES: position and from are that of the event being applied.
  void state(Entry entry) { entries_.push_back(std::move(entry)); }

  // The newest entry of what was stated at `position`; none when nothing was stated there.
  std::optional<std::size_t> latest(EventCount position) const {
    if (const auto again = again_.find(position); again != again_.end()) return again->second;
    const auto at = std::lower_bound(entries_.begin(), entries_.end(), position,
                                     [](const Entry& entry, EventCount p) { return entry.from < p; });
    if (at == entries_.end() || at->from != position || at->position != position) return std::nullopt;
    return static_cast<std::size_t>(at - entries_.begin());
  }
  // From position `at` on the entry holds no more. Answers whether it held.
  bool withdraw(std::size_t index, EventCount at) {
    if (entries_[index].to != no_end) return false;
    entries_[index].to = at;
    return true;
  }
  // From position `at` on it holds again, as a new last entry. Answers whether it did not hold.
  bool reinstate(std::size_t index, EventCount at) {
    if (entries_[index].to == no_end) return false;
    Entry entry = entries_[index];
    entry.from = at;
    entry.to = no_end;
    again_[entry.position] = entries_.size();
    entries_.push_back(std::move(entry));
    return true;
  }

 private:
  std::vector<Entry> entries_;
  boost::unordered_flat_map<EventCount, std::size_t> again_;  // by position: its newest entry
};

}  // namespace daybook
