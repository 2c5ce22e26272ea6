// Annex XVIII: outreach events, in the order of dates, without sections.

#include "activity_annex.h"
#include "period_words.h"
#include "wording_of.h"

namespace daybook::annex_xviii {

namespace {

// The annex lists every kind: what annex XIX lists stands here too.
bool takes(Kind) {
  return true;
}

std::string title(const Period& period, Language language) {
  if (language == Language::en)
    return "Outreach events organized, co-organized or attended by international, regional and subregional "
           "organizations, and other arrangements in which the Committee established pursuant to Security "
           "Council "
           "resolution 1540 (2004) and/or its Group of Experts took part" +
           period_words(period, language);
  return period_words(period, language) +
         "由国际、区域和次区域组织举办、共同举办或参与的外联活动以及安全理事会第1540(2004)号决议所设委员会和/"
         "或其专家组参与的"
         "其他安排";
}

std::vector<Column> columns(Language language) {
  if (language == Language::en)
    return {{"Date and place", {}, {}},
            {"Title", {}, {}},
            {"Organizers/supporters", "a", {}},
            {"Participants", "b", {}}};
  return {{"日期和地点", {}, {}}, {"标题", {}, {}}, {"组织者/支持者", "a", {}}, {"参与者", "b", {}}};
}

std::vector<AnnexSection> sections(Language) {
  return {{}};
}

std::vector<Cell> cells(const AnnexEntry& entry, const Vocabulary& vocabulary, Language language) {
  const ActivityRecorded& activity = entry.activity;
  const CivilDate on = activity.dates.front().first;
  const std::string comma = language == Language::en ? ", " : "，";
  return {plain_cell(dates_in(activity.dates, language) + comma +
                     place_in(activity.place, vocabulary, on, language)),
          plain_cell(title_in(activity.title, language)),
          cell_of_print(parties_in(activity.organizers, vocabulary, on, language)),
          cell_of_print(parties_in(activity.participants, vocabulary, on, language))};
}

std::vector<Footnote> footnotes(Language language) {
  if (language == Language::en)
    return {
        {"a",
         "Some of the activities in this column were held by national Governments or non-governmental "
         "organizations together with the Committee and international, regional and subregional "
         "organizations."},
        {"b", "On the basis of the information available."},
        {"c",
         "The Office for Disarmament Affairs facilitated the participation of the Committee and its Group of "
         "Experts."},
        {"d",
         "The Office for Disarmament Affairs organized, co-organized, hosted and/or supported the "
         "activity."}};
  return {{"a", "本栏中记录的一些活动是由国家政府或非政府组织与委员会及国际、区域和次区域组织合作举办的。"},
          {"b", "根据现有资料。"},
          {"c", "裁军事务厅为委员会及其专家组的参与提供了便利。"},
          {"d", "裁军事务厅组织、共同组织、主办和/或支持了该活动。"}};
}

Table rebuilt(const View& view, const Period& period, Language language) {
  static constexpr ActivityAnnex annex{"xviii", title, columns, sections, cells, footnotes};
  return rebuilt_activities(view, annex, period, language);
}

}  // namespace

const AnnexRule& rule() {
  static constexpr AnnexRule known{"xviii", rebuilt, takes};
  return known;
}

}  // namespace daybook::annex_xviii
