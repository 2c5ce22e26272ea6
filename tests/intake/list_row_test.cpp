#include "src/intake/list_row.h"

#include "tests/story.h"

namespace daybook::list_row_test {

using namespace story;

namespace {

// The facts that a row of a record file states: stream, type and data, a line each.
std::string stated(const std::string& annex, std::size_t row) {
  const RecordFile file("annex-" + annex + ".csv");
  std::vector<Error> errors;
  const auto read =
      read_list_row(annex, RowFields(file.table(), file.table().rows.at(row - 1)), vocabulary(), errors);
  if (!read) return all_told(errors);
  std::string text = read->listing.about + "\n";
  for (const StatedFact& fact : read->facts)
    text += fact.stream + " " + std::string(fact.type) + " " + fact.data + "\n";
  return text;
}

// What is told of a row that is wrong in one cell.
std::string faults(const std::string& annex, std::size_t row, const std::string& column,
                   const std::string& text) {
  RecordFile file("annex-" + annex + ".csv");
  file.at(row, column) = text;
  std::vector<Error> errors;
  CHECK_FALSE(
      read_list_row(annex, RowFields(file.table(), file.table().rows.at(row - 1)), vocabulary(), errors));
  std::string told;
  for (const Error& error : errors)
    told += (told.empty() ? "" : ", ") + code_of(error.code) + " " + std::to_string(error.place.row) + " " +
            error.place.field;
  return told;
}

}  // namespace

TEST_CASE("a row of each annex states its facts") {
  CHECK(stated("i", 1) ==
        "state/AFG\n"
        "state/AFG national-report-submitted {\"date\":\"2008-08-28\",\"ordinal\":1}\n"
        "state/AFG national-report-submitted {\"date\":\"2012-05-29\",\"ordinal\":1}\n");
  CHECK(stated("i", 24).find("{\"date\":\"2005-09-22\",\"ordinal\":2}") != std::string::npos);
  CHECK(stated("i", 186) ==
        "organization/eu\n"
        "organization/eu national-report-submitted {\"date\":\"2004-10-28\",\"ordinal\":1}\n");
  CHECK(stated("ii", 1) == "state/TCD\n");
  CHECK(stated("iii", 1) == "state/ARG\nstate/ARG action-plan-submitted {\"date\":\"2009-03-17\"}\n");
  CHECK(stated("v", 1) == "state/ALB\nstate/ALB contact-point-nominated {}\n");
  CHECK(stated("vi", 9) == "organization/imo\norganization/imo contact-point-nominated {}\n");
  CHECK(stated("xx", 1) ==
        "expert/1\nexpert/1 expert-appointed {\"name\":{\"zh\":\"奥贝迪，扎沃尔海德尔\"},\"state\":\"PAK\","
        "\"until\":[\"2017-11-12\"]}\n");
  CHECK(stated("xx", 4).find("\"role\":\"coordinator\"") != std::string::npos);
  CHECK(stated("xxi", 1).find("group/1 coordinator-assigned {\"group\":1,\"state\":\"JPN\",\"year\":2017}") !=
        std::string::npos);
  CHECK(stated("xxi", 1).find("2021") == std::string::npos);  // nobody
  CHECK(stated("xxii", 1) ==
        "document/S/RES/1540(2004)\n"
        "document/S/RES/1540(2004) document-issued {\"date\":[\"2004-04-28\"],\"kind\":\"resolution\","
        "\"symbol\":\"S/RES/1540(2004)\",\"title\":{\"zh\":\"第1540(2004)号决议\"}}\n");
  CHECK(stated("xxii", 23).starts_with("document/chair-statements\n"));
}

TEST_CASE("a row is numbered where the print numbers it") {
  const auto number = [](const std::string& annex, std::size_t row) {
    const RecordFile file("annex-" + annex + ".csv");
    std::vector<Error> errors;
    return read_list_row(annex, RowFields(file.table(), file.table().rows.at(row - 1)), vocabulary(), errors)
        ->listing.number;
  };
  CHECK(number("i", 185) == "185.");
  CHECK(number("i", 186) == "");
  CHECK(number("vi", 22) == "22.");
  CHECK(number("xx", 1) == "");
}

TEST_CASE("what is wrong in a row is told with its field") {
  CHECK(faults("i", 1, "国家", "阿富干") == "E-STATE 2 国家");
  CHECK(faults("i", 1, "报告日期", "2008年8月32日") == "E-DATE 2 报告日期");
  CHECK(faults("i", 186, "国家", "阿富汗") == "E-ORGANIZATION 187 国家");
  CHECK(faults("iii", 1, "plan_dates", "") == "E-REQUIRED 2 plan_dates");
  CHECK(faults("vi", 1, "organization_with_contact_point", "非洲联萌") ==
        "E-ORGANIZATION 2 organization_with_contact_point");
  CHECK(faults("xx", 1, "国别", "巴基斯坦，至2017年") == "E-DATE 2 国别");
  CHECK(faults("xx", 1, "expert", "one") == "E-VALUE 2 expert");
  CHECK(faults("xxi", 1, "2017", "日木") == "E-STATE 2 2017");
  CHECK(faults("xxii", 1, "section", "决议") == "E-VALUE 2 section");
  CHECK(faults("xxii", 1, "参考", "") == "E-REQUIRED 2 参考");
  CHECK(faults("ii", 1, "row", "0") == "E-VALUE 2 row");
}

TEST_CASE("requests that only a summary table tells are a State, days and a number") {
  RecordFile file("annex-iv-previous.csv");
  std::vector<Error> errors;
  const auto malawi =
      read_earlier_requests(RowFields(file.table(), file.table().rows.at(4)), vocabulary(), errors);
  REQUIRE(malawi);
  CHECK(malawi->state == "MWI");
  CHECK(malawi->requests == 2);
  CHECK(malawi->dates == days("2011-01-01", "2016-04-24"));
  file.at(1, "requests") = "";
  CHECK_FALSE(read_earlier_requests(RowFields(file.table(), file.table().rows.at(0)), vocabulary(), errors));
  CHECK(errors.size() == 1);
}

}  // namespace daybook::list_row_test
