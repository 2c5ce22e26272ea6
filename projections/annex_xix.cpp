// Annex XIX: direct interaction with Member States, one section a kind, each in the order of dates.
#include <algorithm>

#include "daybook/wording/sections_zh.h"

#include "activity_annex.h"
#include "period_words.h"
#include "wording_of.h"

namespace daybook::annex_xix {

namespace {

constexpr std::string_view virtual_word = "虚拟";  // annex XVIII prints 虚拟会议

bool takes(Kind kind) {
  return std::any_of(sections_zh.begin(), sections_zh.end(),
                     [&](const auto& section) { return section.first == kind; });
}

std::string title(const Period& period, Language language) {
  if (language == Language::en)
    return "Outreach through direct interaction of the Committee established pursuant to Security Council "
           "resolution "
           "1540 (2004) and/or its Group of Experts with Member States" +
           period_words(period, language);
  return period_words(period, language) +
         "安全理事会第1540(2004)号决议所设委员会和(或)其专家组与会员国直接互动的外联活动";
}

std::vector<Column> columns(Language language) {
  if (language == Language::en)
    return {{"Date", {}, {}}, {"Title", {}, {}}, {"Place", {}, {}}, {"Organizers/hosts", {}, {}}};
  return {{"日期", {}, {}}, {"标题", {}, {}}, {"地点", {}, {}}, {"组织者/主办方", {}, {}}};
}

std::vector<AnnexSection> sections(Language language) {
  static constexpr std::array<std::string_view, 4> english{
      "Visits to States at their invitation", "Joint visits to States", "Peer reviews",
      "Other country-specific activities at the invitation of international and regional organizations"};
  std::vector<AnnexSection> sections;
  for (std::size_t i = 0; i < sections_zh.size(); ++i) {
    const auto [kind, heading] = sections_zh[i];
    sections.push_back(
        {kind, std::string(language == Language::en ? english[i] : heading), kind == Kind::visit ? "a" : ""});
  }
  return sections;
}

std::vector<Cell> cells(const AnnexEntry& entry, const Vocabulary& vocabulary, Language language) {
  const ActivityRecorded& activity = entry.activity;
  const CivilDate on = activity.dates.front().first;
  // The footnotes c and d are annex XVIII's; here a body stands without a mark.
  std::vector<Party> organizers = activity.organizers;
  for (Party& party : organizers)
    party.mark.clear();
  const bool short_virtual = language == Language::zh && activity.place.mode == Mode::virtual_;
  return {plain_cell(dates_in(activity.dates, language)), plain_cell(title_in(activity.title, language)),
          plain_cell(short_virtual ? std::string(virtual_word)
                                   : place_in(activity.place, vocabulary, on, language)),
          plain_cell(parties_in(organizers, vocabulary, on, language))};
}

std::vector<Footnote> footnotes(Language language) {
  if (language == Language::en)
    return {{"a",
             "Including virtual events, and national events held in person outside the State, at its "
             "invitation."}};
  return {{"a", "包括应邀在该国境外举行的虚拟活动和面对面全国活动。"}};
}

Table rebuilt(const View& view, const Period& period, Language language) {
  static constexpr ActivityAnnex annex{"xix", title, columns, sections, cells, footnotes};
  return rebuilt_activities(view, annex, period, language);
}

}  // namespace

const AnnexRule& rule() {
  static constexpr AnnexRule known{"xix", rebuilt, takes};
  return known;
}

}  // namespace daybook::annex_xix
