#include "name_order.h"

#include "daybook/base/plain_letters.h"

namespace daybook {

namespace {

std::string rest_of(std::string_view stream, std::string_view kind) {
  return stream.starts_with(kind) ? std::string(stream.substr(kind.size())) : std::string();
}

}  // namespace

CivilDate naming_day(const Period& period) {
  constexpr std::int32_t last_day = 84'005;  // 2199-12-31
  return period.to ? *period.to : CivilDate::from_days(last_day);
}

std::string state_of(std::string_view stream) {
  return rest_of(stream, "state/");
}

std::string organization_of(std::string_view stream) {
  return rest_of(stream, "organization/");
}

std::string list_name(std::string_view stream, const Vocabulary& vocabulary, Language language,
                      CivilDate on) {
  const std::string state = state_of(stream);
  if (!state.empty()) return std::string(vocabulary.state_name(state, tag(language), on));
  const Organization* body = vocabulary.organization(organization_of(stream));
  if (body == nullptr) return std::string(stream);
  if (language == Language::en) return body->en;
  return body->full_zh.empty() ? body->zh : body->full_zh;
}

void sort_by_english_name(std::vector<std::string>& streams, const Vocabulary& vocabulary, CivilDate on) {
  std::vector<std::pair<std::string, std::string>> keyed;
  for (std::string& stream : streams)
    keyed.emplace_back(plain_letters(list_name(stream, vocabulary, Language::en, on)), std::move(stream));
  std::sort(keyed.begin(), keyed.end());
  for (std::size_t i = 0; i < keyed.size(); ++i)
    streams[i] = std::move(keyed[i].second);
}

}  // namespace daybook
