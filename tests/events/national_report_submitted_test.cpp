#include "events/national_report_submitted.h"

#include "tests/events/frozen.h"

namespace daybook::national_report_submitted_test {

using namespace test;

namespace {

NationalReportSubmitted fewest() {
  return {CivilDate::from_days(12'719), 1};
}

NationalReportSubmitted full() {
  return {CivilDate::from_days(13'048), 2};
}

}  // namespace

TEST_CASE("Version 1 of national-report-submitted has the bytes that are frozen") {
  check_frozen("national-report-submitted.v1.json", full(), fewest());
}

TEST_CASE("The reports of a day are counted from 1") {
  CHECK(fault(fewest(), [](NationalReportSubmitted&) {}) == "no error");
  CHECK(fault(full(), [](NationalReportSubmitted&) {}) == "no error");
  CHECK(fault(full(), [](NationalReportSubmitted& e) { e.ordinal = 0; }) == "E-EVENT ordinal");
}

}  // namespace daybook::national_report_submitted_test
