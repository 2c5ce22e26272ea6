// An activity as a person or a file gives it, field by field in words, and its reading into structure. The
// one way in for a row of annex XVIII, a row of XIX that stands alone, and an activity typed at the terminal.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daybook/vocab/vocabulary.h"
#include "events/activity_recorded.h"

namespace daybook {

struct ActivityForm {
  std::string dates;
  std::string place;
  std::string title_zh;
  std::string title_en;
  std::string organizers;
  std::string participants;
  std::string kind;
  std::string audience;
  std::string states;
  std::string regions;
};

// Gets each fault with the name of the form's field.
using FaultSink = std::function<void(std::string_view field, Error)>;

// None when there was a fault; every field is looked at, so that all faults are told at once.
std::optional<ActivityRecorded> read_activity(const ActivityForm& form, const Vocabulary& vocabulary,
                                              const FaultSink& fault);

// One field to be changed, as `record activity` names it (dates, place, title, title-en, organizers …), and
// its new words; none takes the field out.
struct FieldChange {
  std::string field;
  std::string words;
};

// The activity with those fields changed; the role follows the organizers. None when there was a fault; each
// is told with the name of its field. Errors: E-USAGE for a field that there is not, and those of reading.
std::optional<ActivityRecorded> change_activity(ActivityRecorded activity,
                                                const std::vector<FieldChange>& changes,
                                                const Vocabulary& vocabulary, const FaultSink& fault);

// co-organized when the committee itself is among the organizers (paragraph 91), else took-part.
Role role_of(const std::vector<Party>& organizers);

}  // namespace daybook
