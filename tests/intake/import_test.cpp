#include "daybook/intake/import.h"

#include <algorithm>

#include "daybook/base/limits.h"
#include "daybook/events/decode_event.h"

#include "tests/story.h"

namespace daybook::import_test {

using namespace story;

namespace {

const FileReport& report_of(const ImportReport& report, const std::string& name) {
  for (const FileReport& file : report.files)
    if (file.file.ends_with(name)) return file;
  FAIL("no report of " << name);
  return report.files.front();
}

// rows, added, unchanged, changed, errors
std::vector<std::size_t> numbers(const ImportReport& report, const std::string& name) {
  const FileReport& file = report_of(report, name);
  return {file.rows, file.added, file.unchanged, file.changed, file.errors};
}

using Numbers = std::vector<std::size_t>;

// Annex XVIII alone, with a change, imported into an empty log: what is told, and that nothing landed.
struct Refused {
  Story story;
  ImportReport report;
  std::string file;

  explicit Refused(const RecordFile& record) {
    file = story.folder().write("annex-xviii.csv", record.text());
    report = story.import({file});
    CHECK_FALSE(report.good());
    CHECK(report.batch.empty());
    CHECK(story.size() == 0);
  }
  std::string told() const {
    std::string text = all_told(report.errors);
    for (auto at = text.find(file); at != std::string::npos; at = text.find(file))
      text.replace(at, file.size(), "annex-xviii.csv");
    return text;
  }
};

std::vector<std::string> batches_of(EventLog& log) {
  std::vector<std::string> batches;
  auto reader = take(log.reader());
  take(reader->read({0}, {UINT64_MAX}, [&](Position, std::string_view bytes) -> result<void> {
    batches.push_back(take(decode_envelope(bytes)).batch);
    return {};
  }));
  return batches;
}

}  // namespace

TEST_CASE(
    "given an empty log, when the record is imported, then every row is new and the batch lands whole") {
  Story story;
  const ImportReport report = story.import({records()});
  CHECK(all_told(report.errors) == "");
  CHECK(numbers(report, "annex-xviii.csv") == Numbers{227, 227, 0, 0, 0});
  CHECK(numbers(report, "annex-xix.csv") == Numbers{61, 61, 0, 0, 0});
  CHECK(numbers(report, "editions.csv") == Numbers{86, 86, 0, 0, 0});
  CHECK(numbers(report, "figures.csv") == Numbers{121, 121, 0, 0, 0});
  CHECK(numbers(report, "groupings.csv") == Numbers{1, 1, 0, 0, 0});
  CHECK(report.events == published_events);
  CHECK(report.first == Position{0});
  CHECK(story.size() == published_events);
  CHECK(is_uuid_v7(report.batch));
  const auto batches = batches_of(story.log());
  CHECK(std::count(batches.begin(), batches.end(), report.batch) == published_events);
}

TEST_CASE(
    "given the record in the log, when it is imported again, then all is unchanged and nothing is written") {
  Story story;
  story.import({records()});
  const Head before = take(story.log().head());
  const ImportReport report = story.import({records()});
  CHECK(report.good());
  CHECK(numbers(report, "annex-xviii.csv") == Numbers{227, 0, 227, 0, 0});
  CHECK(numbers(report, "annex-xix.csv") == Numbers{61, 0, 61, 0, 0});
  CHECK(numbers(report, "editions.csv") == Numbers{86, 0, 86, 0, 0});
  CHECK(numbers(report, "figures.csv") == Numbers{121, 0, 121, 0, 0});
  CHECK(numbers(report, "groupings.csv") == Numbers{1, 0, 1, 0, 0});
  CHECK(report.events == 0);
  CHECK(report.batch.empty());
  CHECK(take(story.log().head()).root == before.root);
}

TEST_CASE("a dry run reports what the import would do, and writes nothing") {
  Story story;
  const ImportReport dry = story.import({records()}, by_officer(true));
  CHECK(story.size() == 0);
  CHECK(dry.batch.empty());
  const ImportReport real = story.import({records()});
  CHECK(dry.events == real.events);
  REQUIRE(dry.files.size() == real.files.size());
  for (const std::string file : {"annex-xviii.csv", "annex-xix.csv", "editions.csv"})
    CHECK(numbers(dry, file) == numbers(real, file));
}

TEST_CASE("a folder, its files one by one, and its files in another order are one import") {
  Story by_file;
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(records()))
    files.push_back(entry.path().string());
  std::sort(files.rbegin(), files.rend());
  const ImportReport report = by_file.import(files);
  CHECK(report.good());
  CHECK(report.events == published_events);
  CHECK(by_file.import({records()}).events == 0);
}

