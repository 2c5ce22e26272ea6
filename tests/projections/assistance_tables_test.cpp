#include "projections/assistance_tables.h"

#include "tests/story.h"

namespace daybook::assistance_tables_test {

using namespace story;

namespace {

std::string row_of(const Table& table, std::size_t row) {
  std::string line;
  for (const Cell& cell : table.sections.at(0).rows.at(row).cells)
    line += (line.empty() ? "" : "|") + plain_text(cell);
  return line;
}

AssistanceRequested request(std::string_view iso, std::vector<RequestParagraph> paragraphs,
                            std::vector<RequestType> types) {
  AssistanceRequested asked;
  asked.dates = {day(iso), day(iso)};
  asked.paragraphs = std::move(paragraphs);
  asked.types = std::move(types);
  return asked;
}

}  // namespace

TEST_CASE("a State counts once in a table, whatever it asked how often, and shares are of the States") {
  Story story;
  story.add("state/MNG", request("2020-05-06", {RequestParagraph::two}, {RequestType::training}));
  story.add("state/MNG", request("2020-08-20", {RequestParagraph::two}, {RequestType::funding}));
  story.add("state/TGO", request("2020-01-20", {RequestParagraph::whole}, {RequestType::training}));
  story.add("state/CHL", request("2015-01-20", {RequestParagraph::three_a_b}, {}));
  const Register reg = story.fold();
  const Period period{day("2016-04-25"), day("2022-06-02")};
  const auto tables = assistance_tables(reg.now(), assistance(reg.now(), period), period, Language::zh);
  REQUIRE(tables.size() == 3);
  CHECK(row_of(tables[0], 0) == "2|1|50");
  CHECK(row_of(tables[0], 1) == "3(a)-(b)|0|0");
  CHECK(row_of(tables[1], 1) == "培训|2|100");
  CHECK(row_of(tables[1], 3) == "供资|1|50");
  CHECK(row_of(tables[2], 0) == "非洲|0|—|1|多哥");
  CHECK(row_of(tables[2], 1) == "亚太|0|—|1|蒙古(2项请求)");
  CHECK(row_of(tables[2], 3) == "拉丁美洲和加勒比|1|智利|0|—");
  CHECK(tables[2].columns[1].group == "上一审查期(2015-2016年)");
}

TEST_CASE("without a first day there is no period before it") {
  const auto tables =
      assistance_tables(published().reg.now(), assistance(published().reg.now(), {}), {}, Language::en);
  CHECK(tables[2].columns.size() == 3);
  CHECK(row_of(tables[2], 5).starts_with("Total|"));
}

TEST_CASE("no request, no share") {
  const auto tables = assistance_tables(published().reg.at(0), {}, {}, Language::zh);
  CHECK(row_of(tables[0], 0) == "2|0|0");
}

}  // namespace daybook::assistance_tables_test
