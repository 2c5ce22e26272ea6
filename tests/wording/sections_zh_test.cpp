#include "daybook/wording/sections_zh.h"

#include <set>

#include "tests/story.h"

namespace daybook::sections_zh_test {

using namespace story;

TEST_CASE("the sections of annex XIX are those that the edition prints, in its order, each one kind") {
  std::vector<std::string> headings;
  for (const CsvRow& row : take(read_csv(records() + "/editions.csv")).rows)
    if (row.cells[2] == "xix" && row.cells[3] == "section") headings.push_back(row.cells[5]);
  REQUIRE(headings.size() == sections_zh.size());
  std::set<Kind> kinds;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    CHECK(sections_zh[i].second == headings[i]);
    CHECK(kind_of_section(headings[i]) == sections_zh[i].first);
    kinds.insert(sections_zh[i].first);
  }
  CHECK(kinds == std::set{Kind::visit, Kind::joint_visit, Kind::peer_review, Kind::other});
}

TEST_CASE("the sections of annex XXII are those that the edition prints, in its order, each one kind") {
  std::vector<std::string> headings;
  for (const CsvRow& row : take(read_csv(records() + "/editions.csv")).rows)
    if (row.cells[2] == "xxii" && row.cells[3] == "section") headings.push_back(row.cells[5]);
  REQUIRE(headings.size() == document_sections_zh.size());
  for (std::size_t i = 0; i < headings.size(); ++i) {
    CHECK(document_sections_zh[i].second == headings[i]);
    CHECK(document_kind_of_section(headings[i]) == static_cast<DocumentKind>(i));
  }
  CHECK(document_kind_of_section("") == DocumentKind::page);
  CHECK_FALSE(document_kind_of_section("决议"));
}

TEST_CASE("another heading is no section") {
  for (const std::string heading : {"", "应邀访问", "应邀访问各国 a", "visit"})
    CHECK_FALSE(kind_of_section(heading));
}

}  // namespace daybook::sections_zh_test
