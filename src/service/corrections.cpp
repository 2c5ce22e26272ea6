// Showing and appending corrections.
#include <fmt/format.h>

#include "daybook/events/decode_event.h"
#include "daybook/service/service.h"

namespace daybook {

namespace {

std::string id_in(const std::string& stream) {
  return stream.substr(stream.find('/') + 1);
}

// One planned event in words.
class Described {
 public:
  Described(const Register& reg, const NewEvent& event, Language language)
      : register_(reg), language_(language), id_(id_in(event.stream)) {}

  std::string operator()(const ActivityAmended& amendment) const {
    const auto activity = register_.find_activity(id_);
    if (!activity) return {};
    const ActivityRecorded before = register_.version(register_.last_version(*activity)).activity;
    const auto after = amended(before, amendment);
    if (!after) return fmt::format("{}  {}\n", id_, to_string(after.error()));
    std::string text;
    for (const auto& change : differences(&before, &*after, register_.vocabulary(), language_))
      text += fmt::format("{}  {}: {} → {}\n", id_, change.field, shown(change.old_words),
                          shown(change.new_words));
    return text;
  }
  std::string operator()(const ActivityWithdrawn&) const { return says("is withdrawn"); }
  std::string operator()(const ActivityReinstated&) const { return says("stands again"); }
  std::string operator()(const ActivitiesMerged& merged) const {
    return says("is given up for " + merged.into);
  }
  std::string operator()(const ActivitiesGrouped& grouped) const {
    return fmt::format("{} count as one\n", fmt::join(grouped.activities, ", "));
  }
  std::string operator()(const FactWithdrawn& fact) const {
    return says(fmt::format("what position {} stated holds no more", fact.position));
  }
  std::string operator()(const FactReinstated& fact) const {
    return says(fmt::format("what position {} stated holds again", fact.position));
  }
  template <class Other>
  std::string operator()(const Other&) const {
    return says(Other::type);
  }

 private:
  static std::string shown(const std::string& words) { return words.empty() ? "-" : words; }
  std::string says(std::string_view what) const { return fmt::format("{}  {}\n", id_, what); }

  const Register& register_;
  Language language_;
  std::string id_;
};

}  // namespace

std::string Service::describe(const Correction& correction, Language language) const {
  std::string text;
  for (const NewEvent& event : correction.events) {
    const auto data = decode_event(event.type, event.type_version, event.data);
    text += data ? std::visit(Described(*register_, event, language), *data) : to_string(data.error()) + "\n";
  }
  return text;
}

result<Position> Service::correct(const Correction& correction) {
  const auto positions = log_.append(correction.expectations, correction.events);
  if (!positions) return fail(positions.error());
  return positions->front();
}

}  // namespace daybook
