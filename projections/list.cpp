#include "daybook/projections/list.h"

#include <fmt/format.h>

#include "daybook/wording/parties_zh.h"

#include "conditions.h"
#include "list_rows.h"
#include "wording_of.h"

namespace daybook {

namespace {

template <class E>
std::string name_of_value(E value) {
  return std::string(EnumNames<E>::names[static_cast<std::size_t>(value)]);
}

std::string joined(const StringList& list) {
  return fmt::format("{}", fmt::join(list, ";"));
}

std::string joined_audience(const std::vector<Audience>& audience) {
  StringList names;
  for (const Audience one : audience)
    names.push_back(name_of_value(one));
  return joined(names);
}

// The footnote marks among the organizers: c, d, both joined, or nothing.
std::string support_of(const ActivityRecorded& activity) {
  StringList marks;
  for (const char* mark : {"c", "d"})
    for (const Party& party : activity.organizers)
      if (party.mark == mark) {
        marks.emplace_back(mark);
        break;
      }
  return joined(marks);
}

Value parties_value(const PartyList& parties, const Vocabulary& vocabulary, CivilDate on, Language language) {
  Value::List list;
  for (const Party& party : parties) {
    Value::Object object{{"organization", Value{party.organization}},
                         {"text", Value{party_name(party, vocabulary, tag(language), on)}},
                         {"mark", Value{party.mark}}};
    if (!party.state.empty()) object.emplace_back("state", Value{party.state});
    if (!party.qualifier.empty()) object.emplace_back("qualifier", Value{party.qualifier});
    if (party.relation != Relation::separate)
      object.emplace_back("relation", Value{name_of_value(party.relation)});
    list.push_back({std::move(object)});
  }
  return {std::move(list)};
}

Value place_value(const Place& place, const Vocabulary& vocabulary, CivilDate on, Language language) {
  const City* city = vocabulary.city(place.city);
  return {Value::Object{{"text", Value{place_in(place, vocabulary, on, language)}},
                        {"state", Value{joined(place.states)}},
                        {"city", Value{city == nullptr            ? place.city
                                       : language == Language::zh ? city->zh
                                                                  : city->en}},
                        {"mode", Value{name_of_value(place.mode)}}}};
}

Value sources_value(const View& view, ActivityIndex activity) {
  Value::List sources;
  for (const ListingEntry& listing : view.listings_of(activity))
    sources.push_back({Value::Object{{"document", Value{std::string(listing.document)}},
                                     {"annex", Value{std::string(listing.annex)}},
                                     {"row", Value{std::int64_t{listing.row}}}}});
  return {std::move(sources)};
}

Value dates_value(const std::vector<DateRange>& dates) {
  Value::List list;
  for (const DateRange& range : dates)
    list.push_back({Value::List{Value{range.first.iso()}, Value{range.last.iso()}}});
  return {std::move(list)};
}

}  // namespace

std::vector<VersionIndex> select(const View& view, Facets& facets, const ListQuestion& question) {
  std::vector<VersionIndex> versions;
  const Selection selection(view, facets, question.where, question.period, question.roll_up);
  selection.for_each([&](VersionIndex v) { versions.push_back(v); });
  sort_by_date(view.of(), versions);
  return versions;
}

Table list_table(const View& view, std::vector<VersionIndex> versions, Language language) {
  const bool zh = language == Language::zh;
  Table table;
  table.language = tag(language);
  table.title = fmt::format(fmt::runtime(zh ? "{}项活动" : "{} activities"), versions.size());
  for (const char* heading :
       zh ? std::array{"编号", "日期", "地点", "标题", "组织者/支持者", "参与者"}
          : std::array{"Id", "Dates", "Place", "Title", "Organizers/supporters", "Participants"})
    table.columns.push_back({heading, {}, {}});
  table.columns.front().whole = true;
  const std::size_t size = versions.size();
  const auto shared = std::make_shared<const std::vector<VersionIndex>>(std::move(versions));
  const auto maker = [&reg = view.of(), language, shared] {
    return std::make_shared<ListRows>(reg, language, shared);
  };
  table.sections.push_back({{}, {}, {}, {size, maker}});
  return table;
}

Value activity_value(const View& view, VersionIndex v, Language language) {
  const Register& reg = view.of();
  const ActivityVersion version = reg.version(v);
  const ActivityRecorded& activity = version.activity;
  const CivilDate on = activity.dates.front().first;
  Value::Object title;
  for (const auto& [tag_of_title, text] : activity.title)
    title.emplace_back(tag_of_title, Value{text});
  return {
      Value::Object{{"id", Value{version.id}},
                    {"kind", Value{name_of_value(activity.kind)}},
                    {"dates", dates_value(activity.dates)},
                    {"place", place_value(activity.place, reg.vocabulary(), on, language)},
                    {"title", Value{std::move(title)}},
                    {"organizers", parties_value(activity.organizers, reg.vocabulary(), on, language)},
                    {"participants", parties_value(activity.participants, reg.vocabulary(), on, language)},
                    {"role", Value{name_of_value(activity.role)}},
                    {"support", Value{support_of(activity)}},
                    {"audience", Value{joined_audience(activity.audience)}},
                    {"states", Value{joined(activity.states)}},
                    {"region", Value{joined(version.regions)}},
                    {"host_region", Value{joined(version.host_regions)}},
                    {"sources", sources_value(view, reg.versions().activity[v])}}};
}

Value list_value(const View& view, std::vector<VersionIndex> versions, Language language) {
  const std::size_t size = versions.size();
  return {MadeList{size, [view, versions = std::move(versions), language](std::size_t i) {
                     return activity_value(view, versions[i], language);
                   }}};
}

Table facts_table(const ActivityRecorded& activity, const Vocabulary& vocabulary, Language language) {
  const bool zh = language == Language::zh;
  const CivilDate on = activity.dates.front().first;
  Table table;
  table.language = tag(language);
  table.columns = {{zh ? "项目" : "Field", {}, {}}, {zh ? "内容" : "Content", {}, {}}};
  Section section;
  const auto add = [&](const char* name_zh, const char* name_en, Cell cell) {
    if (!cell.runs.empty())
      section.rows.push_back({{}, {plain_cell(zh ? name_zh : name_en), std::move(cell)}});
  };
  const auto labels = [&](Facet facet, const StringList& values) {
    StringList words;
    for (const std::string& value : values)
      words.push_back(label(facet, value, language, vocabulary));
    return plain_cell(fmt::format("{}", fmt::join(words, zh ? "、" : ", ")));
  };
  add("日期", "Dates", plain_cell(dates_in(activity.dates, language)));
  add("地点", "Place", plain_cell(place_in(activity.place, vocabulary, on, language)));
  for (const auto& [language_tag, text] : activity.title)
    add(language_tag == "en" ? "标题(英文)" : "标题", language_tag == "en" ? "Title" : "Title (Chinese)",
        plain_cell(text));
  add("类别", "Kind", labels(Facet::kind, {name_of_value(activity.kind)}));
  add("组织者/支持者", "Organizers/supporters",
      cell_of_print(parties_in(activity.organizers, vocabulary, on, language)));
  add("参与者", "Participants", cell_of_print(parties_in(activity.participants, vocabulary, on, language)));
  add("委员会的作用", "Role of the Committee", labels(Facet::role, {name_of_value(activity.role)}));
  StringList audience;
  for (const Audience one : activity.audience)
    audience.push_back(name_of_value(one));
  add("对象", "Audience", labels(Facet::audience, audience));
  add("服务的国家", "States served", labels(Facet::state, activity.states));
  add("服务的区域集团", "Regional groups named", labels(Facet::region, activity.regions));
  table.sections.push_back(std::move(section));
  return table;
}

namespace {

// How one annex lists the activity, and what it says otherwise.
Section listing_section(const ListingEntry& listing, const ActivityListed& words,
                        const Vocabulary& vocabulary, CivilDate on, Language language) {
  const bool zh = language == Language::zh;
  Section section{fmt::format(fmt::runtime(zh ? "{} {}第{}行" : "{}, {}, row {}"), listing.document,
                              label(Facet::annex, listing.annex, language, vocabulary), listing.row),
                  {},
                  {}};
  const auto add = [&](const char* name_zh, const char* name_en, Cell cell) {
    section.rows.push_back({{}, {plain_cell(zh ? name_zh : name_en), std::move(cell)}});
  };
  if (!words.dates.empty()) add("日期不同", "Other dates", plain_cell(dates_in(words.dates, language)));
  if (!words.title.empty()) add("标题不同", "Other title", plain_cell(title_in(words.title, language)));
  for (const Place& place : words.place)
    add("地点不同", "Other place", plain_cell(place_in(place, vocabulary, on, language)));
  if (!words.organizers.empty())
    add("组织者不同", "Other organizers",
        cell_of_print(parties_in(words.organizers, vocabulary, on, language)));
  if (section.rows.empty()) add("与记录一致", "As recorded", Cell{});
  return section;
}

}  // namespace

Table activity_table(const View& view, VersionIndex v, Language language) {
  const Register& reg = view.of();
  const ActivityVersion version = reg.version(v);
  Table table = facts_table(version.activity, reg.vocabulary(), language);
  table.title = version.id;
  for (const ListingEntry& listing : view.listings_of(reg.versions().activity[v]))
    if (const auto words = decode<ActivityListed>(listing.data))
      table.sections.push_back(
          listing_section(listing, *words, reg.vocabulary(), version.activity.dates.front().first, language));
  return table;
}

}  // namespace daybook
