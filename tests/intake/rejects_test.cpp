#include "src/intake/rejects.h"

#include "tests/story.h"

namespace daybook::rejects_test {

using namespace story;

namespace {

ImportReport import_with_rejects(Story& story, const std::vector<std::string>& paths) {
  return story.import(paths, by_officer(false, story.folder().file("rejects.csv")));
}

// What a person does with a file of rejects: changes a cell and saves it from Excel.
void correct(const std::string& file, const std::string& wrong, const std::string& right) {
  std::string text = bytes_of(file);
  const auto at = text.find(wrong);
  REQUIRE(at != std::string::npos);
  text.replace(at, wrong.size(), right);
  std::ofstream(file, std::ios::binary | std::ios::trunc) << text;
}

}  // namespace

TEST_CASE("rows in error are written with a byte-order mark, CR LF and what is wrong with each") {
  Story story;
  RecordFile record("annex-xviii.csv");
  record.keep_rows(1, 3);
  record.at(2, "日期和地点") = "2016年5月33日，马德里";
  record.at(2, "kind") = "party";
  const std::string file = story.folder().write("annex-xviii.csv", record.text());

  const ImportReport report = import_with_rejects(story, {file});

  REQUIRE(report.rejects == std::vector{story.folder().file("rejects.csv")});
  const std::string text = bytes_of(report.rejects[0]);
  CHECK(
      text.starts_with("\xEF\xBB\xBF"
                       "document,row,日期和地点,"));
  CHECK(text.find("regions,error\r\n") != std::string::npos);
  const CsvTable rejected = take(read_csv(report.rejects[0]));
  REQUIRE(rejected.rows.size() == 1);
  CHECK(rejected.rows[0].cells[1] == "2");
  const std::string wrong = rejected.rows[0].cells.back();
  CHECK(wrong.starts_with("E-DATE 日期和地点: "));
  CHECK(wrong.find("; E-VALUE kind: ") != std::string::npos);
  CHECK(wrong.find(file) == std::string::npos);
}

TEST_CASE(
    "given rejects that were corrected, when they are imported after the file they come from, then all "
    "lands") {
  Story story;
  RecordFile record("annex-xviii.csv");
  record.at(2, "日期和地点") = "2016年5月33日，马德里";
  const std::string file = story.folder().write("annex-xviii.csv", record.text());
  const ImportReport first = import_with_rejects(story, {file});
  REQUIRE(first.rejects.size() == 1);
  correct(first.rejects[0], "2016年5月33日", "2016年5月12-13日");

  const ImportReport second = story.import({file, records() + "/annex-xix.csv", first.rejects[0]});

  CHECK(all_told(second.errors) == "");
  CHECK(second.events == 454 + 64);
  REQUIRE(second.files.size() == 3);
  CHECK(second.files[0].rows == 226);  // one of its rows is replaced
  CHECK(second.files[2].added == 1);
  CHECK(story.import({records()}).events == published_events - 454 - 64);
  CHECK(story.import({records()}).events == 0);  // as if the file had been right at once
}

TEST_CASE("rejects that were not corrected are rejected again") {
  Story story;
  RecordFile record("annex-xviii.csv");
  record.at(2, "states") = "XYZ";
  const std::string file = story.folder().write("annex-xviii.csv", record.text());
  const ImportReport first = import_with_rejects(story, {file});
  const ImportReport second = story.import({file, first.rejects[0]});
  REQUIRE(second.errors.size() == 1);
  CHECK(second.errors[0].place.file == first.rejects[0]);
  CHECK(second.errors[0].place.row == 2);
  CHECK(story.size() == 0);
}

TEST_CASE("rejects of two kinds of records go into two files") {
  Story story;
  RecordFile xviii("annex-xviii.csv");
  RecordFile xix("annex-xix.csv");
  xviii.at(1, "states") = "XYZ";
  xix.at(1, "日期") = "";
  const ImportReport report =
      import_with_rejects(story, {story.folder().write("annex-xviii.csv", xviii.text()),
                                  story.folder().write("annex-xix.csv", xix.text())});
  CHECK(report.rejects ==
        std::vector{story.folder().file("rejects.csv"), story.folder().file("rejects-2.csv")});
  CHECK(take(read_csv(report.rejects[0])).column("日期和地点"));
  CHECK(take(read_csv(report.rejects[1])).column("section"));
}

TEST_CASE("a good import writes no rejects, and a folder that is not there is told") {
  Story story;
  CHECK(import_with_rejects(story, {records()}).rejects.empty());
  CHECK_FALSE(std::filesystem::exists(story.folder().file("rejects.csv")));
  const RecordFile record("annex-xviii.csv");
  const std::vector rows{RowFields(record.table(), record.table().rows[0])};
  CHECK(code_of(write_rejects(story.folder().file("none/rejects.csv"), rows, {})) ==
        code_of(ErrorCode::file));
}

}  // namespace daybook::rejects_test
