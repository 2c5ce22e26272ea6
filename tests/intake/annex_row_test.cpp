#include "src/intake/annex_row.h"

#include "tests/story.h"

namespace daybook::annex_row_test {

using namespace story;

namespace {

using Read = std::optional<AnnexRow> (*)(const RowFields&, const Vocabulary&, std::vector<Error>&);

AnnexRow good_row(Read read, RecordFile& file, std::size_t row) {
  std::vector<Error> errors;
  const auto answer = read(RowFields(file.table(), file.table().rows.at(row - 1)), vocabulary(), errors);
  REQUIRE_MESSAGE(answer, all_told(errors));
  CHECK(errors.empty());
  return *answer;
}

std::string faults(Read read, RecordFile& file, std::size_t row) {
  std::vector<Error> errors;
  const auto answer = read(RowFields(file.table(), file.table().rows.at(row - 1)), vocabulary(), errors);
  CHECK_FALSE(answer);
  std::string text;
  for (const Error& error : errors) {
    CHECK(error.place.file == file.table().file);
    CHECK(error.place.row == row + 1);
    text += (text.empty() ? "" : ", ") + code_of(error.code) + " " + error.place.field;
  }
  return text;
}

std::string kind_told(const std::string& heading) {
  const auto table = parse_csv(heading + "\n", "a.csv");
  const auto kind = kind_of_record_file(take(table));
  return kind ? *kind : told(kind);
}

const std::string xviii_heading =
    "document,row,日期和地点,标题,组织者/支持者,参与者,kind,audience,states,regions";

}  // namespace

TEST_CASE("a record file is known by its heading, in any order, with or without the column of errors") {
  CHECK(kind_told(xviii_heading) == "xviii");
  CHECK(kind_told(xviii_heading + ",error") == "xviii");
  CHECK(kind_told("row,document,日期和地点,标题,组织者/支持者,参与者,regions,kind,audience,states") ==
        "xviii");
  CHECK(kind_told("document,published,annex,item,mark,text") == "editions");
  CHECK(kind_of_record_file(RecordFile("annex-xix.csv").table()).value() == "xix");
}

TEST_CASE("another heading is told with the columns that are missing or not known") {
  CHECK(kind_told("document,row,日期和地点,标题,组织者/支持者,参与者,kind,audience,states") ==
        "E-COLUMN a.csv:1: the columns are nearest to those of \"xviii\", but lack regions "
        "(see records/README.md for the columns)");
  CHECK(kind_told(xviii_heading + ",备注") ==
        "E-COLUMN a.csv:1: the columns are nearest to those of \"xviii\", but 备注 not known "
        "(see records/README.md for the columns)");
  CHECK(kind_told("document,published,annex,item,marks,text") ==
        "E-COLUMN a.csv:1: the columns are nearest to those of \"editions\", but lack mark, and marks not "
        "known "
        "(see records/README.md for the columns)");
}

TEST_CASE("a row of annex XVIII is an activity, and the listing has its cells as printed") {
  RecordFile file("annex-xviii.csv");
  const AnnexRow row = good_row(read_annex_xviii, file, 1);
  CHECK(row.key == RowKey{symbol, "xviii", 1});
  CHECK_FALSE(row.same_as);
  REQUIRE(row.activity);
  CHECK(row.activity->dates == std::vector{days("2016-05-04", "2016-05-04")});
  CHECK(row.activity->place.city == "vienna");
  CHECK(row.listing.cells == std::vector<std::string>{"2016年5月4日，维也纳",
                                                      "欧安组织安全与合作安保论坛对话会议",
                                                      "欧安组织、裁军事务厅 c", ""});
  CHECK(row.listing.dates.empty());
}

TEST_CASE("a linked row of annex XIX is a listing of another row's activity, with what it says itself") {
  RecordFile file("annex-xix.csv");
  const AnnexRow row = good_row(read_annex_xix, file, 16);
  CHECK(row.key == RowKey{symbol, "xix", 16});
  CHECK(row.same_as == RowKey{symbol, "xviii", 128});
  CHECK_FALSE(row.activity);
  CHECK(row.listing.section == "应邀访问各国");
  CHECK(row.listing.dates == std::vector{days("2018-12-06", "2018-12-07")});
  CHECK(row.listing.organizers.size() == 3);
  CHECK(row.listing.cells[0] == "2018年12月6-7日");
}

TEST_CASE("a row of annex XIX that stands alone is an activity of its own") {
  RecordFile file("annex-xix.csv");
  const AnnexRow row = good_row(read_annex_xix, file, 22);
  CHECK_FALSE(row.same_as);
  REQUIRE(row.activity);
  CHECK(row.activity->kind == Kind::visit);
  CHECK(row.activity->place.mode == Mode::virtual_);
  CHECK(row.activity->states == std::vector<std::string>{"PAN"});
}

TEST_CASE("every row of both annexes is read without a fault") {
  for (const auto& [read, name] : {std::pair<Read, const char*>{read_annex_xviii, "annex-xviii.csv"},
                                   std::pair<Read, const char*>{read_annex_xix, "annex-xix.csv"}}) {
    RecordFile file(name);
    for (std::size_t row = 1; row <= file.table().rows.size(); ++row)
      CHECK(good_row(read, file, row).key.row == static_cast<std::int64_t>(row));
  }
}

TEST_CASE("every fault of a row is told with its column") {
  RecordFile xviii("annex-xviii.csv");
  xviii.at(1, "document") = " ";
  xviii.at(1, "row") = "-1";
  xviii.at(1, "日期和地点") = "2016年5月33日，维也钠";
  xviii.at(1, "标题") = "";
  CHECK(faults(read_annex_xviii, xviii, 1) ==
        "E-REQUIRED document, E-VALUE row, E-DATE 日期和地点, E-PLACE 日期和地点, E-REQUIRED 标题");
  xviii.at(2, "日期和地点") = "2016年5月12-13日";
  xviii.at(2, "row") = "1.5";
  CHECK(faults(read_annex_xviii, xviii, 2) == "E-VALUE row, E-PLACE 日期和地点");

  RecordFile xix("annex-xix.csv");
  xix.at(1, "section") = "";
  xix.at(1, "日期") = "昨天";
  xix.at(1, "audience") = "";
  CHECK(faults(read_annex_xix, xix, 1) == "E-REQUIRED section, E-DATE 日期, E-REQUIRED audience");
  xix.at(22, "kind") = "other";
  CHECK(faults(read_annex_xix, xix, 22) == "E-VALUE kind");
}

}  // namespace daybook::annex_row_test