TEST_CASE("annex XVIII alone, then annex XIX, then others: each finds the rows in the log") {
  Story story;
  CHECK(story.import({records() + "/annex-xviii.csv"}).events == 454);
  CHECK(story.import({records() + "/annex-xix.csv"}).events == 64);
  CHECK(story.import({records() + "/annex-iv.csv"}).events == 76);
  CHECK(story.import({records() + "/annex-iv-previous.csv"}).events == 16);
  CHECK(story.import({records()}).events == published_events - 454 - 64 - 76 - 16);
  CHECK(story.import({records()}).events == 0);
}

TEST_CASE("one bad row, and the whole import lands nothing") {
  RecordFile record("annex-xviii.csv");
  record.keep_rows(1, 3);
  struct Row {
    std::string what;
    std::string column;
    std::string text;
    std::string told;
  };
  for (const Row& row : {
           Row{"a bad date", "日期和地点", "2016年2月30日，维也纳", "E-DATE annex-xviii.csv:3:日期和地点: "},
           Row{"no place", "日期和地点", "2016年5月4日", "E-PLACE annex-xviii.csv:3:日期和地点: "},
           Row{"an unknown place", "日期和地点", "2016年5月4日，维也钠",
               "E-PLACE annex-xviii.csv:3:日期和地点: "},
           Row{"an unknown body", "组织者/支持者", "欧安组只",
               "E-ORGANIZATION annex-xviii.csv:3:组织者/支持者: "},
           Row{"no organizer", "组织者/支持者", "", "E-REQUIRED annex-xviii.csv:3:组织者/支持者: "},
           Row{"a separator too many", "参与者", "欧安组织、、北约", "E-PARTY annex-xviii.csv:3:参与者: "},
           Row{"no title", "标题", " ", "E-REQUIRED annex-xviii.csv:3:标题: "},
           Row{"an unknown kind", "kind", "party", "E-VALUE annex-xviii.csv:3:kind: "},
           Row{"no audience", "audience", "", "E-REQUIRED annex-xviii.csv:3:audience: "},
           Row{"an unknown State", "states", "ZZZ", "E-STATE annex-xviii.csv:3:states: "},
           Row{"an unknown group", "regions", "EUROPE", "E-VALUE annex-xviii.csv:3:regions: "},
           Row{"no number", "row", "two", "E-VALUE annex-xviii.csv:3:row: "},
           Row{"the number 0", "row", "0", "E-VALUE annex-xviii.csv:3:row: "},
           Row{"no document", "document", "", "E-REQUIRED annex-xviii.csv:3:document: "},
           Row{"no symbol", "document", "S 2022", "E-EVENT annex-xviii.csv:3:document: "},
       }) {
    CAPTURE(row.what);
    RecordFile changed = record;
    changed.at(2, row.column) = row.text;
    const Refused refused(changed);
    CHECK(refused.told().starts_with(row.told));
    CHECK(refused.report.errors.size() == 1);
    CHECK(numbers(refused.report, "annex-xviii.csv")[4] == 1);
  }
}

TEST_CASE("several faults in one file are told at once, each with its row and field") {
  RecordFile record("annex-xviii.csv");
  record.keep_rows(1, 4);
  record.at(1, "日期和地点") = "5/4/2016，维也呐";
  record.at(1, "kind") = "party";
  record.at(3, "组织者/支持者") = "欧安组只";
  record.at(4, "states") = "MNG;ZZZ";
  const Refused refused(record);
  std::string places;
  for (const Error& error : refused.report.errors)
    places += code_of(error.code) + " " + std::to_string(error.place.row) + " " + error.place.field + "\n";
  CHECK(places ==
        "E-DATE 2 日期和地点\n"
        "E-PLACE 2 日期和地点\n"
        "E-VALUE 2 kind\n"
        "E-ORGANIZATION 4 组织者/支持者\n"
        "E-STATE 5 states\n");
  CHECK(numbers(refused.report, "annex-xviii.csv")[4] == 3);
}

TEST_CASE("a row that stands twice in a file is told where it stands again") {
  RecordFile record("annex-xviii.csv");
  record.keep_rows(1, 3);
  record.repeat_row(2);
  const Refused refused(record);
  CHECK(refused.told().starts_with("E-DUPLICATE annex-xviii.csv:5:row: "));
}

