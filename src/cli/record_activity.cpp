#include "record_activity.h"

#include <array>

#include <fmt/format.h>

#include "terminal.h"

namespace daybook {

namespace {

struct Question {
  std::string_view field;  // of ActivityForm, as the reader of the form names it
  std::string_view flag;
  std::string ActivityForm::* member;
  std::string_view words;
  std::string_view otherwise;  // taken when the answer is empty
};

constexpr std::array<Question, 10> questions{{
    {"dates", "--date", &ActivityForm::dates, "Date (2022年6月2-3日)", ""},
    {"place", "--place", &ActivityForm::place, "Place (维也纳, 新西兰奥克兰, 虚拟会议)", ""},
    {"title_zh", "--title", &ActivityForm::title_zh, "Title in Chinese", ""},
    {"title_en", "--title-en", &ActivityForm::title_en, "Title in English (may be empty)", ""},
    {"organizers", "--organizers", &ActivityForm::organizers, "Organizers (欧安组织、裁军事务厅 d)", ""},
    {"participants", "--participants", &ActivityForm::participants, "Participants (may be empty)", ""},
    {"kind", "--kind", &ActivityForm::kind,
     "Kind: outreach training-course visit joint-visit peer-review other [outreach]", "outreach"},
    {"audience", "--audience", &ActivityForm::audience,
     "Audience: member-states parliamentarians academia industry [member-states]", "member-states"},
    {"states", "--states", &ActivityForm::states, "States served, joined by ; (may be empty)", ""},
    {"regions", "--regions", &ActivityForm::regions,
     "Regional groups served as such: AFR APG EEG GRULAC WEOG (may be empty)", ""},
}};

std::string flag_of(std::string_view field) {
  for (const Question& question : questions)
    if (question.field == field) return std::string(question.flag);
  return std::string(field);
}

std::optional<Error> fault_in(const Service& service, const ActivityForm& form, std::string_view field) {
  std::optional<Error> found;
  (void)service.understand(form, [&](std::string_view at, Error error) {
    if (at == field && !found) found = std::move(error);
  });
  return found;
}

// Asks until the answer can be read. False at the end of input.
bool ask_for(const Service& service, ActivityForm& form, const Question& question) {
  std::string& field = form.*question.member;
  while (true) {
    auto answer = ask(fmt::format("{}: ", question.words));
    if (!answer) return false;
    field = answer->empty() ? std::string(question.otherwise) : std::move(*answer);
    const auto fault = fault_in(service, form, question.field);
    if (!fault) return true;
    print_error("  " + to_string(*fault));
  }
}

bool confirmed() {
  const auto answer = ask("Record this? [y/N] ");
  return answer && (*answer == "y" || *answer == "Y" || *answer == "yes" || *answer == "是");
}

}  // namespace

int record_activity(Service& service, const Arguments& arguments, const Presentation& presentation) {
  ActivityForm form = arguments.form;
  const bool person = stdin_is_terminal() && !arguments.yes;
  if (person)
    for (const Question& question : questions)
      if ((form.*question.member).empty() && !ask_for(service, form, question)) return 1;
  const auto understood = service.understand(form, [](std::string_view field, Error error) {
    error.place.field = flag_of(field);
    print_error(to_string(error));
  });
  if (!understood) {
    print_error("Nothing was recorded.");
    return 2;
  }
  if (!print(service.describe(understood->activity, presentation))) return 1;
  for (const std::string& id : understood->alike)
    print_error("Note: " + id + " began on the same day in the same place; is it the same one?");
  if (arguments.dry_run) return print("Dry run: nothing was recorded.\n") ? 0 : 1;
  if (person && !confirmed()) {
    print_error("Nothing was recorded.");
    return 1;
  }
  const auto id = service.record(understood->activity, {arguments.actor, arguments.source});
  if (!id) {
    print_error(to_string(id.error()));
    return 1;
  }
  return print("Recorded as " + *id + ".\n") ? 0 : 1;
}

}  // namespace daybook
