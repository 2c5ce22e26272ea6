#include "daybook/projections/question.h"

#include <tuple>

namespace daybook {

void sort_by_date(const Register& reg, std::vector<VersionIndex>& versions) {
  const auto& columns = reg.versions();
  std::sort(versions.begin(), versions.end(), [&](VersionIndex a, VersionIndex b) {
    return std::tie(columns.first_day[a], columns.last_day[a], columns.activity[a]) <
           std::tie(columns.first_day[b], columns.last_day[b], columns.activity[b]);
  });
}

}  // namespace daybook