TEST_CASE("a file that lacks a column, or has one more, is told which") {
  Story story;
  const std::string rows = bytes_of(records() + "/annex-xviii.csv");
  const auto told_of = [&](const std::string& heading, const std::string& instead) {
    std::string text = rows;
    text.replace(text.find(heading), heading.size(), instead);
    return all_told(story.import({story.folder().write("a.csv", text)}).errors);
  };
  const std::string unlike = told_of("audience", "audiences");
  CHECK(unlike.starts_with("E-COLUMN "));
  CHECK(unlike.find("lack audience") != std::string::npos);
  CHECK(unlike.find("audiences not known") != std::string::npos);
  CHECK(all_told(story.import({story.folder().write("b.csv", "name,age\na,1\n")}).errors)
            .starts_with("E-COLUMN "));
  CHECK(story.size() == 0);
}

TEST_CASE("a row of annex XIX that is linked to nowhere is told") {
  Story story;
  RecordFile xix("annex-xix.csv");
  xix.keep_rows(2, 2);
  const std::string file = story.folder().write("annex-xix.csv", xix.text());
  const ImportReport report = story.import({file});
  REQUIRE(report.errors.size() == 1);
  CHECK(
      to_string(report.errors[0]).starts_with("E-LINK " + file + ":2:annex_xviii_row: row 6 of annex XVIII"));
  CHECK(story.size() == 0);

  xix.at(1, "annex_xviii_row") = "six";
  CHECK(all_told(story.import({story.folder().write("annex-xix.csv", xix.text())}).errors)
            .starts_with("E-VALUE " + file + ":2:annex_xviii_row: "));
}

TEST_CASE("a section that does not list the activity's kind is told") {
  Story story;
  story.import({records() + "/annex-xviii.csv"});
  RecordFile xix("annex-xix.csv");
  xix.keep_rows(1, 2);
  xix.at(1, "section") = "联合访问各国";  // the row says that it is a visit
  xix.at(2, "section") = "联合访问各国";  // row 6 of annex XVIII says so
  const std::string file = story.folder().write("annex-xix.csv", xix.text());
  const ImportReport report = story.import({file});
  REQUIRE(report.errors.size() == 2);
  CHECK(to_string(report.errors[0]).starts_with("E-VALUE " + file + ":2:kind: "));
  CHECK(to_string(report.errors[1]).starts_with("E-VALUE " + file + ":3:section: "));
  xix.at(1, "section") = "访问各国";
  CHECK(all_told(story.import({story.folder().write("annex-xix.csv", xix.text())}).errors)
            .find("\"访问各国\" is not a section of annex XIX") != std::string::npos);
  CHECK(story.size() == 454);
}

TEST_CASE("a row that is in the log with another content is told with the field, and nothing is written") {
  struct Row {
    std::string file;
    std::string column;
    std::string text;
    std::string told;
  };
  for (const Row& row : {
           Row{"annex-xviii.csv", "日期和地点", "2016年5月5日，维也纳", "dates was "},
           Row{"annex-xviii.csv", "标题", "另一个标题", "title was "},
           Row{"annex-xviii.csv", "组织者/支持者", "欧安组织", "organizers was "},
           Row{"annex-xviii.csv", "参与者", "北约", "participants was "},
           Row{"annex-xviii.csv", "kind", "training-course", "kind was "},
           Row{"annex-xviii.csv", "states", "AUT", "states was "},
           Row{"annex-xix.csv", "标题", "另一个标题", "title was "},
           Row{"annex-xix.csv", "地点", "利马", "place was "},
       }) {
    CAPTURE(row.column);
    CAPTURE(row.text);
    Story story;
    story.import({records()});
    RecordFile changed(row.file);
    changed.at(1, row.column) = row.text;
    const ImportReport report = story.import({story.folder().write(row.file, changed.text())});
    REQUIRE(report.errors.size() == 1);
    CHECK(report.errors[0].code == ErrorCode::changed);
    CHECK(report.errors[0].place.row == 2);
    CHECK(report.errors[0].sentence.find(row.told) != std::string::npos);
    CHECK(report_of(report, row.file).changed == 1);
    CHECK(report_of(report, row.file).errors == 0);
    CHECK(story.size() == published_events);
  }
}

TEST_CASE("an edition that is in the log with other words is told") {
  Story story;
  story.import({records()});
  RecordFile changed("editions.csv");
  changed.at(1, "text") = "另一个标题";
  const ImportReport report = story.import(
      {story.folder().write("editions.csv", changed.text()), records() + "/annex-iv-summaries.csv"});
  REQUIRE(report.errors.size() == 1);
  CHECK(report.errors[0].code == ErrorCode::changed);
  CHECK(report.errors[0].place.field == "annex");
  CHECK(story.size() == published_events);
}

