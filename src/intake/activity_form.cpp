#include "daybook/intake/activity_form.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "daybook/base/utf8.h"
#include "daybook/wording/dates_zh.h"
#include "daybook/wording/parties_zh.h"
#include "daybook/wording/place_zh.h"

namespace daybook {

namespace {

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  while (!trim(text).empty()) {
    std::size_t end = text.size();
    std::size_t width = 0;
    for (const std::string_view separator : {";", "；", "、"})
      if (const auto at = text.find(separator); at < end) {
        end = at;
        width = separator.size();
      }
    if (const auto part = trim(text.substr(0, end)); !part.empty()) parts.push_back(part);
    text.remove_prefix(std::min(end + width, text.size()));
  }
  return parts;
}

template <class E>
result<E> read_name(std::string_view text) {
  const auto& names = EnumNames<E>::names;
  const auto found = std::find(names.begin(), names.end(), ascii_lower(text));
  if (found == names.end())
    return fail(ErrorCode::value, fmt::format("\"{}\" is not a value of this field", text),
                fmt::format("one of: {}", fmt::join(names, ", ")));
  return static_cast<E>(found - names.begin());
}

template <class E>
tl::unexpected<Failure> required() {
  return fail(ErrorCode::required, "the field is empty",
              fmt::format("one of: {}", fmt::join(EnumNames<E>::names, ", ")));
}

// The fields that are a person's judgement and not printed, as short codes; several joined by ; or 、.

result<Kind> read_kind(std::string_view text) {
  if (trim(text).empty()) return required<Kind>();
  return read_name<Kind>(trim(text));
}

result<std::vector<Audience>> read_audience(std::string_view text) {
  std::vector<Audience> audience;
  for (const auto part : parts_of(text)) {
    const auto one = read_name<Audience>(part);
    if (!one) return fail(one.error());
    if (std::find(audience.begin(), audience.end(), *one) == audience.end()) audience.push_back(*one);
  }
  if (audience.empty()) return required<Audience>();
  return audience;
}

result<std::vector<std::string>> read_states(std::string_view text, const Vocabulary& vocabulary) {
  std::vector<std::string> states;
  for (const auto part : parts_of(text)) {
    auto iso3 = vocabulary.state_id(part);
    if (!iso3) return fail(iso3.error());
    if (std::find(states.begin(), states.end(), *iso3) == states.end()) states.push_back(std::move(*iso3));
  }
  return states;
}

result<std::vector<std::string>> read_regions(std::string_view text) {
  std::vector<std::string> regions;
  for (const auto part : parts_of(text)) {
    if (std::find(region_codes.begin(), region_codes.end(), part) == region_codes.end())
      return fail(ErrorCode::value, fmt::format("\"{}\" is not a regional group", part),
                  fmt::format("one of: {}", fmt::join(region_codes, ", ")));
    if (std::find(regions.begin(), regions.end(), part) == regions.end()) regions.emplace_back(part);
  }
  return regions;
}

result<std::string> read_text(std::string_view text) {
  auto normal = to_nfc(trim(text));
  if (normal && normal->find_first_of("\n\t") != std::string::npos)
    return fail(ErrorCode::text, "the text holds a line break or a tab");
  return normal;
}

result<std::vector<Party>> read_organizers(std::string_view text, const Vocabulary& vocabulary) {
  if (trim(text).empty())
    return fail(ErrorCode::required, "the field is empty",
                "name at least one organizer, e.g. 欧安组织、裁军事务厅 d");
  return read_parties_zh(text, vocabulary);
}

result<std::string> read_title(std::string_view text) {
  if (trim(text).empty()) return fail(ErrorCode::required, "the field is empty", "give the title in Chinese");
  return read_text(text);
}

template <class T>
result<void> set(T& field, result<T> value) {
  if (!value) return fail(value.error());
  field = std::move(*value);
  return {};
}

// A field of an activity as words: how a form and an amendment name it, and how it is read.
struct Field {
  std::string_view name;  // in faults
  std::string_view flag;  // in amendments
  std::string ActivityForm::* words;
  result<void> (*read)(std::string_view words, const Vocabulary& vocabulary, ActivityRecorded& activity);
};

constexpr std::array<Field, 10> form_fields{{
    {"dates", "dates", &ActivityForm::dates,
     [](auto words, const auto&, auto& activity) { return set(activity.dates, read_dates_zh(words)); }},
    {"place", "place", &ActivityForm::place,
     [](auto words, const auto& names, auto& activity) {
       return set(activity.place, read_place_zh(words, names));
     }},
    {"title_zh", "title", &ActivityForm::title_zh,
     [](auto words, const auto&, auto& activity) { return set(activity.title["zh"], read_title(words)); }},
    {"title_en", "title-en", &ActivityForm::title_en,
     [](auto words, const auto&, auto& activity) {
       auto done = set(activity.title["en"], read_text(words));
       if (activity.title["en"].empty()) activity.title.erase("en");
       return done;
     }},
    {"organizers", "organizers", &ActivityForm::organizers,
     [](auto words, const auto& names, auto& activity) {
       auto done = set(activity.organizers, read_organizers(words, names));
       activity.role = role_of(activity.organizers);
       return done;
     }},
    {"participants", "participants", &ActivityForm::participants,
     [](auto words, const auto& names, auto& activity) {
       return set(activity.participants, read_parties_zh(words, names));
     }},
    {"kind", "kind", &ActivityForm::kind,
     [](auto words, const auto&, auto& activity) { return set(activity.kind, read_kind(words)); }},
    {"audience", "audience", &ActivityForm::audience,
     [](auto words, const auto&, auto& activity) { return set(activity.audience, read_audience(words)); }},
    {"states", "states", &ActivityForm::states,
     [](auto words, const auto& names, auto& activity) {
       return set(activity.states, read_states(words, names));
     }},
    {"regions", "regions", &ActivityForm::regions,
     [](auto words, const auto&, auto& activity) { return set(activity.regions, read_regions(words)); }},
}};

// The activity, when every field was read and all of it together is sound.
std::optional<ActivityRecorded> sound(ActivityRecorded activity, std::size_t faults, const FaultSink& fault) {
  if (faults > 0) return std::nullopt;
  if (auto good = check(activity); !good) {
    fault(good.error()->place.field, good.error());
    return std::nullopt;
  }
  return activity;
}

}  // namespace

