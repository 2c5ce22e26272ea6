#include "groups.h"

#include <algorithm>

namespace daybook {

namespace {

using Group = std::vector<VersionIndex>;

// The versions that are current, those of activities that were merged once.
Group current_of(const View& view, const ActivitiesGrouped& grouped) {
  Group group;
  for (const std::string& id : grouped.activities) {
    const auto activity = view.of().find_activity(id);
    const auto version = activity ? view.version_of(view.survivor_of(*activity)) : std::nullopt;
    if (version && std::find(group.begin(), group.end(), *version) == group.end()) group.push_back(*version);
  }
  return group;
}

void add_to(Group& group, const Group& more) {
  for (const VersionIndex version : more)
    if (std::find(group.begin(), group.end(), version) == group.end()) group.push_back(version);
}

}  // namespace

std::vector<VersionIndex> left_out_by_groups(const View& view) {
  std::vector<Group> groups;  // none of which shares a version with another
  for (const auto* fact : view.facts<ActivitiesGrouped>()) {
    const Group now = current_of(view, fact->data);
    std::vector<Group> apart;
    Group joined;
    for (Group& group : groups) {
      const bool shares =
          std::find_first_of(group.begin(), group.end(), now.begin(), now.end()) != group.end();
      if (shares)
        add_to(joined, group);
      else
        apart.push_back(std::move(group));
    }
    add_to(joined, now);
    apart.push_back(std::move(joined));
    groups = std::move(apart);
  }
  std::vector<VersionIndex> left_out;
  for (const Group& group : groups)
    if (!group.empty()) left_out.insert(left_out.end(), group.begin() + 1, group.end());
  std::sort(left_out.begin(), left_out.end());
  return left_out;
}

}  // namespace daybook
