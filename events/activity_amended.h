// activity-amended: some fields of an activity were wrong or have become known. The patch is a JSON Merge
// Patch (RFC 7396) of the fields of activity-recorded: what it names is replaced, null takes a field out, the
// rest stays.
#pragma once

#include "daybook/event/checks.h"
#include "daybook/event/merge_patch.h"
#include "events/activity_recorded.h"

namespace daybook {

struct ActivityAmended {
  static constexpr std::string_view type = "activity-amended";
  static constexpr std::int64_t type_version = 1;
  static constexpr bool corrects = true;

  RawJson patch;

  friend bool operator==(const ActivityAmended&, const ActivityAmended&) = default;
};
BOOST_DESCRIBE_STRUCT(ActivityAmended, (), (patch))

// The activity with the patch applied. Errors: E-JSON, E-DATE, E-EVENT and E-LIMIT, naming the field.
inline result<ActivityRecorded> amended(const ActivityRecorded& activity, const ActivityAmended& event) {
  const auto patched = merge_patch(encode(activity), event.patch.bytes);
  if (!patched) return fail(patched.error());
  auto now = decode<ActivityRecorded>(*patched);
  if (!now) return now;
  if (auto good = check(*now); !good) return fail(good.error());
  return now;
}

// Errors: E-EVENT when the patch is no object, is empty, or names a field that an activity does not have.
inline result<void> check(const ActivityAmended& event) {
  const auto fields = split<ActivityRecorded>(event.patch.bytes);
  if (!fields || event.patch.bytes == "{}")
    return checks::field("patch", ErrorCode::event,
                         fields ? "an amendment changes something" : fields.error()->sentence);
  return {};
}

}  // namespace daybook
