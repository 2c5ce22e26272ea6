#include "src/intake/edition_items.h"

#include "tests/story.h"

namespace daybook::edition_items_test {

using namespace story;

namespace {

std::string faults(const std::string& rows) {
  const CsvTable table = take(parse_csv("document,published,annex,item,mark,text\n" + rows, "editions.csv"));
  std::vector<Error> errors;
  read_editions(table, errors);
  return all_told(errors);
}

}  // namespace

TEST_CASE(
    "the editions of both annexes are read with their title, heads, sections, abbreviations and footnotes") {
  const RecordFile file("editions.csv");
  std::vector<Error> errors;
  const auto editions = read_editions(file.table(), errors);
  CHECK(errors.empty());
  REQUIRE(editions.size() == 11);
  const EditionPublished& xviii = editions[0].edition;
  CHECK(xviii.annex == "xviii");
  CHECK(xviii.document == symbol);
  CHECK(xviii.published == "2022-11-29");
  CHECK(xviii.columns ==
        std::vector<MarkedText>{{"", "日期和地点"}, {"", "标题"}, {"a", "组织者/支持者"}, {"b", "参与者"}});
  CHECK(xviii.footnotes.size() == 4);
  CHECK(xviii.sections.empty());
  CHECK(editions[0].items == 10);
  const EditionPublished& xix = editions[1].edition;
  REQUIRE(xix.sections.size() == 4);
  CHECK(xix.sections[0].mark == "a");
  CHECK(xix.sections[0].heading == "应邀访问各国");
  CHECK(xix.sections[3].mark == "");
  CHECK(xix.footnotes ==
        std::vector<MarkedText>{{"a", "包括应邀在该国境外举行的虚拟活动和面对面全国活动。"}});
  CHECK(editions[1].items == 11);
  CHECK(editions[1].first.row().number == 12);
}

TEST_CASE("what cannot stand in an edition is told with its row") {
  struct Row {
    std::string rows;
    std::string told;
  };
  for (const Row& row : {
           Row{"S/1,2022-11-29,xviii,title,,甲\nS/1,2022-11-29,xviii,title,,乙\n",
               "E-DUPLICATE editions.csv:3:item: \"title\" stands twice\n"},
           Row{"S/1,2022-11-29,xviii,title,, \n", "E-REQUIRED editions.csv:2:text: the field is empty\n"},
           Row{"S/1,2022-11-29,xviii,title,,甲\nS/1,2022-11-30,xviii,column,,乙\n",
               "E-VALUE editions.csv:3:published: the date is not that of the edition's first row\n"},
           Row{"S/1,2022-11-29,xviii,heading,,甲\n",
               "E-VALUE editions.csv:2:item: \"heading\" is not an item of an edition (one of: title, "
               "column, section, "
               "abbreviations, footnote, summary-title, summary-column-group, summary-column, "
               "summary-row)\n"},
       }) {
    CAPTURE(row.rows);
    CHECK(faults(row.rows) == row.told);
  }
}

}  // namespace daybook::edition_items_test
