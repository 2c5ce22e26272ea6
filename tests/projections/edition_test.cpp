#include <algorithm>

#include "daybook/projections/annex.h"
#include "daybook/render/render.h"

#include "tests/story.h"

namespace daybook::edition_test {

using namespace story;

namespace {

// An annex, and the columns of its record file that hold what is printed; the years of XXI are added.
struct Record {
  std::string annex;
  std::vector<std::string> columns;
  bool numbered = false;
};

const std::vector<Record>& record_files() {
  static const std::vector<Record> all{
      {"i", {"国家", "报告日期"}, true},
      {"ii", {"state_without_report"}, true},
      {"iii", {"state", "plan_dates"}, true},
      {"iv", {"日期", "请求援助的国家", "援助请求", "应请求提供的援助"}},
      {"v", {"state_with_contact_point"}, true},
      {"vi", {"organization_with_contact_point"}, true},
      {"xviii", {"日期和地点", "标题", "组织者/支持者", "参与者"}},
      {"xix", {"日期", "标题", "地点", "组织者/主办方"}},
      {"xx", {"姓名", "国别"}},
      {"xxi", {"工作组", "2016(自5月起)", "2017", "2018", "2019", "2020", "2021", "2022"}},
      {"xxii", {"标题", "日期", "参考"}}};
  return all;
}

Table printed(const std::string& number) {
  return take(edition(published().reg.now(), number, symbol));
}

std::vector<std::vector<std::string>> cells_of_record(const Record& record) {
  const CsvTable csv = take(read_csv(records() + "/annex-" + record.annex + ".csv"));
  std::vector<std::vector<std::string>> rows;
  for (const CsvRow& row : csv.rows) {
    const auto cell = [&](const std::string& column) { return row.cells.at(csv.column(column).value()); };
    std::vector<std::string>& cells = rows.emplace_back();
    const bool listed_without_number = record.annex == "i" && !cell("section").empty();
    if (record.numbered) cells.push_back(listed_without_number ? "" : cell("row") + ".");
    for (const std::string& column : record.columns)
      cells.push_back(cell(column));
    if (record.annex == "xxii" && !cell("url").empty()) cells.front() += "\n" + cell("url");
  }
  return rows;
}

std::vector<std::vector<std::string>> cells_of(const Table& table) {
  std::vector<std::vector<std::string>> rows;
  for (const Section& section : table.sections)
    for (const Row& row : section.rows) {
      std::vector<std::string>& cells = rows.emplace_back();
      for (const Cell& cell : row.cells)
        cells.push_back(plain_text(cell));
    }
  return rows;
}

// What editions.csv says of an annex, in the words of the table: item → mark and text, in the file's order.
std::vector<std::string> items_of_record(const std::string& annex) {
  const CsvTable csv = take(read_csv(records() + "/editions.csv"));
  std::vector<std::string> items;
  for (const CsvRow& row : csv.rows)
    if (row.cells[2] == annex && !row.cells[3].starts_with("summary-"))
      items.push_back(row.cells[3] + " " + row.cells[4] + " " + row.cells[5]);
  std::sort(items.begin(), items.end());
  return items;
}

std::vector<std::string> items_of(const Table& table) {
  std::vector<std::string> items{"title  " + table.title};
  if (!table.abbreviations.empty()) items.push_back("abbreviations  " + table.abbreviations);
  for (const Column& column : table.columns)
    if (!column.heading.empty()) items.push_back("column " + column.mark + " " + column.heading);
  for (const Footnote& footnote : table.footnotes)
    items.push_back("footnote " + footnote.mark + " " + footnote.text);
  for (const Section& section : table.sections)
    if (!section.heading.empty()) items.push_back("section " + section.mark + " " + section.heading);
  std::sort(items.begin(), items.end());
  return items;
}

}  // namespace

TEST_CASE("the edition of each annex is what the record prints, cell by cell") {
  for (const Record& record : record_files()) {
    CAPTURE(record.annex);
    const Table table = printed(record.annex);
    const auto expected = cells_of_record(record);
    const auto actual = cells_of(table);
    REQUIRE(actual.size() == expected.size());
    for (std::size_t row = 0; row < expected.size(); ++row) {
      CAPTURE(row + 1);
      CHECK(actual[row] == expected[row]);
    }
    CHECK(table.annex == record.annex);
    CHECK(table.edition == symbol);
  }
}

TEST_CASE("the edition of each annex has the printed title, heads, sections, abbreviations and footnotes") {
  for (const Record& record : record_files()) {
    CAPTURE(record.annex);
    CHECK(items_of(printed(record.annex)) == items_of_record(record.annex));
  }
}

TEST_CASE("the summary tables of the edition of annex IV are what the record prints, cell by cell") {
  const CsvTable csv = take(read_csv(records() + "/annex-iv-summaries.csv"));
  const Table table = printed("iv");
  REQUIRE(table.tables.size() == 3);
  std::vector<std::string> printed_cells;
  for (const Table& summary : table.tables)
    for (const Row& row : summary.sections.at(0).rows)
      for (std::size_t i = 1; i < row.cells.size(); ++i)
        printed_cells.push_back(plain_text(row.cells[0]) + "|" + plain_text(row.cells[i]));
  std::vector<std::string> expected;
  for (const CsvRow& row : csv.rows) {
    expected.push_back(row.cells[3] + "|" + row.cells[5]);
    if (row.cells[2] == "3") expected.push_back(row.cells[3] + "|" + row.cells[6]);
  }
  CHECK(printed_cells == expected);
  CHECK(full_heading(table.tables[0], 1) == "请求国 数目");
  CHECK(full_heading(table.tables[2], 1) == "上一审查期(2011-2016年)");
}

TEST_CASE("the sections of the editions hold their rows, and rows without one stand before or after them") {
  const auto sizes = [](const std::string& annex) {
    std::string text;
    for (const Section& section : printed(annex).sections)
      text += (section.heading.empty() ? "-" : "+") + std::to_string(section.rows.size()) + " ";
    return text;
  };
  CHECK(sizes("xix") == "+25 +5 +9 +22 ");
  CHECK(sizes("xviii") == "-227 ");
  CHECK(sizes("i") == "-185 +1 ");
  CHECK(sizes("xxii") == "+9 +1 +6 +4 -4 ");
}

TEST_CASE("an edition that there is not is refused, with those that there are") {
  const View now = published().reg.now();
  CHECK(code_of(edition(now, "xviii", "S/2021/1")) == code_of(ErrorCode::edition));
  CHECK(told(edition(now, "xix", "S/2021/1")) ==
        "E-EDITION: the log has no edition of annex xix in S/2021/1 (there is S/2022/899)");
  CHECK(told(edition(now, "vii", symbol)).find("import one") != std::string::npos);
}

TEST_CASE("an edition is not known before it was published in the log") {
  const Register& reg = published().reg;
  EventCount position = 0;
  for (const auto& fact : reg.facts<EditionPublished>())
    if (fact.data.annex == "xviii") position = fact.position;
  CHECK(code_of(edition(reg.at(position), "xviii", symbol)) == code_of(ErrorCode::edition));
  CHECK(code_of(edition(reg.at(position + 1), "xviii", symbol)) == "good");
}

TEST_CASE("an edition whose row was taken back is refused, with the row") {
  Story story;
  story.import({records()});
  EventCount row = 0;
  const Register before = story.fold();
  for (const auto& fact : before.facts<RowListed>())
    if (fact.data.annex == "ii" && fact.data.row == 3) row = fact.position;
  story.add("edition/" + symbol, FactWithdrawn{row});
  const Register reg = story.fold();
  CHECK(told(edition(reg.now(), "ii", symbol)) == "E-EDITION: row 3 of the edition is not in the log");
  CHECK(code_of(edition(reg.at(published_events), "ii", symbol)) == "good");
}

namespace {

// The edition as version 1 of the event stated it, naming the activities of its rows.
EditionPublishedV1 before_version_2(const EditionPublished& edition, const Table& table) {
  EditionPublishedV1 older;
  older.abbreviations = edition.abbreviations;
  older.annex = edition.annex;
  older.columns = edition.columns;
  older.document = edition.document;
  older.footnotes = edition.footnotes;
  older.published = edition.published;
  older.title = edition.title;
  for (const Section& section : table.sections) {
    EditionSectionV1& of = older.sections.emplace_back();
    of.heading = section.heading;
    of.mark = section.mark;
    for (const Row& row : section.rows)
      of.activities.push_back(row.id);
  }
  return older;
}

}  // namespace

TEST_CASE(
    "a log that holds editions of version 1 gives the same annexes, and the import finds them unchanged") {
  Story story;
  story.import({records() + "/annex-xviii.csv", records() + "/annex-xix.csv"});
  for (const std::string annex : {"xviii", "xix"}) {
    const EditionPublished& edition = *find_edition(published().reg.now(), annex, symbol);
    story.add("edition/" + symbol, before_version_2(edition, printed(annex)));
  }
  const Register reg = story.fold();
  for (const std::string annex : {"xviii", "xix"}) {
    CHECK(render_json(take(edition(reg.now(), annex, symbol))) == render_json(printed(annex)));
    CHECK(render_json(find_annex(annex)->rebuilt(reg.now(), {}, Language::zh)) ==
          render_json(find_annex(annex)->rebuilt(published().reg.now(), {}, Language::zh)));
  }
  const ImportReport report = story.import({records()});
  CHECK(all_told(report.errors) == "");
  CHECK(report.events == published_events - 520);
  for (const FileReport& file : report.files)
    if (file.file.ends_with("editions.csv")) {
      CHECK(file.unchanged == 21);
      CHECK(file.added == 65);
    }
}

}  // namespace daybook::edition_test