std::optional<ActivityRecorded> read_activity(const ActivityForm& form, const Vocabulary& vocabulary,
                                              const FaultSink& fault) {
  ActivityRecorded activity;
  std::size_t faults = 0;
  for (const Field& field : form_fields)
    if (auto done = field.read(form.*field.words, vocabulary, activity); !done) {
      ++faults;
      fault(field.name, done.error());
    }
  return sound(std::move(activity), faults, fault);
}

std::optional<ActivityRecorded> change_activity(ActivityRecorded activity,
                                                const std::vector<FieldChange>& changes,
                                                const Vocabulary& vocabulary, const FaultSink& fault) {
  std::size_t faults = 0;
  for (const FieldChange& change : changes) {
    const auto field = std::find_if(form_fields.begin(), form_fields.end(),
                                    [&](const Field& known) { return known.flag == change.field; });
    std::vector<std::string_view> flags;
    for (const Field& known : form_fields)
      flags.push_back(known.flag);
    const auto done =
        field == form_fields.end()
            ? fail(ErrorCode::usage, fmt::format("an activity has no field \"{}\"", change.field),
                   fmt::format("one of: {}", fmt::join(flags, ", ")))
            : field->read(change.words, vocabulary, activity);
    if (done) continue;
    ++faults;
    fault(change.field, done.error());
  }
  return sound(std::move(activity), faults, fault);
}

Role role_of(const std::vector<Party>& organizers) {
  const bool committee = std::any_of(organizers.begin(), organizers.end(),
                                     [](const Party& party) { return party.organization == "committee"; });
  return committee ? Role::co_organized : Role::took_part;
}

}  // namespace daybook