TEST_CASE("an edition without its rows is told, and so is one with a gap") {
  Story story;
  const std::string editions = records() + "/editions.csv";
  const ImportReport alone = story.import({editions});
  REQUIRE(alone.errors.size() == 11);
  for (const Error& error : alone.errors)
    CHECK(error.code == ErrorCode::link);
  CHECK(alone.errors[0].place.row == 2);
  CHECK(numbers(alone, "editions.csv") == Numbers{86, 0, 0, 0, 11});

  RecordFile gap("annex-xviii.csv");
  gap.at(100, "row") = "228";
  const ImportReport report = story.import({story.folder().write("annex-xviii.csv", gap.text()), editions});
  CHECK(all_told(report.errors).find("row 100 of annex xviii is missing") != std::string::npos);
  CHECK(story.size() == 0);
}

TEST_CASE("a second writer between fold and import, and nothing lands") {
  Story story;
  const Register reg = story.fold();
  EventLog other = take(EventLog::open(story.file()));
  const ImportOptions options = by_officer();
  take(import_records(other, reg, {records() + "/annex-xviii.csv"}, options));
  REQUIRE(story.size() == 454);
  CHECK(code_of(import_records(story.log(), reg, {records()}, options)) == code_of(ErrorCode::revision));
  CHECK(story.size() == 454);
  CHECK(story.import({records()}).events == published_events - 454);  // after a new look all is well
}

TEST_CASE("a second writer who has the same row at another place, and nothing lands beside it") {
  Story story;
  const Register reg = story.fold();
  EventLog other = take(EventLog::open(story.file()));
  RecordFile elsewhere("annex-xviii.csv");
  elsewhere.keep_rows(1, 1);
  elsewhere.at(1, "日期和地点") = "2016年5月4日，日内瓦";
  const std::string file = story.folder().write("annex-xviii.csv", elsewhere.text());
  take(import_records(other, reg, {file}, by_officer()));
  CHECK(code_of(import_records(story.log(), reg, {records()}, by_officer())) == code_of(ErrorCode::revision));
  CHECK(story.size() == 2);
}

TEST_CASE("a file that cannot be read at all is an error, and so is a folder without records") {
  Story story;
  const Register reg = story.fold();
  const ImportOptions options = by_officer();
  const auto told_of = [&](const std::string& path) {
    return code_of(import_records(story.log(), reg, {records(), path}, options));
  };
  CHECK(told_of(story.folder().file("missing.csv")) == code_of(ErrorCode::file));
  std::filesystem::create_directory(story.folder().file("empty"));
  CHECK(told_of(story.folder().file("empty")) == code_of(ErrorCode::file));
  CHECK(story.size() == 0);
}

TEST_CASE("a file that is not UTF-8, is malformed or too large is told with its name") {
  Story story;
  const auto told_of = [&](const std::string& text) {
    const std::string file = story.folder().write("records.csv", text);
    const std::string told = all_told(story.import({records(), file}).errors);
    CHECK(told.find(file) != std::string::npos);
    CHECK(story.size() == 0);
    return told.substr(0, told.find(' '));
  };
  const std::string gbk = "document,row\n\xC5\xB7\xB0\xB2\xD7\xE9\xD6\xAF,1\n";  // 欧安组织 in GBK
  CHECK(told_of(gbk) == code_of(ErrorCode::text));
  CHECK(told_of("document,row\n\"open,1\n") == code_of(ErrorCode::csv));
  CHECK(told_of("document,row\na,b,c\n") == code_of(ErrorCode::csv));
  CHECK(told_of("document\n" + std::string(limits::field_bytes_max + 1, 'a') + "\n") ==
        code_of(ErrorCode::limit));
  std::string rows = "document\n";
  for (std::size_t i = 0; i <= limits::csv_rows_max; ++i)
    rows += "a\n";
  CHECK(told_of(rows) == code_of(ErrorCode::limit));
}

TEST_CASE("the fold of the imported record is one and the same on any number of threads") {
  Story story;
  story.import({records()});
  const Register one = story.fold(1);
  for (const unsigned threads : {2U, 4U, 8U}) {
    const Register other = story.fold(threads);
    REQUIRE(other.size() == one.size());
    REQUIRE(other.versions().activity.size() == 230);
    for (VersionIndex v = 0; v < 230; ++v) {
      CHECK(other.version(v).id == one.version(v).id);
      CHECK(other.version(v).activity == one.version(v).activity);
    }
    CHECK(other.listings().size() == 288);
    CHECK(other.facts<EditionPublished>().size() == 11);
  }
}

}  // namespace daybook::import_test
