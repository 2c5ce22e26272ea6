#include "events/figure_published.h"

#include "tests/events/frozen.h"

namespace daybook::figure_published_test {

using namespace test;

namespace {

FigurePublished fewest() {
  return FigurePublished{"S/2022/899", "", "79", "", 0, "没有举办"};
}

FigurePublished full() {
  return FigurePublished{"S/2022/899", "Inference: two rows were counted as one.",
                         "103",        "count --where annex=xviii --from 2016-04-25 --to 2022-06-02",
                         226,          "共开展了226次外联活动"};
}

}  // namespace

TEST_CASE("Version 1 of figure-published has the bytes that are frozen") {
  check_frozen("figure-published.v1.json", full(), fewest());
}

TEST_CASE("A figure has a document, a paragraph, words and a number that can be counted") {
  CHECK(fault(fewest(), [](FigurePublished&) {}) == "no error");
  CHECK(fault(fewest(), [](FigurePublished& e) { e.document.clear(); }) == "E-EVENT document");
  CHECK(fault(fewest(), [](FigurePublished& e) { e.document = "S 2022"; }) == "E-EVENT document");
  CHECK(fault(fewest(), [](FigurePublished& e) { e.paragraph.clear(); }) == "E-EVENT paragraph");
  CHECK(fault(fewest(), [](FigurePublished& e) { e.words.clear(); }) == "E-EVENT words");
  CHECK(fault(fewest(), [](FigurePublished& e) { e.value = -1; }) == "E-EVENT value");
}

}  // namespace daybook::figure_published_test
