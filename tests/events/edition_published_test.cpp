#include "events/edition_published.h"

#include "tests/events/frozen.h"

namespace daybook::edition_published_test {

using namespace test;

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
  event.sections = {{"A. 访问", "b", 2}, {"B. 其他", "", 1}};
  event.tables = {{{{"", "段次"}, {"请求国", "数目"}}, {{{"2", "9"}}}, "汇总表"}};
  return event;
}

EditionPublishedV1 fewest_of_version_1() {
  EditionPublishedV1 event;
  event.annex = "xviii";
  event.columns = {{"", "日期"}};
  event.document = "S/2022/899";
  event.published = "2022-11-29";
  event.sections = {{}};
  event.title = "活动一览表";
  return event;
}

EditionPublishedV1 full_of_version_1() {
  EditionPublishedV1 event = fewest_of_version_1();
  event.abbreviations = "缩写：欧安组织，欧洲安全与合作组织。";
  event.annex = "xix";
  event.columns = {{"", "日期"}, {"a", "主办方"}};
  event.footnotes = {{"a", "\"主办\" 一栏"}, {"b", "不含…"}};
  event.sections = {{{"2016-vienna-1", "2016-aut"}, "A. 访问", "b"}, {{"2017-beijing-1"}, "B. 其他", ""}};
  return event;
}

}  // namespace

TEST_CASE("Version 2 of edition-published has the bytes that are frozen") {
  check_frozen("edition-published.v2.json", full(), fewest());
}

TEST_CASE("Version 1 of edition-published has the bytes that are frozen, and is read as version 2") {
  check_golden("tests/events/golden/edition-published.v1.json",
               encode(full_of_version_1()) + "\n" + encode(fewest_of_version_1()) + "\n");
  EditionPublished as_of_version_2 = full();
  as_of_version_2.tables.clear();
  CHECK(std::get<EditionPublished>(take(decode_event("edition-published", 1, encode(full_of_version_1())))) ==
        as_of_version_2);
  CHECK(std::get<EditionPublished>(
            take(decode_event("edition-published", 1, encode(fewest_of_version_1())))) == fewest());
}

TEST_CASE("Neither version is read as the other") {
  CHECK(code_of(decode_event("edition-published", 1, encode(full()))) == ErrorCode::json);
  CHECK(code_of(decode_event("edition-published", 2, encode(full_of_version_1()))) == ErrorCode::json);
  CHECK(code_of(decode_event("edition-published", 3, encode(full()))) == ErrorCode::event_type);
}

TEST_CASE("An edition of version 1 has columns") {
  CHECK(fault(full_of_version_1(), [](EditionPublishedV1& e) { e.columns.clear(); }) == "E-EVENT columns");
  CHECK(fault(full_of_version_1(), [](EditionPublishedV1& e) { e.title.clear(); }) == "E-EVENT title");
}

TEST_CASE("An edition has an annex, a document, a day, sections and a title") {
  CHECK(fault(full(), [](EditionPublished&) {}) == "no error");
  CHECK(fault(fewest(), [](EditionPublished&) {}) == "no error");
  CHECK(fault(full(), [](EditionPublished& e) { e.annex = "19"; }) == "E-EVENT annex");
  CHECK(fault(full(), [](EditionPublished& e) { e.document = "S/2022/899 "; }) == "E-EVENT document");
  CHECK(fault(full(), [](EditionPublished& e) { e.columns.clear(); }) == "no error");
  CHECK(fault(full(), [](EditionPublished& e) { e.sections[0].rows = -1; }) == "E-EVENT sections");
  CHECK(fault(full(), [](EditionPublished& e) { e.published.clear(); }) == "E-EVENT published");
  CHECK(fault(full(), [](EditionPublished& e) { e.published = "2022-11-31"; }) == "E-EVENT published");
  CHECK(fault(full(), [](EditionPublished& e) { e.sections.clear(); }) == "E-EVENT sections");
  CHECK(fault(full(), [](EditionPublished& e) { e.title.clear(); }) == "E-EVENT title");
}

}  // namespace daybook::edition_published_test
