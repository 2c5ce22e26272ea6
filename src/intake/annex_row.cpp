#include "annex_row.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "daybook/base/utf8.h"
#include "daybook/intake/activity_form.h"
#include "daybook/wording/sections_zh.h"

#include "cell_reader.h"

namespace daybook {

namespace {

using Columns = std::vector<std::string_view>;

// The record files, known by their headings. The printed columns bear the heads of the annex; where it prints
// none, ours. A `*` stands for the rest of a head that changes with the period of the document.
const std::array<std::pair<std::string_view, Columns>, 16>& record_files() {
  static const std::array<std::pair<std::string_view, Columns>, 16> files{{
      {"xviii",
       {"document", "row", "日期和地点", "标题", "组织者/支持者", "参与者", "kind", "audience", "states",
        "regions"}},
      {"xix",
       {"document", "row", "section", "日期", "标题", "地点", "组织者/主办方", "annex_xviii_row", "kind",
        "audience", "states", "regions"}},
      {"editions", {"document", "published", "annex", "item", "mark", "text"}},
      {"i", {"document", "row", "section", "国家", "报告日期"}},
      {"ii", {"document", "row", "state_without_report"}},
      {"iii", {"document", "row", "state", "plan_dates"}},
      {"iv",
       {"document", "row", "日期", "请求援助的国家", "援助请求", "应请求提供的援助", "paragraphs", "types",
        "confirmed"}},
      {"earlier-requests",
       {"document", "row", "区域", "上一审查期*", "state", "requests", "first_day", "last_day"}},
      {"summaries", {"document", "row", "table", "head", "column", "number", "text"}},
      {"v", {"document", "row", "state_with_contact_point"}},
      {"vi", {"document", "row", "organization_with_contact_point"}},
      {"xx", {"document", "row", "姓名", "国别", "expert"}},
      {"xxi", {"document", "row", "工作组", "2*"}},
      {"xxii", {"document", "row", "section", "标题", "日期", "参考", "url"}},
      {"figures", {"document", "paragraph", "words", "value", "question", "note"}},
      {"groupings", {"document", "annex", "rows", "basis", "reason"}},
  }};
  return files;
}

bool is_column(std::string_view known, std::string_view column) {
  if (!known.ends_with('*')) return known == column;
  known.remove_suffix(1);
  return column.starts_with(known);
}

// The column that a field of the form is read from.
using FieldColumns = std::vector<std::pair<std::string_view, std::string_view>>;

FaultSink faults_at(const RowFields& fields, const FieldColumns& columns, std::vector<Error>& errors) {
  return [&fields, &columns, &errors](std::string_view field, const Error& error) {
    for (const auto& [name, column] : columns)
      if (name == field) field = column;
    errors.push_back(fields.at(field, error));
  };
}

ActivityForm judgement_of(const RowFields& fields) {
  ActivityForm form;
  form.kind = fields["kind"];
  form.audience = fields["audience"];
  form.states = fields["states"];
  form.regions = fields["regions"];
  return form;
}

// The first cell of annex XVIII: dates, a full-width comma, the place.
bool split_dates_and_place(std::string_view cell, ActivityForm& form) {
  for (const std::string_view comma : {"，", ","}) {
    const auto at = cell.find(comma);
    if (at == std::string_view::npos) continue;
    form.dates = cell.substr(0, at);
    form.place = cell.substr(at + comma.size());
    return true;
  }
  return false;
}

ActivityListed listing_of(const RowKey& key, const RowFields& fields, const Columns& printed) {
  ActivityListed listing;
  listing.annex = key.annex;
  listing.document = key.document;
  listing.row = key.row;
  for (const auto column : printed)
    listing.cells.emplace_back(trim(fields[column]));
  return listing;
}

void add_checked(const result<void>& good, const RowFields& fields, std::vector<Error>& errors) {
  if (!good) errors.push_back(fields.at(good.error()->place.field, good.error()));
}

}  // namespace

std::string_view RowFields::operator[](std::string_view column) const {
  const auto index = table_->column(column);
  return index ? std::string_view(row_->cells[*index]) : std::string_view();
}

Error RowFields::at(std::string_view column, Error error) const {
  error.place = {table_->file, row_->number, std::string(column)};
  return error;
}

result<std::string> kind_of_record_file(const CsvTable& table) {
  std::string_view best;
  Columns missing;
  std::vector<std::string> unknown;
  std::size_t fewest = SIZE_MAX;
  for (const auto& [kind, columns] : record_files()) {
    Columns lacks;
    std::vector<std::string> odd;
    const auto is_known = [&known = columns](std::string_view column) {
      return std::any_of(known.begin(), known.end(), [&](auto one) { return is_column(one, column); });
    };
    for (const auto column : columns)
      if (std::none_of(table.columns.begin(), table.columns.end(),
                       [&](const auto& one) { return is_column(column, one); }))
        lacks.push_back(column);
    for (const auto& column : table.columns)
      if (column != error_column && !is_known(column)) odd.push_back(column);
    if (lacks.empty() && odd.empty()) return std::string(kind);
    if (lacks.size() + odd.size() >= fewest) continue;
    fewest = lacks.size() + odd.size();
    best = kind;
    missing = lacks;
    unknown = odd;
  }
  std::string sentence = fmt::format("the columns are nearest to those of \"{}\"", best);
  if (!missing.empty()) sentence += fmt::format(", but lack {}", fmt::join(missing, ", "));
  if (!unknown.empty())
    sentence += fmt::format("{} {} not known", missing.empty() ? ", but" : ", and", fmt::join(unknown, ", "));
  return fail({ErrorCode::column, sentence, {table.file, 1, {}}, "see records/README.md for the columns"});
}

std::optional<AnnexRow> read_annex_xviii(const RowFields& fields, const Vocabulary& vocabulary,
                                         std::vector<Error>& errors) {
  static const FieldColumns columns{{"dates", "日期和地点"},
                                    {"place", "日期和地点"},
                                    {"title_zh", "标题"},
                                    {"organizers", "组织者/支持者"},
                                    {"participants", "参与者"}};
  const std::size_t faults = errors.size();
  CellReader cells(fields, errors);
  AnnexRow row;
  row.key = {cells.text("document"), "xviii", cells.number("row")};
  ActivityForm form = judgement_of(fields);
  form.title_zh = fields["标题"];
  form.organizers = fields["组织者/支持者"];
  form.participants = fields["参与者"];
  if (!split_dates_and_place(fields["日期和地点"], form)) {
    cells.fault("日期和地点", {ErrorCode::place,
                               fmt::format("\"{}\" has no place", fields["日期和地点"]),
                               {},
                               "write the date, a comma and the place: 2016年5月4日，维也纳"});
    return std::nullopt;
  }
  row.activity = read_activity(form, vocabulary, faults_at(fields, columns, errors));
  row.listing = listing_of(row.key, fields, {"日期和地点", "标题", "组织者/支持者", "参与者"});
  if (errors.size() == faults) add_checked(check(row.listing), fields, errors);
  return errors.size() == faults ? std::optional(std::move(row)) : std::nullopt;
}

std::optional<AnnexRow> read_annex_xix(const RowFields& fields, const Vocabulary& vocabulary,
                                       std::vector<Error>& errors) {
  static const FieldColumns columns{
      {"dates", "日期"}, {"place", "地点"}, {"title_zh", "标题"}, {"organizers", "组织者/主办方"}};
  const std::size_t faults = errors.size();
  CellReader cells(fields, errors);
  AnnexRow row;
  row.key = {cells.text("document"), "xix", cells.number("row")};
  const std::string section = cells.text("section");
  const auto kind = kind_of_section(section);
  if (!kind && !section.empty())
    cells.fault("section",
                {ErrorCode::value, fmt::format("\"{}\" is not a section of annex XIX", section), {}, {}});
  ActivityForm form = judgement_of(fields);
  form.dates = fields["日期"];
  form.place = fields["地点"];
  form.title_zh = fields["标题"];
  form.organizers = fields["组织者/主办方"];
  const bool linked = !trim(fields["annex_xviii_row"]).empty();
  if (linked) {
    row.same_as = RowKey{row.key.document, "xviii", cells.number("annex_xviii_row")};
    // The judgement stands on the row of annex XVIII; these only let the printed fields be read in the one
    // way.
    form.kind = EnumNames<Kind>::names[static_cast<std::size_t>(kind.value_or(Kind::other))];
    form.audience = EnumNames<Audience>::names[0];
  }
  auto activity = read_activity(form, vocabulary, faults_at(fields, columns, errors));
  if (activity && kind && activity->kind != *kind)
    cells.fault("kind", {ErrorCode::value,
                         "the kind is not that of the section",
                         {},
                         fmt::format("that section lists the kind {}",
                                     EnumNames<Kind>::names[static_cast<std::size_t>(*kind)])});
  if (errors.size() != faults || !activity) return std::nullopt;
  row.listing = listing_of(row.key, fields, {"日期", "标题", "地点", "组织者/主办方"});
  row.listing.section = section;
  row.listing.dates = activity->dates;
  row.listing.title = activity->title;
  row.listing.place = {activity->place};
  row.listing.organizers = activity->organizers;
  add_checked(check(row.listing), fields, errors);
  if (!linked) row.activity = std::move(activity);
  return errors.size() == faults ? std::optional(std::move(row)) : std::nullopt;
}

}  // namespace daybook
