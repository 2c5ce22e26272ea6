// Activities like the real ones, as many as wanted. Each part of each (organizers, participants, place …) is
// drawn by itself from the published record, so that lists recur as often as they do there but their pairs do
// not. Dates lie between 2004 and 2030, in the order of recording but for up to three months, as a desk
// records them; every title is another. The same seed makes the same activities.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "daybook/event/envelope.h"
#include "daybook/vocab/vocabulary.h"
#include "events/activity_recorded.h"

namespace daybook::bench {

inline constexpr std::size_t batch_size = 10'000;  // events of one append

class MadeActivities {
 public:
  // Imports the records into a log in `folder`, and draws from what is recorded.
  MadeActivities(const std::string& records, const std::string& folder, const Vocabulary& vocabulary,
                 std::size_t wanted, unsigned seed);

  std::vector<NewEvent> next(std::size_t n);

 private:
  const ActivityRecorded& any();
  NewEvent next_event();

  std::vector<ActivityRecorded> real_;
  std::size_t wanted_;
  std::mt19937 random_;
  std::size_t made_ = 0;
  std::string batch_;
};

}  // namespace daybook::bench
