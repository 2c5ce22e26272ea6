#include "daybook/intake/activity_form.h"

#include <algorithm>

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
tl::unexpected<Error> required() {
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

// The form's fields in turn; a fault in one does not keep the others from being read.
class FormReader {
 public:
  explicit FormReader(const FaultSink& fault) : fault_(fault) {}

  template <class T>
  T take(std::string_view field, result<T> value) {
    if (value) return std::move(*value);
    ++faults_;
    fault_(field, value.error());
    return T{};
  }
  bool faultless() const { return faults_ == 0; }

 private:
  const FaultSink& fault_;
  std::size_t faults_ = 0;
};

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

}  // namespace

std::optional<ActivityRecorded> read_activity(const ActivityForm& form, const Vocabulary& vocabulary,
                                              const FaultSink& fault) {
  FormReader read(fault);
  ActivityRecorded activity;
  activity.dates = read.take("dates", read_dates_zh(form.dates));
  activity.place = read.take("place", read_place_zh(form.place, vocabulary));
  activity.title["zh"] = read.take("title_zh", read_title(form.title_zh));
  if (auto title = read.take("title_en", read_text(form.title_en)); !title.empty())
    activity.title["en"] = std::move(title);
  activity.organizers = read.take("organizers", read_organizers(form.organizers, vocabulary));
  activity.participants = read.take("participants", read_parties_zh(form.participants, vocabulary));
  activity.kind = read.take("kind", read_kind(form.kind));
  activity.audience = read.take("audience", read_audience(form.audience));
  activity.states = read.take("states", read_states(form.states, vocabulary));
  activity.regions = read.take("regions", read_regions(form.regions));
  activity.role = role_of(activity.organizers);
  if (!read.faultless()) return std::nullopt;
  if (auto good = check(activity); !good) {
    fault(good.error().place.field, good.error());
    return std::nullopt;
  }
  return activity;
}

Role role_of(const std::vector<Party>& organizers) {
  const bool committee = std::any_of(organizers.begin(), organizers.end(),
                                     [](const Party& party) { return party.organization == "committee"; });
  return committee ? Role::co_organized : Role::took_part;
}

}  // namespace daybook
