#pragma once

#include <map>
#include <string>

#include "daybook/register/register.h"

namespace daybook {

// Gives out ids of activities: year, place and a number, short enough for the telephone: 2016-vienna-3. An id
// is never used again, not even when its activity was withdrawn or its date corrected.
class ActivityIds {
 public:
  explicit ActivityIds(const Register& reg) : register_(reg) {}
  std::string next(const ActivityRecorded& activity);

 private:
  const Register& register_;
  std::map<std::string, int> last_;  // by year and place
};

}  // namespace daybook
