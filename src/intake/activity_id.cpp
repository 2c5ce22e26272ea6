#include "daybook/intake/activity_id.h"

#include <fmt/format.h>

#include "daybook/base/utf8.h"

namespace daybook {

namespace {

std::string place_word(const Place& place) {
  if (place.mode == Mode::virtual_) return "virtual";
  if (!place.city.empty()) return place.city;
  return ascii_lower(place.states.front());
}

}  // namespace

std::string ActivityIds::next(const ActivityRecorded& activity) {
  const std::string prefix =
      fmt::format("{}-{}", activity.dates.front().first.year(), place_word(activity.place));
  int& number = last_[prefix];
  std::string id;
  do {
    id = fmt::format("{}-{}", prefix, ++number);
  } while (register_.find_activity(id));
  return id;
}

}  // namespace daybook
