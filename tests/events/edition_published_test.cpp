#include "events/edition_published.h"

#include "tests/events/frozen.h"

using namespace daybook;
using namespace daybook::test;

namespace {

EditionPublished fewest() {
  EditionPublished event;
  event.annex = "xviii";
  event.columns = {{"", "日期"}};
  event.document = "S/2022/899";
  event.published = "2022-11-29";
  event.sections = {{}};
  event.title = "活动一览表";
  return event;
}

EditionPublished full() {
  EditionPublished event = fewest();
  event.abbreviations = "缩写：欧安组织，欧洲安全与合作组织。";
  event.annex = "xix";
  event.columns = {{"", "日期"}, {"a", "主办方"}};
  event.footnotes = {{"a", "\"主办\" 一栏"}, {"b", "不含…"}};
  event.sections = {{{"2016-vienna-1", "2016-aut"}, "A. 访问", "b"}, {{"2017-beijing-1"}, "B. 其他", ""}};
  return event;
}

}  // namespace

TEST_CASE("Version 1 of edition-published has the bytes that are frozen") {
  check_frozen("edition-published.v1.json", full(), fewest());
}

TEST_CASE("An edition has an annex, a document, columns, a day, sections and a title") {
  CHECK(fault(full(), [](EditionPublished&) {}) == "no error");
  CHECK(fault(fewest(), [](EditionPublished&) {}) == "no error");
  CHECK(fault(full(), [](EditionPublished& e) { e.annex = "19"; }) == "E-EVENT annex");
  CHECK(fault(full(), [](EditionPublished& e) { e.document = "S/2022/899 "; }) == "E-EVENT document");
  CHECK(fault(full(), [](EditionPublished& e) { e.columns.clear(); }) == "E-EVENT columns");
  CHECK(fault(full(), [](EditionPublished& e) { e.published.clear(); }) == "E-EVENT published");
  CHECK(fault(full(), [](EditionPublished& e) { e.published = "2022-11-31"; }) == "E-EVENT published");
  CHECK(fault(full(), [](EditionPublished& e) { e.sections.clear(); }) == "E-EVENT sections");
  CHECK(fault(full(), [](EditionPublished& e) { e.title.clear(); }) == "E-EVENT title");
}
