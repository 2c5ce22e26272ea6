#include "list_row.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "daybook/wording/sections_zh.h"
#include "events/action_plan_submitted.h"
#include "events/contact_point_nominated.h"
#include "events/coordinator_assigned.h"
#include "events/document_issued.h"
#include "events/expert_appointed.h"
#include "events/national_report_submitted.h"

#include "assistance_row.h"
#include "cell_reader.h"
#include "printed_cells.h"

namespace daybook {

namespace {

std::string state_stream(std::string_view column, CellReader& cells, const RowFields& fields,
                         const Vocabulary& vocabulary) {
  return "state/" + cells.take(column, vocabulary.state_id(fields[column]));
}

std::string body_stream(std::string_view column, CellReader& cells, const RowFields& fields,
                        const Vocabulary& vocabulary) {
  return "organization/" + cells.take(column, vocabulary.organization_id(fields[column]));
}

void read_reports(ListRow& row, CellReader& cells, const RowFields& fields, const Vocabulary& vocabulary) {
  const auto section = trim(fields["section"]);
  row.listing.section = section;
  // Only States are numbered; the section holds who else has submitted.
  if (!section.empty()) row.listing.number.clear();
  row.listing.about = section.empty() ? state_stream("国家", cells, fields, vocabulary)
                                      : body_stream("国家", cells, fields, vocabulary);
  std::map<CivilDate, std::int64_t> ordinals;
  for (const CivilDate day : days_of("报告日期", cells))
    row.facts.push_back(fact(row.listing.about, NationalReportSubmitted{day, ++ordinals[day]}));
}

void read_absence(ListRow& row, CellReader& cells, const RowFields& fields, const Vocabulary& vocabulary) {
  row.listing.about = state_stream("state_without_report", cells, fields, vocabulary);
}

void read_plans(ListRow& row, CellReader& cells, const RowFields& fields, const Vocabulary& vocabulary) {
  row.listing.about = state_stream("state", cells, fields, vocabulary);
  for (const CivilDate day : days_of("plan_dates", cells))
    row.facts.push_back(fact(row.listing.about, ActionPlanSubmitted{day}));
}

void read_contact_of_state(ListRow& row, CellReader& cells, const RowFields& fields,
                           const Vocabulary& vocabulary) {
  row.listing.about = state_stream("state_with_contact_point", cells, fields, vocabulary);
  row.facts.push_back(fact(row.listing.about, ContactPointNominated{}));
}

void read_contact_of_body(ListRow& row, CellReader& cells, const RowFields& fields,
                          const Vocabulary& vocabulary) {
  row.listing.about = body_stream("organization_with_contact_point", cells, fields, vocabulary);
  row.facts.push_back(fact(row.listing.about, ContactPointNominated{}));
}

// `巴基斯坦，至2017年11月12日`, or the State alone while the expert serves.
void read_expert(ListRow& row, CellReader& cells, const RowFields& fields, const Vocabulary& vocabulary) {
  constexpr std::string_view until = "，至";
  ExpertAppointed expert;
  const MarkedText name = without_mark(cells.text("姓名"));
  expert.name["zh"] = name.text;
  if (!name.mark.empty()) expert.role = ExpertRole::coordinator;
  const auto cell = trim(fields["国别"]);
  const auto at = std::min(cell.find(until), cell.size());
  expert.state = cells.take("国别", vocabulary.state_id(cell.substr(0, at)));
  if (at < cell.size()) expert.until = {cells.take("国别", read_day_zh(cell.substr(at + until.size())))};
  row.listing.about = fmt::format("expert/{}", cells.number("expert", "an expert"));
  row.facts.push_back(fact(row.listing.about, expert));
}

// One column a year, headed 2016 or 2016(自5月起); a dash where nobody coordinated.
void read_coordinators(ListRow& row, CellReader& cells, const RowFields& fields,
                       const Vocabulary& vocabulary) {
  const std::int64_t group = cells.number("工作组", "a working group");
  row.listing.about = fmt::format("group/{}", group);
  for (const std::string& column : fields.table().columns) {
    if (!column.starts_with('2')) continue;
    const auto text = trim(fields[column]);
    row.listing.cells.emplace_back(text);
    if (text == "—") continue;
    const auto year = CivilDate::parse_iso(column.substr(0, 4) + "-01-01");
    if (!year) cells.fault(column, {ErrorCode::column, "the head is not a year", {}, {}});
    const std::string state = cells.take(column, vocabulary.state_id(text));
    if (year) row.facts.push_back(fact(row.listing.about, CoordinatorAssigned{group, state, year->year()}));
  }
}

void read_document(ListRow& row, CellReader& cells, const RowFields& fields, const Vocabulary&) {
  DocumentIssued document;
  row.listing.section = trim(fields["section"]);
  const auto kind = document_kind_of_section(row.listing.section);
  if (!kind)
    return cells.fault("section", {ErrorCode::value,
                                   fmt::format("\"{}\" is not a section of annex XXII", row.listing.section),
                                   {},
                                   {}});
  document.kind = *kind;
  document.title["zh"] = cells.text("标题");
  if (*kind == DocumentKind::page) {
    document.address = cells.text("url");
    row.listing.cells.front() += "\n" + document.address;  // printed on a line of its own, over all columns
    const auto name = document.address.substr(document.address.rfind('/') + 1);
    row.listing.about = "document/" + name.substr(0, name.rfind('.'));
  } else {
    document.date = {cells.take("日期", read_day_zh(fields["日期"]))};
    document.symbol = cells.text("参考");
    row.listing.about = "document/" + document.symbol;
  }
  row.facts.push_back(fact(row.listing.about, document));
}

struct Reading {
  std::string_view annex;
  std::vector<std::string_view> printed;  // columns of the cells
  bool numbered;                          // the print has 1. 2. … before the rows
  void (*read)(ListRow&, CellReader&, const RowFields&, const Vocabulary&);
};

const std::array<Reading, list_annexes.size()>& readings() {
  static const std::array<Reading, list_annexes.size()> all{{
      {"i", {"国家", "报告日期"}, true, read_reports},
      {"ii", {"state_without_report"}, true, read_absence},
      {"iii", {"state", "plan_dates"}, true, read_plans},
      {"iv", {"日期", "请求援助的国家", "援助请求", "应请求提供的援助"}, false, read_assistance},
      {"v", {"state_with_contact_point"}, true, read_contact_of_state},
      {"vi", {"organization_with_contact_point"}, true, read_contact_of_body},
      {"xx", {"姓名", "国别"}, false, read_expert},
      {"xxi", {"工作组"}, false, read_coordinators},
      {"xxii", {"标题", "日期", "参考"}, false, read_document},
  }};
  return all;
}

}  // namespace

std::optional<ListRow> read_list_row(std::string_view annex, const RowFields& fields,
                                     const Vocabulary& vocabulary, std::vector<Error>& errors) {
  const Reading& reading = *std::find_if(readings().begin(), readings().end(),
                                         [&](const Reading& one) { return one.annex == annex; });
  const std::size_t faults = errors.size();
  CellReader cells(fields, errors);
  ListRow row;
  row.key = {cells.text("document"), std::string(annex), cells.number("row")};
  row.listing.document = row.key.document;
  row.listing.annex = annex;
  row.listing.row = row.key.row;
  if (reading.numbered) row.listing.number = fmt::format("{}.", row.key.row);
  for (const auto column : reading.printed)
    row.listing.cells.emplace_back(trim(fields[column]));
  reading.read(row, cells, fields, vocabulary);
  if (errors.size() == faults)
    if (auto good = check(row.listing); !good)
      errors.push_back(fields.at(good.error()->place.field, good.error()));
  return errors.size() == faults ? std::optional(std::move(row)) : std::nullopt;
}

std::optional<EarlierRequests> read_earlier_requests(const RowFields& fields, const Vocabulary& vocabulary,
                                                     std::vector<Error>& errors) {
  const std::size_t faults = errors.size();
  CellReader cells(fields, errors);
  EarlierRequests earlier;
  earlier.document = cells.text("document");
  earlier.state = cells.take("state", vocabulary.state_id(fields["state"]));
  earlier.requests = cells.number("requests", "requests");
  earlier.dates.first = cells.take("first_day", read_day_zh(fields["first_day"]));
  earlier.dates.last = cells.take("last_day", read_day_zh(fields["last_day"]));
  return errors.size() == faults ? std::optional(std::move(earlier)) : std::nullopt;
}

}  // namespace daybook
