#include <algorithm>

#include "daybook/register/register.h"

namespace daybook {

VersionIndex View::end() const {
  const auto& from = register_->versions().from;
  return static_cast<VersionIndex>(std::lower_bound(from.begin(), from.end(), n_) - from.begin());
}

std::optional<VersionIndex> View::version_of(ActivityIndex activity) const {
  const auto& before = register_->versions().before;
  for (VersionIndex v = register_->last_version(activity); v != no_version; v = before[v])
    if (holds(v)) return v;
  return std::nullopt;
}

const MergeEntry* View::merge_of(ActivityIndex given_up) const {
  const auto known = register_->merges_of_.find(given_up);
  if (known == register_->merges_of_.end()) return nullptr;
  for (const std::uint32_t index : known->second) {
    const MergeEntry& merge = register_->merges()[index];
    if (merge.given_up == given_up && holds(merge)) return &merge;
  }
  return nullptr;
}

ActivityIndex View::survivor_of(ActivityIndex activity) const {
  while (const MergeEntry* merge = merge_of(activity))
    activity = merge->survivor;
  return activity;
}

std::vector<ActivityIndex> View::given_up_for(ActivityIndex activity) const {
  std::vector<ActivityIndex> all;
  std::vector<ActivityIndex> open{activity};
  while (!open.empty()) {
    const auto known = register_->merges_of_.find(open.back());
    const ActivityIndex survivor = open.back();
    open.pop_back();
    if (known == register_->merges_of_.end()) continue;
    for (const std::uint32_t index : known->second) {
      const MergeEntry& merge = register_->merges()[index];
      if (merge.survivor != survivor || !holds(merge)) continue;
      all.push_back(merge.given_up);
      open.push_back(merge.given_up);
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

void View::add_listings(std::vector<ListingEntry>& listings, ActivityIndex activity) const {
  register_->for_each_listing_of(activity, [&](const ListingEntry& listing) {
    if (holds(listing)) listings.push_back(listing);
  });
}

std::vector<ListingEntry> View::listings_of(ActivityIndex activity) const {
  std::vector<ListingEntry> listings;
  add_listings(listings, activity);
  for (const ActivityIndex given_up : given_up_for(activity))
    add_listings(listings, given_up);
  std::sort(listings.begin(), listings.end(),
            [](const auto& a, const auto& b) { return a.position < b.position; });
  return listings;
}

}  // namespace daybook
